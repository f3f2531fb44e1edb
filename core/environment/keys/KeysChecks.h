#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

[[nodiscard]] Checks keysChecks();

} // namespace bidseal::environment
