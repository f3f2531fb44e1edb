#pragma once

// Boost 1.74's awaitable.hpp uses std::exchange without including it.
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace bidseal::bench {

using Clock = std::chrono::steady_clock;

struct Place {
    unsigned short port = 0;
    std::string caFile; ///< empty: plain http
};

struct LoadReply {
    int status = 0; ///< 0: the connection was lost
    std::string body;
    int retryAfter = 0; ///< s
};

/// One client's connection, from a loopback address of its own; opened when it is used, and again after a loss.
class LoadConnection {
public:
    virtual ~LoadConnection() = default;
    virtual boost::asio::awaitable<LoadReply> ask(const std::string& request) = 0;
};

/// Thousands of clients in one thread. The same for the relay and for the floor.
class LoadGenerator {
public:
    LoadGenerator();

    [[nodiscard]] std::unique_ptr<LoadConnection> connect(const Place& place);
    boost::asio::awaitable<void> pause(std::chrono::milliseconds time);
    void spawn(boost::asio::awaitable<void> work);
    /// Lets all work go on until `done` says so. False where the time is over before.
    [[nodiscard]] bool runUntil(const std::function<bool()>& done, std::chrono::seconds time);

    /// Work for each of 0 … count - 1 on `lanes` connections at once.
    using Job = std::function<boost::asio::awaitable<void>(LoadConnection&, std::size_t)>;
    void forEach(const Place& place, std::size_t count, std::size_t lanes, Job job);

private:
    boost::asio::ssl::context& tlsFor(const std::string& caFile);

    std::vector<std::pair<std::string, std::unique_ptr<boost::asio::ssl::context>>> m_tls;
    boost::asio::io_context m_context { 1 };
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_alive { m_context.get_executor() };
    unsigned m_connections = 0;
};

[[nodiscard]] std::string requestText(
    const std::string& method, const std::string& target, const std::string& token, const std::string& body);

} // namespace bidseal::bench
