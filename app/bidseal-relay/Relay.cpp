#include "app/bidseal-relay/Relay.h"

#include "app/bidseal-relay/MemoryStore.h"
#include "app/bidseal-relay/RedisStore.h"
#include "app/bidseal-relay/Tls.h"
#include "app/bidseal-relay/platform/FileDescriptors.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <csignal>
#include <iostream>

namespace bidseal::relay::service {

namespace {

/// How long answers may take on their way when the relay stops.
constexpr seconds kGrace { 5 };
constexpr std::chrono::milliseconds kLook { 20 };
/// Descriptors that are not clients': the store's, listeners', files.
constexpr std::size_t kOwnDescriptors = 64;

std::string hostAndPort(const net::ip::tcp::endpoint& endpoint)
{
    const auto host = endpoint.address().to_string();
    return (endpoint.address().is_v6() ? '[' + host + ']' : host) + ':' + std::to_string(endpoint.port());
}

} // namespace

Relay::Relay(Settings settings)
    : m_settings(std::move(settings))
{
}

int Relay::run()
{
    if (!prepare() || !prepareMetrics())
        return 1;
    watchSignals();
    net::co_spawn(m_context, begin(), net::detached);
    m_context.run();
    spdlog::info("stopped");
    return 0;
}

Awaitable<void> Relay::begin()
{
    co_await m_store->start();
    if (m_waiters.isStopped())
        co_return;
    m_server->start();
    std::cout << "listening on " << m_address << std::endl;
}

bool Relay::prepare()
{
    boundConnections();
    TlsContext tls;
    if (m_settings.hasTls()) {
        tls = readTls(m_settings.certificateFile, m_settings.keyFile);
        if (!tls.context) {
            spdlog::error("{}", tls.problem);
            return false;
        }
    }
    std::string problem;
    auto acceptor = listenAt(m_context, m_settings.listen, problem);
    if (!acceptor) {
        spdlog::error("cannot listen: {}", problem);
        return false;
    }
    const auto endpoint = acceptor->local_endpoint();
    m_address = (m_settings.hasTls() ? "https://" : "http://") + hostAndPort(endpoint);
    auto origin = m_settings.origin;
    if (origin.empty() && endpoint.address().is_unspecified()) {
        spdlog::error(
            "--public-url is missing: nobody can tell under which of this machine's addresses phones reach it");
        return false;
    }
    if (origin.empty())
        origin = *originOf(m_address);
    if (m_settings.redis)
        m_store = std::make_unique<RedisStore>(m_context, m_waiters, m_settings.sessions, *m_settings.redis);
    else
        m_store = std::make_unique<MemoryStore>(m_waiters, m_settings.sessions, m_settings.memoryBytes);
    m_service = std::make_unique<Service>(m_settings, origin, *m_store, m_waiters, m_metrics);
    m_server = std::make_unique<Server>(
        m_context, std::move(*acceptor), std::move(tls.context), m_settings, *m_service, m_metrics);
    spdlog::info("phones reach this relay at {}", origin);
    return true;
}

bool Relay::prepareMetrics()
{
    if (!m_settings.metrics)
        return true;
    std::string problem;
    auto acceptor = listenAt(m_context, *m_settings.metrics, problem);
    if (!acceptor) {
        spdlog::error("cannot listen for metrics: {}", problem);
        return false;
    }
    spdlog::info("metrics on http://{}/metrics", hostAndPort(acceptor->local_endpoint()));
    m_metricsListener = std::make_unique<MetricsListener>(m_context, std::move(*acceptor), m_metrics, m_waiters);
    m_metricsListener->start();
    return true;
}

/// More connections than descriptors would be refused by the system, and not one by one.
void Relay::boundConnections()
{
    const auto descriptors = platform::raiseFileDescriptorLimit();
    if (descriptors <= kOwnDescriptors || descriptors - kOwnDescriptors >= m_settings.limits.connections)
        return;
    m_settings.limits.connections = descriptors - kOwnDescriptors;
    spdlog::warn("the system allows {} connections only", m_settings.limits.connections);
}

void Relay::watchSignals()
{
    m_stopSignals.add(SIGTERM);
    m_stopSignals.add(SIGINT);
    m_stopSignals.async_wait([this](const boost::system::error_code& error, int) {
        if (!error)
            stop();
    });
    reloadTls();
}

void Relay::reloadTls()
{
    boost::system::error_code ignored;
    m_reloadSignal.add(SIGHUP, ignored);
    m_reloadSignal.async_wait([this](const boost::system::error_code& error, int) {
        if (error)
            return;
        if (m_settings.hasTls()) {
            auto tls = readTls(m_settings.certificateFile, m_settings.keyFile);
            if (tls.context) {
                m_server->setTls(std::move(tls.context));
                spdlog::info("the certificate was read again");
            } else {
                spdlog::error("the certificate stays as it was: {}", tls.problem);
            }
        }
        reloadTls();
    });
}

void Relay::stop()
{
    spdlog::info("stopping");
    m_waiters.stop();
    m_server->stop();
    if (m_metricsListener)
        m_metricsListener->stop();
    net::co_spawn(m_context, waitUntilDone(), net::detached);
}

Awaitable<void> Relay::waitUntilDone()
{
    const auto until = Clock::now() + kGrace;
    net::steady_timer timer(m_context);
    while (!m_server->isDone() && Clock::now() < until) {
        timer.expires_after(kLook);
        co_await timer.async_wait(net::use_awaitable);
    }
    m_store->stop();
    m_context.stop();
}

} // namespace bidseal::relay::service
