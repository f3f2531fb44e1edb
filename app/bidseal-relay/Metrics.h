#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace bidseal::relay::service {

/// Counts since the start. Numbers only: nothing here tells sessions or people apart.
struct Metrics {
    std::map<int, std::uint64_t> answers; ///< by status
    std::uint64_t sessionsOpened = 0, sessionsJoined = 0, sessionsEnded = 0;
    std::uint64_t wrongProofs = 0;
    std::uint64_t recordsKept = 0, recordBytes = 0, recordsGiven = 0;
    std::uint64_t slowedDown = 0;
    std::uint64_t connectionsRefused = 0, brokenHandshakes = 0, brokenRequests = 0;
    std::uint64_t storeLost = 0;
    std::size_t connections = 0, waiting = 0; ///< now

    [[nodiscard]] std::string text() const; ///< Prometheus' text format, 0.0.4
};

} // namespace bidseal::relay::service
