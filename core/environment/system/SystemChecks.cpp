#include "core/environment/system/SystemChecks.h"

namespace bidseal::environment {

Checks systemChecks() { return {}; }

} // namespace bidseal::environment
