#include "core/relay/PollPolicy.h"

#include <algorithm>

namespace bidseal::relay {

namespace {

using namespace std::chrono_literals;

constexpr PollPolicy::Duration kSlowDown = 5s; // RFC 8628, 3.5
constexpr PollPolicy::Duration kLongestBackOff = 30s;

} // namespace

PollPolicy::PollPolicy(Duration life, Duration interval, Duration now, Random random)
    : m_end(now + life)
    , m_interval(interval)
    , m_random(std::move(random))
{
}

std::optional<PollPolicy::Duration> PollPolicy::waitAfter(
    Answer answer, Duration asked, Duration now, std::optional<Duration> retryAfter)
{
    const auto demanded = retryAfter.value_or(0ms);
    if (demanded > 0ms && demanded >= timeLeft(now)) // it must be obeyed, and then it is too late
        return {};
    const auto untilNextTurn = [&] { return std::max(m_interval - (now - asked), Duration(0)); };

    switch (answer) {
    case Answer::Good:
        m_failures = 0;
        return Duration(0);
    case Answer::Nothing:
        m_failures = 0;
        return untilLastTry(untilNextTurn(), asked, now);
    case Answer::SlowDown:
        m_failures = 0;
        m_interval += kSlowDown;
        return untilLastTry(std::max(demanded, untilNextTurn()), asked, now);
    case Answer::Unavailable:
    case Answer::None:
        return untilLastTry(std::max(demanded, backOff()), asked, now);
    }
    return {};
}

/// 1, 2, 4 … 30 s, each shortened by chance: a thousand clients must not come back in the same moment.
PollPolicy::Duration PollPolicy::backOff()
{
    const auto whole = std::min(Duration(1s) * (1 << std::min(m_failures, 5)), kLongestBackOff);
    ++m_failures;
    const double part = 0.5 + 0.5 * m_random();
    return std::chrono::duration_cast<Duration>(whole * part);
}

/// Also a computer that wakes up too late asks once more: it may have asked before it fell asleep.
std::optional<PollPolicy::Duration> PollPolicy::untilLastTry(Duration wait, Duration asked, Duration now) const
{
    if (asked >= m_end)
        return {};
    return std::min(wait, timeLeft(now));
}

} // namespace bidseal::relay
