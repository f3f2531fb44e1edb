#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// What is plugged in, its drivers and its certificates. A key is tried by KeyTrial, on request only.
[[nodiscard]] Checks keysChecks();

} // namespace bidseal::environment
