#include "core/environment/network/NetworkChecks.h"

namespace bidseal::environment {

Checks networkChecks() { return {}; }

} // namespace bidseal::environment
