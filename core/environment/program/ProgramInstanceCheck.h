#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// "program-instance": whether another BidSeal of this user works with a UKey at the same time. A second window or a
/// command that leaves UKeys alone disturbs nobody, so what counts is a bidseal-token-host that another BidSeal has
/// started. Who started this process, and whom this process started, are not others. By name and user, not by folder:
/// a second installation would disturb as much.
class ProgramInstanceCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
