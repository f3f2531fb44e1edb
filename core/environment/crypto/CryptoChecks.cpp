#include "core/environment/crypto/CryptoChecks.h"

namespace bidseal::environment {

Checks cryptoChecks() { return {}; }

} // namespace bidseal::environment
