#pragma once

#include "app/bidseal-relay/Metrics.h"
#include "app/bidseal-relay/Waiters.h"

#include <boost/asio/ip/tcp.hpp>

namespace bidseal::relay::service {

/// GET /metrics on an address of its own, which the world does not reach. One connection at a time.
class MetricsListener {
public:
    MetricsListener(
        net::io_context& context, net::ip::tcp::acceptor acceptor, Metrics& metrics, const Waiters& waiters);

    void start();
    void stop();

private:
    [[nodiscard]] Awaitable<void> accept();
    [[nodiscard]] Awaitable<void> answer(net::ip::tcp::socket socket);

    net::io_context& m_context;
    net::ip::tcp::acceptor m_acceptor;
    Metrics& m_metrics;
    const Waiters& m_waiters;
};

} // namespace bidseal::relay::service
