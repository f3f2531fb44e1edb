#pragma once

#include "app/bidseal-relay/Asio.h"

#include <cstdint>
#include <unordered_map>

namespace bidseal::relay::service {

using WaiterId = std::uint64_t;
inline constexpr WaiterId kNobody = 0;

enum class Wake {
    TimeOver,
    Look, ///< something has changed, or may have
    Superseded, ///< the same side waits elsewhere now
};

class Waiter;

/// The long polls of this process. A store knows them by number only, so that it may wake one that has gone already.
class Waiters {
public:
    explicit Waiters(net::io_context& context);

    void wake(WaiterId id, Wake why);
    /// All look again: what woke them may have been lost.
    void wakeAll();
    /// From now on nobody waits any longer.
    void stop();
    [[nodiscard]] bool isStopped() const { return m_stopped; }
    [[nodiscard]] std::size_t count() const { return m_waiting.size(); }

private:
    friend class Waiter;
    net::io_context& m_context;
    std::unordered_map<WaiterId, Waiter*> m_waiting;
    WaiterId m_last = kNobody;
    bool m_stopped = false;
};

/// One of them, for as long as this object lives. What wakes it between two waits is not lost.
class Waiter {
public:
    explicit Waiter(Waiters& all);
    ~Waiter();
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;

    [[nodiscard]] WaiterId id() const { return m_id; }
    [[nodiscard]] Awaitable<Wake> wait(Clock::time_point until);

private:
    friend class Waiters;
    void wake(Wake why);

    Waiters& m_all;
    WaiterId m_id;
    net::steady_timer m_timer;
    Wake m_why = Wake::TimeOver;
};

} // namespace bidseal::relay::service
