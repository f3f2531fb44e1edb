#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// Tries each server the way the system's proxy settings lead, and without a proxy, to tell a proxy that is down from a
/// server that is.
class ServerProxyCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
