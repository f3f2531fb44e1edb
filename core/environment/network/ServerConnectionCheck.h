#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// Connects to each server as signing would, and looks at what it shows: its own certificate, or one that somebody in
/// between has made.
class ServerConnectionCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
