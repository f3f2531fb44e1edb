#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// "display-scale": whether the whole page and the buttons beside it fit on the screen that the window stands on.
class DisplayScaleCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
