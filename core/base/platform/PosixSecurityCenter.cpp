#include "core/base/platform/SecurityCenter.h"

namespace bidseal::platform {

/// Firewalls and antivirus programs of Linux report to nobody.
std::optional<SecurityCenter> securityCenter() { return {}; }

} // namespace bidseal::platform
