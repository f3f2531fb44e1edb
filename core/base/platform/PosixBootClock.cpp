#include "core/base/platform/BootClock.h"

#include <ctime>

namespace bidseal::platform {

BootClock::time_point BootClock::now()
{
#ifdef CLOCK_BOOTTIME
    constexpr auto clock = CLOCK_BOOTTIME;
#else
    constexpr auto clock = CLOCK_MONOTONIC; // macOS: goes on in sleep
#endif
    timespec time {};
    clock_gettime(clock, &time);
    const auto since = std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    return time_point(std::chrono::duration_cast<duration>(since));
}

} // namespace bidseal::platform
