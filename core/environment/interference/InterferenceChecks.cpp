#include "core/environment/interference/InterferenceChecks.h"

namespace bidseal::environment {

Checks interferenceChecks() { return {}; }

} // namespace bidseal::environment
