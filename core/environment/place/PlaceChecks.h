#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

[[nodiscard]] Checks placeChecks();

} // namespace bidseal::environment
