#pragma once

#include <chrono>
#include <vector>

namespace bidseal::environment {

/// What one source says about this computer's clock.
struct ClockSample {
    /// A certificate that is refused for nothing but its dates does not prove who tells the time, but a wrong clock is
    /// why it is refused.
    enum class Trust { Proven, DatesRefused };

    std::chrono::milliseconds offset { 0 }; ///< this clock minus the source's: positive is ahead
    std::chrono::milliseconds uncertainty { 0 }; ///< either way
    Trust trust = Trust::Proven;
};

struct ClockLimits {
    std::chrono::seconds warning, failure;
};

enum class ClockState {
    Right,
    Off, ///< beyond the first limit
    Wrong, ///< beyond the second, and two sources say so
    WrongByOneSource, ///< beyond the second, and nobody confirms it
    Contradictory, ///< the sources do not agree with each other
    Unproven, ///< only sources whose certificates were refused, and they do not say that it is wrong
    Unknown, ///< no sample
};

struct ClockJudgement {
    ClockState state = ClockState::Unknown;
    std::chrono::milliseconds offset { 0 }; ///< by the sources that agree; by the nearest where none do
    int agreeing = 0; ///< how many sources say so
};

/// Sources agree that are this close to each other.
inline constexpr std::chrono::seconds kSourcesAgreeWithin { 60 };

/// Where it is decided whether the clock is right. Each sample from another source. More than half of them must agree;
/// samples that are not proven never make a clock right, nor outvote those that are, but they confirm that it is wrong.
[[nodiscard]] ClockJudgement judgeClock(const std::vector<ClockSample>& samples, const ClockLimits& limits);

/// The moment on which the servers' clock and ours are compared: the Date has whole seconds and was written somewhere
/// within the round trip.
[[nodiscard]] ClockSample sampleFrom(std::chrono::milliseconds askedAt, std::chrono::milliseconds roundTrip,
    std::chrono::seconds serverDate, ClockSample::Trust trust);

} // namespace bidseal::environment
