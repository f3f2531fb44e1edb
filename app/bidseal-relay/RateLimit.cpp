#include "app/bidseal-relay/RateLimit.h"

#include <algorithm>
#include <cmath>

namespace bidseal::relay::service {

namespace {
constexpr std::size_t kMostAddresses = 100'000;
constexpr seconds kBetweenSweeps { 10 };
const std::string kAllOthers = "others";
} // namespace

RateLimit::RateLimit(double perSecond, double atOnce)
    : m_perSecond(perSecond)
    , m_atOnce(std::max(1.0, atOnce))
{
}

seconds RateLimit::take(const std::string& key, Clock::time_point now)
{
    if (now - m_lastSweep > kBetweenSweeps)
        forgetFull(now);
    auto& bucket = bucketOf(key, now);
    bucket.filled = filledAt(bucket, now);
    bucket.at = now;
    if (bucket.filled >= 1) {
        bucket.filled -= 1;
        return seconds(0);
    }
    return seconds(std::max(1L, std::lround(std::ceil((1 - bucket.filled) / m_perSecond))));
}

double RateLimit::filledAt(const Bucket& bucket, Clock::time_point now) const
{
    const auto passed = std::chrono::duration<double>(now - bucket.at).count();
    return std::min(m_atOnce, bucket.filled + passed * m_perSecond);
}

RateLimit::Bucket& RateLimit::bucketOf(const std::string& key, Clock::time_point now)
{
    const auto known = m_buckets.find(key);
    if (known != m_buckets.end())
        return known->second;
    const auto& name = m_buckets.size() < kMostAddresses ? key : kAllOthers;
    return m_buckets.try_emplace(name, Bucket { m_atOnce, now }).first->second;
}

void RateLimit::forgetFull(Clock::time_point now)
{
    m_lastSweep = now;
    std::erase_if(m_buckets, [&](const auto& one) { return filledAt(one.second, now) >= m_atOnce; });
}

} // namespace bidseal::relay::service
