#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

[[nodiscard]] Checks networkChecks();

} // namespace bidseal::environment
