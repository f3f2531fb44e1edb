#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// Whether libraries are in this very process that neither the system nor the program has brought.
class InjectedLibrariesCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
