#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

[[nodiscard]] Checks systemChecks();

} // namespace bidseal::environment
