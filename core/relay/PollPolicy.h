#pragma once

#include <chrono>
#include <functional>
#include <optional>

namespace bidseal::relay {

/// When one side of a session asks its relay again, and when it stops asking (docs/relay-protocol.md, 3.5). Knows
/// neither network nor clock nor chance: all three are passed in. Moments are those of a clock that goes on while the
/// computer sleeps, so that a session is over by itself on a computer that wakes up too late.
class PollPolicy {
public:
    using Duration = std::chrono::milliseconds;
    using Random = std::function<double()>; ///< 0 to 1

    /// `life`: how long the session lives from `now` on.
    PollPolicy(Duration life, Duration interval, Duration now, Random random);

    enum class Answer {
        Good, ///< what was asked for
        Nothing, ///< the long poll ended without a message
        SlowDown, ///< 429
        Unavailable, ///< 5xx
        None,
    };
    /// How long to wait before the next request, or nothing: the session's time is over. A last try is made once it
    /// is. `asked` is when the answered request began.
    [[nodiscard]] std::optional<Duration> waitAfter(
        Answer answer, Duration asked, Duration now, std::optional<Duration> retryAfter = {});

    /// The relay's word on how long the session still lives; it knows better.
    void setTimeLeft(Duration left, Duration now) { m_end = now + left; }
    [[nodiscard]] Duration timeLeft(Duration now) const { return m_end > now ? m_end - now : Duration(0); }

private:
    [[nodiscard]] Duration backOff();
    [[nodiscard]] std::optional<Duration> untilLastTry(Duration wait, Duration asked, Duration now) const;

    Duration m_end;
    Duration m_interval;
    Random m_random;
    int m_failures = 0; ///< in a row
};

} // namespace bidseal::relay
