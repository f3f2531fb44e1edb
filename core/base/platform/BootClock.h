#pragma once

#include <chrono>

namespace bidseal::platform {

/// A clock that goes on while the computer sleeps, and that nobody sets: for whatever ends at the same moment
/// elsewhere. std::chrono::steady_clock stands still in a sleeping laptop, the wall clock jumps.
struct BootClock {
    using duration = std::chrono::milliseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<BootClock>;
    static constexpr bool is_steady = true;

    [[nodiscard]] static time_point now();
};

} // namespace bidseal::platform
