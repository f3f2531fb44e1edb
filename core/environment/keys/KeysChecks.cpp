#include "core/environment/keys/KeysChecks.h"

namespace bidseal::environment {

Checks keysChecks() { return {}; }

} // namespace bidseal::environment
