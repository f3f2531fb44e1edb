#pragma once

#include "app/bidseal-relay/Asio.h"

#include <string>
#include <unordered_map>

namespace bidseal::relay::service {

/// Token buckets by address: so many at once, so many per second after that. Knows a bounded number of addresses; the
/// ones beyond share one bucket.
class RateLimit {
public:
    RateLimit(double perSecond, double atOnce);

    /// Takes one. Gives back how long to wait where there is none: 0 s is yes.
    [[nodiscard]] seconds take(const std::string& key, Clock::time_point now = Clock::now());

private:
    struct Bucket {
        double filled;
        Clock::time_point at;
    };
    [[nodiscard]] double filledAt(const Bucket& bucket, Clock::time_point now) const;
    [[nodiscard]] Bucket& bucketOf(const std::string& key, Clock::time_point now);
    void forgetFull(Clock::time_point now);

    double m_perSecond, m_atOnce;
    std::unordered_map<std::string, Bucket> m_buckets;
    Clock::time_point m_lastSweep {};
};

} // namespace bidseal::relay::service
