#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// Whether a debugger is attached to this very process.
class TracerCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
