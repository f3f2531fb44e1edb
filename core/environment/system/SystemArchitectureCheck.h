#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// Whether this program was built for the processor it runs on, or is run by an emulator.
class SystemArchitectureCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
