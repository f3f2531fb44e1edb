#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// Compares this computer's clock with the Date that servers tell over HTTPS, and with the day on which this program
/// was built. Knows nothing of time zones: all of it is UTC.
class ClockCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

/// The day on which this program was built, UTC: no right clock stands before it.
[[nodiscard]] QDate builtOn();

} // namespace bidseal::environment
