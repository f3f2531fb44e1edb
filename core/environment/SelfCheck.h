#pragma once

#include "core/environment/Report.h"

#include <functional>

namespace bidseal::environment {

/// Called on the thread that waits, for each check as soon as it is done.
using ResultCallback = std::function<void(const CheckResult&)>;

/// Runs the checks side by side, each for at most its own time: one that hangs, throws or takes its process down costs
/// nothing but its own result. Returns when all are done, or soon after `stop`; what was not done then could not tell.
/// Checks that are off are left out. `checkHost` is bidseal-check-host; empty: the installed one.
[[nodiscard]] Report runChecks(Checks checks, const Situation& situation, const Policy& policy,
    const ResultCallback& onResult = {}, std::stop_token stop = {}, const QString& checkHost = {});

} // namespace bidseal::environment
