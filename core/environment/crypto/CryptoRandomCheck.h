#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// "crypto-random": whether keys and nonces are drawn from something that nobody can predict. That the numbers are
/// unpredictable cannot be seen from them; only that their sources say that they are ready, and do not repeat.
class CryptoRandomCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
