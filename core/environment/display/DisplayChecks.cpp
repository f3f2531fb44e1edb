#include "core/environment/display/DisplayChecks.h"

namespace bidseal::environment {

Checks displayChecks() { return {}; }

} // namespace bidseal::environment
