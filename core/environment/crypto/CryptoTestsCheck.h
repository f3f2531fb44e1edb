#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// "crypto-tests": everything that this program computes, computed once with a published result.
class CryptoTestsCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
