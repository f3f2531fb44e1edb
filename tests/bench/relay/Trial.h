#pragma once

#include "tests/bench/relay/LoadGenerator.h"
#include "tests/support/RedisProcess.h"
#include "tests/support/RelayProcess.h"

#include <array>

namespace bidseal::bench {

/// How long it took, from each message's sending to its arrival.
struct Delays {
    double median = 0, p99 = 0, longest = 0; ///< ms
    [[nodiscard]] static Delays of(std::vector<double> milliseconds);
};

struct Passed {
    std::size_t arrived = 0, wrong = 0;
    double perSecond = 0;
    Delays delays;
    std::size_t refused = 0; ///< 503, tried again
    bool hung = false; ///< something was still under way when time was over
};

struct TrialResult {
    bool prepared = false;
    double openedPerSecond = 0; ///< opened and joined
    double kibPerWaiting = 0; ///< resident memory of the desktops' relay, for each session that waits there
    Passed calm; ///< each session gets a record through the other relay
    Passed restarted; ///< again, while Redis is stopped and started
};

/// Two relays on one Redis: all desktops wait at one, all phones send at the other.
class Trial {
public:
    Trial(std::size_t sessions, test::RelayProcess::Tls tls);
    [[nodiscard]] TrialResult run();

private:
    struct Session {
        std::string name, desktop, phone;
        std::array<Clock::time_point, 2> sent {}, arrived {};
        bool wrong = false;
    };
    [[nodiscard]] bool start();
    [[nodiscard]] bool openAll(TrialResult& result);
    [[nodiscard]] bool waitAll(TrialResult& result);
    [[nodiscard]] Passed confirmAll(int number, bool restartRedis);
    [[nodiscard]] boost::asio::awaitable<void> desktop(std::size_t index);
    [[nodiscard]] boost::asio::awaitable<void> confirm(LoadConnection& phones, Session& session, int number);
    [[nodiscard]] boost::asio::awaitable<void> restartRedis();
    [[nodiscard]] static std::string recordOf(const Session& session, int number);

    std::size_t m_count;
    test::RelayProcess::Tls m_tls;
    test::RedisProcess m_redis;
    test::RelayProcess m_desktops, m_phones;
    LoadGenerator m_load;
    std::vector<Session> m_sessions;
    std::size_t m_waiting = 0; ///< desktops that have asked at least once
    std::size_t m_refused = 0;
    std::array<std::size_t, 2> m_arrived {};
};

struct FloorResult {
    double perSecond = 0;
    Delays delays;
    double kibPerConnection = 0;
};
/// The bare echo server under the same load: as many connections, as many exchanges.
[[nodiscard]] FloorResult measureFloor(std::size_t connections, const test::RelayProcess& tlsMaterial, bool tls);

/// Resident memory of a process, KiB.
[[nodiscard]] double residentKib(qint64 processId);

} // namespace bidseal::bench
