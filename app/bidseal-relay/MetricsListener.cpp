#include "app/bidseal-relay/MetricsListener.h"

#include "app/bidseal-relay/Answers.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

namespace bidseal::relay::service {

using net::ip::tcp;
using ErrorCode = boost::system::error_code;

namespace {
constexpr seconds kTime { 5 };
constexpr std::chrono::milliseconds kAcceptPause { 100 };
} // namespace

MetricsListener::MetricsListener(
    net::io_context& context, tcp::acceptor acceptor, Metrics& metrics, const Waiters& waiters)
    : m_context(context)
    , m_acceptor(std::move(acceptor))
    , m_metrics(metrics)
    , m_waiters(waiters)
{
}

void MetricsListener::start() { net::co_spawn(m_context, accept(), net::detached); }

void MetricsListener::stop()
{
    ErrorCode ignored;
    m_acceptor.close(ignored);
}

Awaitable<void> MetricsListener::accept()
{
    net::steady_timer pause(m_context);
    while (m_acceptor.is_open()) {
        tcp::socket socket(m_context);
        ErrorCode error;
        auto token = net::redirect_error(net::use_awaitable, error);
        co_await m_acceptor.async_accept(socket, token);
        if (error) {
            pause.expires_after(kAcceptPause);
            co_await pause.async_wait(token);
            continue;
        }
        co_await answer(std::move(socket));
    }
}

Awaitable<void> MetricsListener::answer(tcp::socket socket)
{
    boost::beast::tcp_stream stream(std::move(socket));
    boost::beast::flat_buffer buffer(8192);
    http::request<http::empty_body> request;
    ErrorCode error;
    auto token = net::redirect_error(net::use_awaitable, error);
    stream.expires_after(kTime);
    co_await http::async_read(stream, buffer, request, token);
    if (error)
        co_return;
    const bool isMetrics = request.method() == http::verb::get && request.target() == "/metrics";
    auto answer = isMetrics ? emptyAnswer(http::status::ok) : problemAnswer(Problem::UnknownPath);
    if (isMetrics) {
        m_metrics.waiting = m_waiters.count();
        answer.set(http::field::content_type, "text/plain; version=0.0.4; charset=utf-8");
        answer.body() = m_metrics.text();
    }
    answer.keep_alive(false);
    answer.prepare_payload();
    co_await http::async_write(stream, answer, token);
    stream.socket().shutdown(tcp::socket::shutdown_both, error);
}

} // namespace bidseal::relay::service
