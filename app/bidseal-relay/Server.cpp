#include "app/bidseal-relay/Server.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <spdlog/spdlog.h>

namespace bidseal::relay::service {

using net::ip::tcp;
using ErrorCode = boost::system::error_code;

namespace {
/// Where accepting fails (no descriptor left, say), it will fail again at once.
constexpr std::chrono::milliseconds kAcceptPause { 100 };
} // namespace

Server::Server(net::io_context& context, tcp::acceptor acceptor, std::shared_ptr<net::ssl::context> tls,
    const Settings& settings, Service& service, Metrics& metrics)
    : m_context(context)
    , m_acceptor(std::move(acceptor))
    , m_tls(std::move(tls))
    , m_settings(settings)
    , m_service(service)
    , m_metrics(metrics)
{
}

void Server::start() { net::co_spawn(m_context, accept(), net::detached); }

void Server::stop()
{
    m_stopped = true;
    ErrorCode ignored;
    m_acceptor.close(ignored);
    for (auto* connection : m_connections)
        connection->stop();
}

Awaitable<void> Server::accept()
{
    net::steady_timer pause(m_context);
    while (!m_stopped) {
        tcp::socket socket(m_context);
        ErrorCode error;
        auto token = net::redirect_error(net::use_awaitable, error);
        co_await m_acceptor.async_accept(socket, token);
        if (m_stopped)
            co_return;
        if (error) {
            pause.expires_after(kAcceptPause);
            co_await pause.async_wait(token);
            continue;
        }
        const auto peer = socket.remote_endpoint(error).address();
        if (error)
            continue;
        if (!hasRoomFor(peer)) {
            ++m_metrics.connectionsRefused;
            continue;
        }
        socket.set_option(tcp::no_delay(true), error);
        auto connection = runConnection(std::move(socket), peer);
        net::co_spawn(m_context, std::move(connection), net::detached);
    }
}

Awaitable<void> Server::runConnection(tcp::socket socket, IpAddress peer)
{
    const auto key = limitKey(peer);
    Connection connection(std::move(socket), peer, m_tls, m_settings, m_service, m_metrics);
    m_connections.insert(&connection);
    ++m_byAddress[key];
    m_metrics.connections = m_connections.size();
    try {
        co_await connection.run();
    } catch (const std::exception& problem) { // out of memory, say: costs this connection and no other
        spdlog::error("a connection failed: {}", problem.what());
    }
    m_connections.erase(&connection);
    if (--m_byAddress[key] == 0)
        m_byAddress.erase(key);
    m_metrics.connections = m_connections.size();
}

bool Server::hasRoomFor(const IpAddress& peer) const
{
    if (m_connections.size() >= m_settings.limits.connections)
        return false;
    if (isTrusted(peer, m_settings.trustedProxies)) // all the world comes through it
        return true;
    const auto known = m_byAddress.find(limitKey(peer));
    return known == m_byAddress.end() || known->second < m_settings.limits.connectionsPerAddress;
}

std::optional<tcp::acceptor> listenAt(net::io_context& context, const Endpoint& endpoint, std::string& problem)
{
    ErrorCode error;
    tcp::resolver resolver(context);
    const auto found = resolver.resolve(endpoint.host, endpoint.port, tcp::resolver::passive, error);
    if (error || found.empty()) {
        problem = endpoint.host + ": " + error.message();
        return {};
    }
    const tcp::endpoint address = found.begin()->endpoint();
    tcp::acceptor acceptor(context);
    acceptor.open(address.protocol(), error);
    if (!error)
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        acceptor.bind(address, error);
    if (!error)
        acceptor.listen(4096, error);
    if (error) {
        problem = endpoint.host + ':' + endpoint.port + ": " + error.message();
        return {};
    }
    return acceptor;
}

} // namespace bidseal::relay::service
