#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// "chinese-fonts": whether Chinese names on seals, in the window and in documents without fonts of their own can be
/// drawn. Looks for the signs of a bid in a font that says it is for Simplified Chinese.
class ChineseFontsCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
