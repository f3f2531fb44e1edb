#include "core/environment/clock/ClockJudgement.h"

#include <algorithm>

namespace bidseal::environment {

namespace {

using std::chrono::milliseconds;
using Samples = std::vector<ClockSample>;

Samples only(const Samples& samples, ClockSample::Trust trust)
{
    Samples chosen;
    std::copy_if(samples.begin(), samples.end(), std::back_inserter(chosen),
        [trust](const ClockSample& sample) { return sample.trust == trust; });
    return chosen;
}

/// The largest number of samples that agree with each other, in the order of their offsets.
Samples agreeing(Samples samples)
{
    std::sort(samples.begin(), samples.end(),
        [](const ClockSample& first, const ClockSample& second) { return first.offset < second.offset; });
    auto bestBegin = samples.begin(), bestEnd = samples.begin();
    for (auto begin = samples.begin(); begin != samples.end(); ++begin) {
        const auto end = std::find_if(begin, samples.end(),
            [begin](const ClockSample& sample) { return sample.offset - begin->offset > kSourcesAgreeWithin; });
        if (end - begin > bestEnd - bestBegin) {
            bestBegin = begin;
            bestEnd = end;
        }
    }
    return { bestBegin, bestEnd };
}

/// In the order of their offsets.
milliseconds middleOf(const Samples& samples)
{
    const auto half = samples.size() / 2;
    return samples.size() % 2 == 1 ? samples[half].offset : (samples[half - 1].offset + samples[half].offset) / 2;
}

milliseconds largestUncertainty(const Samples& samples)
{
    return std::max_element(samples.begin(), samples.end(), [](const ClockSample& first, const ClockSample& second) {
        return first.uncertainty < second.uncertainty;
    })->uncertainty;
}

milliseconds nearestOffset(const Samples& samples)
{
    return std::min_element(samples.begin(), samples.end(), [](const ClockSample& first, const ClockSample& second) {
        return std::chrono::abs(first.offset) < std::chrono::abs(second.offset);
    })->offset;
}

auto confirming(const Samples& unproven, milliseconds offset)
{
    return std::count_if(unproven.begin(), unproven.end(), [offset](const ClockSample& sample) {
        return std::chrono::abs(sample.offset - offset) <= kSourcesAgreeWithin;
    });
}

} // namespace

ClockJudgement judgeClock(const Samples& samples, const ClockLimits& limits)
{
    if (samples.empty())
        return {};
    const auto proven = only(samples, ClockSample::Trust::Proven);
    const auto unproven = only(samples, ClockSample::Trust::DatesRefused);
    const auto& heard = proven.empty() ? unproven : proven;
    const auto agreed = agreeing(heard);
    if (agreed.size() * 2 <= heard.size())
        return { ClockState::Contradictory, nearestOffset(heard), static_cast<int>(agreed.size()) };

    const auto offset = middleOf(agreed);
    const auto certainly = std::chrono::abs(offset) - largestUncertainty(agreed);
    auto sources = static_cast<int>(agreed.size());
    if (certainly > limits.failure) {
        if (!proven.empty())
            sources += static_cast<int>(confirming(unproven, offset));
        return { sources >= 2 ? ClockState::Wrong : ClockState::WrongByOneSource, offset, sources };
    }
    if (proven.empty())
        return { ClockState::Unproven, offset, sources };
    return { certainly > limits.warning ? ClockState::Off : ClockState::Right, offset, sources };
}

ClockSample sampleFrom(
    milliseconds askedAt, milliseconds roundTrip, std::chrono::seconds serverDate, ClockSample::Trust trust)
{
    constexpr milliseconds kHalfASecond { 500 };
    return { askedAt + roundTrip / 2 - (serverDate + kHalfASecond), roundTrip / 2 + kHalfASecond, trust };
}

} // namespace bidseal::environment
