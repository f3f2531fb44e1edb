#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// "crypto-library": whether the OpenSSL that is loaded has the security updates that the policy knows of.
/// Distributions mend holes without raising upstream's number, so theirs is compared where a package manager knows the
/// file.
class CryptoLibraryCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
