#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

[[nodiscard]] Checks clockChecks();

} // namespace bidseal::environment
