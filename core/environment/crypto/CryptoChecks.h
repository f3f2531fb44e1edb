#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

[[nodiscard]] Checks cryptoChecks();

} // namespace bidseal::environment
