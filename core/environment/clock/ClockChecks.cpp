#include "core/environment/clock/ClockChecks.h"

namespace bidseal::environment {

Checks clockChecks() { return {}; }

} // namespace bidseal::environment
