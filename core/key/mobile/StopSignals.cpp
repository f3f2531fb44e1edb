#include "core/key/mobile/StopSignals.h"

#include "core/base/platform/BootClock.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace bidseal::key {

namespace {

using platform::BootClock;

/// False where it was not waited for to the end.
bool waitUntil(BootClock::time_point moment, const std::stop_token& gone)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any never;
    while (!gone.stop_requested()) {
        const auto left = moment - BootClock::now();
        if (left <= BootClock::duration(0))
            return true;
        // In steps, because this clock stands still while the computer sleeps.
        never.wait_for(lock, gone, std::min<BootClock::duration>(left, std::chrono::seconds(1)), [] { return false; });
    }
    return false;
}

} // namespace

StopLater::StopLater(LinkedStop& stop, std::chrono::milliseconds delay)
    : m_thread([&stop, moment = BootClock::now() + delay](const std::stop_token& gone) {
        if (waitUntil(moment, gone))
            stop.request();
    })
{
}

} // namespace bidseal::key
