#pragma once

#include "core/base/Result.h"
#include "core/base/platform/ChildProcess.h"
#include "core/environment/Check.h"

namespace bidseal::environment {

/// Has one check measured by a bidseal-check-host of its own, which is killed when it takes too long. `program` is
/// empty for the installed one. Errors: TokenHostMissing (no such program), DriverCrashed,
/// DriverNotResponding, Cancelled.
[[nodiscard]] Result<Finding> measureInHost(const QString& program, const QString& checkId, const Situation& situation,
    const Policy& policy, platform::ChildProcess::Deadline deadline, const std::stop_token& stop);

/// What bidseal-check-host was asked for.
struct HostedCheck {
    QString id, language;
    Situation situation;
    Policy policy;
};
/// Nothing at the end of the client, or where it sends what no client of ours does.
[[nodiscard]] std::optional<HostedCheck> receiveHostedCheck(platform::InheritedPipe& pipe);
void answerHostedCheck(platform::InheritedPipe& pipe, const Finding& finding);

} // namespace bidseal::environment
