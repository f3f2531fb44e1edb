#pragma once

#include "core/base/platform/SecurityCenter.h"
#include "core/environment/Check.h"

namespace bidseal::environment {

/// What it means that the system says this of its antivirus and firewall. Never a failure: a product may protect this
/// computer without registering with the system.
[[nodiscard]] Finding protectionFinding(const std::optional<platform::SecurityCenter>& center);

/// Whether Windows reports its antivirus and firewall as on, whoever made them.
class SystemProtectionCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
