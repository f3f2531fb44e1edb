#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

[[nodiscard]] Checks interferenceChecks();

} // namespace bidseal::environment
