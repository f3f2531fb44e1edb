#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// Whether this is a computer of its own, a virtual machine or a container: told, and nothing more.
class SystemVirtualCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
