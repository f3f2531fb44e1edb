#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// Whether somebody may look on from another computer: by the session itself, or by a program for remote control.
class RemoteSessionCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
