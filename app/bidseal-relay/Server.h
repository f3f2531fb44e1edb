#pragma once

#include "app/bidseal-relay/Connection.h"

#include <unordered_set>

namespace bidseal::relay::service {

/// Accepts connections within their limits and lets each of them run.
class Server {
public:
    Server(net::io_context& context, net::ip::tcp::acceptor acceptor, std::shared_ptr<net::ssl::context> tls,
        const Settings& settings, Service& service, Metrics& metrics);

    void start();
    /// For new connections from now on.
    void setTls(std::shared_ptr<net::ssl::context> tls) { m_tls = std::move(tls); }
    /// Takes no new connections; those that there are end with the answer that they are at.
    void stop();
    [[nodiscard]] bool isDone() const { return m_connections.empty(); }

private:
    [[nodiscard]] Awaitable<void> accept();
    [[nodiscard]] Awaitable<void> runConnection(net::ip::tcp::socket socket, IpAddress peer);
    [[nodiscard]] bool hasRoomFor(const IpAddress& peer) const;

    net::io_context& m_context;
    net::ip::tcp::acceptor m_acceptor;
    std::shared_ptr<net::ssl::context> m_tls;
    const Settings& m_settings;
    Service& m_service;
    Metrics& m_metrics;
    std::unordered_set<Connection*> m_connections;
    std::unordered_map<std::string, std::size_t> m_byAddress;
    bool m_stopped = false;
};

/// Listens, or says in `problem` why it cannot.
[[nodiscard]] std::optional<net::ip::tcp::acceptor> listenAt(
    net::io_context& context, const Endpoint& endpoint, std::string& problem);

} // namespace bidseal::relay::service
