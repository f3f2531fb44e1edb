#pragma once

#include "app/bidseal-relay/Service.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include <memory>

namespace bidseal::relay::service {

/// One client's connection: reads requests one after the other, each part with a deadline and a limit, and writes what
/// Service answers. Lives while run() runs.
class Connection {
public:
    /// `tls`: null for plain http.
    Connection(net::ip::tcp::socket socket, const IpAddress& peer, std::shared_ptr<net::ssl::context> tls,
        const Settings& settings, Service& service, Metrics& metrics);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] Awaitable<void> run();
    /// Ends at once where no request is under way, else with its answer.
    void stop();

private:
    struct Exchange;
    template <class Stream> Awaitable<void> serve(Stream& stream);
    template <class Stream> Awaitable<bool> waitForRequest(Stream& stream);
    template <class Stream> Awaitable<void> readRequest(Stream& stream, Exchange& exchange);
    template <class Stream> Awaitable<void> write(Stream& stream, Exchange& exchange);
    template <class Stream> Awaitable<void> drain(Stream& stream);
    template <class Parser> bool understandHeader(Parser& parser, Exchange& exchange);
    void refuseBroken(Exchange& exchange, const boost::system::error_code& error);

    boost::beast::tcp_stream m_stream;
    IpAddress m_peer;
    std::shared_ptr<net::ssl::context> m_tls;
    const Settings& m_settings;
    Service& m_service;
    Metrics& m_metrics;
    boost::beast::flat_buffer m_buffer;
    bool m_idle = true;
    bool m_stopped = false;
};

} // namespace bidseal::relay::service
