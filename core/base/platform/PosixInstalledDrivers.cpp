#include "core/base/platform/InstalledDrivers.h"

namespace bidseal::platform {

// p11-kit's files, which Linux has instead, are read by core/key/pkcs11.
std::vector<RegisteredDriver> registeredDrivers() { return {}; }

} // namespace bidseal::platform
