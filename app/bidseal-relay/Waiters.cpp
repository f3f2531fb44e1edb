#include "app/bidseal-relay/Waiters.h"

namespace bidseal::relay::service {

Waiters::Waiters(net::io_context& context)
    : m_context(context)
{
}

void Waiters::wake(WaiterId id, Wake why)
{
    const auto found = m_waiting.find(id);
    if (found != m_waiting.end())
        found->second->wake(why);
}

void Waiters::wakeAll()
{
    for (const auto& [id, waiter] : m_waiting)
        waiter->wake(Wake::Look);
}

void Waiters::stop()
{
    m_stopped = true;
    wakeAll();
}

Waiter::Waiter(Waiters& all)
    : m_all(all)
    , m_id(++all.m_last)
    , m_timer(all.m_context)
{
    m_all.m_waiting.emplace(m_id, this);
}

Waiter::~Waiter() { m_all.m_waiting.erase(m_id); }

Awaitable<Wake> Waiter::wait(Clock::time_point until)
{
    if (m_why == Wake::TimeOver) {
        m_timer.expires_at(until);
        boost::system::error_code error;
        auto token = net::redirect_error(net::use_awaitable, error);
        co_await m_timer.async_wait(token);
    }
    co_return std::exchange(m_why, Wake::TimeOver);
}

void Waiter::wake(Wake why)
{
    if (m_why != Wake::Superseded)
        m_why = why;
    m_timer.cancel();
}

} // namespace bidseal::relay::service
