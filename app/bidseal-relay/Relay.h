#pragma once

#include "app/bidseal-relay/MetricsListener.h"
#include "app/bidseal-relay/Server.h"

#include <boost/asio/signal_set.hpp>

namespace bidseal::relay::service {

/// The whole service of one process: its parts, from the start to a clean stop.
class Relay {
public:
    explicit Relay(Settings settings);

    /// Says on standard output where it listens, then serves until SIGTERM or SIGINT. Gives back the exit code.
    [[nodiscard]] int run();

private:
    [[nodiscard]] bool prepare();
    [[nodiscard]] bool prepareMetrics();
    [[nodiscard]] Awaitable<void> begin();
    void boundConnections();
    void watchSignals();
    void reloadTls();
    void stop();
    [[nodiscard]] Awaitable<void> waitUntilDone();

    // What a connection touches when it goes must be there when the context lets the last ones go.
    Settings m_settings;
    Metrics m_metrics;
    Waiters m_waiters { m_context };
    net::io_context m_context { 1 };
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Service> m_service;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<MetricsListener> m_metricsListener;
    net::signal_set m_stopSignals { m_context };
    net::signal_set m_reloadSignal { m_context };
    std::string m_address; ///< where it listens, as it is told
};

} // namespace bidseal::relay::service
