#pragma once

#include "core/base/Result.h"
#include "core/base/platform/ChildProcess.h"

namespace bidseal::key::host {

/// Answers calls about one module, one at a time, until the client goes away or talks nonsense. The module is loaded
/// with the first call, so that a driver that hangs while loading meets that call's time limit.
void serve(platform::InheritedPipe& pipe, const QString& modulePath);

} // namespace bidseal::key::host
