#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// Compares this program with the newest version that the operator names. Asks nobody where the policy names no source,
/// and downloads nothing but that number.
class NewestVersionCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
