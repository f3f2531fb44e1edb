#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// Whether something keeps what is copied: a phone's signing link can be.
class ClipboardWatchersCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
