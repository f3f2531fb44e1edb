#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// Looks each server's name up as programs on this computer do, and in the hosts file, which can send a name elsewhere
/// before any name server is asked.
class ServerNamesCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
