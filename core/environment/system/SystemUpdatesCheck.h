#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// Whether the system waits for security updates, or for the restart that puts them into force. Asks what is on this
/// computer, nobody over the network.
class SystemUpdatesCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
