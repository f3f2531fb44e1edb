#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// Whether the maker of the operating system still mends it, by the policy's list.
class SystemVersionCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
