#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// Whether a known program records the screen. Those that read it aloud are welcome, and told apart.
class ScreenCaptureCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
