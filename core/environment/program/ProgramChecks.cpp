#include "core/environment/program/ProgramChecks.h"

namespace bidseal::environment {

Checks programChecks() { return {}; }

} // namespace bidseal::environment
