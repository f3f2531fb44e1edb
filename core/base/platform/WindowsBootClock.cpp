#include "core/base/platform/BootClock.h"

#include <windows.h>

namespace bidseal::platform {

BootClock::time_point BootClock::now() { return time_point(duration(static_cast<rep>(GetTickCount64()))); }

} // namespace bidseal::platform
