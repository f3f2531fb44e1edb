#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

[[nodiscard]] Checks displayChecks();

} // namespace bidseal::environment
