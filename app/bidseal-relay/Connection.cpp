#include "app/bidseal-relay/Connection.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <spdlog/spdlog.h>

#include <limits>

namespace bidseal::relay::service {

namespace beast = boost::beast;
using ErrorCode = boost::system::error_code;

namespace {

constexpr std::size_t kReadBuffer = 65'536;
/// What is read and thrown away so that a client that is still sending gets to read why it was refused.
constexpr std::size_t kMostDrained = 2'000'000;
constexpr seconds kDrainTime { 2 };
constexpr seconds kFarewellTime { 2 };

bool isBrokenHttp(const ErrorCode& error)
{
    return error.category() == make_error_code(http::error::bad_version).category()
        && error != http::error::end_of_stream && error != http::error::partial_message;
}

/// All lines of it: a proxy may have added its own below the one that the client has made up.
std::string forwardedFor(const http::fields& header)
{
    std::string all;
    const auto lines = header.equal_range("X-Forwarded-For");
    for (auto line = lines.first; line != lines.second; ++line)
        all += (all.empty() ? "" : ",") + std::string(line->value());
    return all;
}

} // namespace

/// One request and its answer.
struct Connection::Exchange {
    Request request;
    std::optional<Answer> answer; ///< refused before Service was asked
    bool keepAlive = false;
    bool isOver = false; ///< the client is gone: there is nobody to answer
    bool bodyUnread = false;
    bool wantsContinue = false;
};

Connection::Connection(net::ip::tcp::socket socket, const IpAddress& peer, std::shared_ptr<net::ssl::context> tls,
    const Settings& settings, Service& service, Metrics& metrics)
    : m_stream(std::move(socket))
    , m_peer(peer)
    , m_tls(std::move(tls))
    , m_settings(settings)
    , m_service(service)
    , m_metrics(metrics)
    , m_buffer(std::max(kReadBuffer, settings.limits.headerBytes * 2))
{
}

Awaitable<void> Connection::run()
{
    if (!m_tls) {
        co_await serve(m_stream);
        ErrorCode ignored;
        m_stream.socket().shutdown(net::ip::tcp::socket::shutdown_both, ignored);
        co_return;
    }
    beast::ssl_stream<beast::tcp_stream&> stream(m_stream, *m_tls);
    ErrorCode error;
    auto token = net::redirect_error(net::use_awaitable, error);
    m_stream.expires_after(m_settings.limits.handshakeTime);
    co_await stream.async_handshake(net::ssl::stream_base::server, token);
    if (error) {
        ++m_metrics.brokenHandshakes;
        spdlog::debug("no TLS with {}: {}", shortened(m_peer), error.message());
        co_return;
    }
    co_await serve(stream);
    m_stream.expires_after(kFarewellTime);
    co_await stream.async_shutdown(token);
}

void Connection::stop()
{
    m_stopped = true;
    if (m_idle)
        m_stream.cancel();
}

template <class Stream> Awaitable<void> Connection::serve(Stream& stream)
{
    bool again = true;
    while (again && !m_stopped) {
        const bool begun = co_await waitForRequest(stream);
        if (!begun)
            co_return;
        Exchange exchange;
        co_await readRequest(stream, exchange);
        if (exchange.isOver)
            co_return;
        m_buffer.shrink_to_fit(); // what follows may be a long wait
        m_stream.expires_never();
        if (!exchange.answer)
            exchange.answer = co_await m_service.answer(exchange.request);
        again = exchange.keepAlive && !m_stopped;
        exchange.answer->keep_alive(again);
        co_await write(stream, exchange);
        if (exchange.isOver)
            co_return;
        if (exchange.bodyUnread)
            co_await drain(stream);
    }
}

template <class Stream> Awaitable<bool> Connection::waitForRequest(Stream& stream)
{
    if (m_buffer.size() > 0)
        co_return true;
    ErrorCode error;
    auto token = net::redirect_error(net::use_awaitable, error);
    const auto space = m_buffer.prepare(1024);
    m_stream.expires_after(m_settings.limits.idleTime);
    m_idle = true;
    const auto count = co_await stream.async_read_some(space, token);
    m_idle = false;
    m_buffer.commit(count);
    co_return !error;
}

template <class Stream> Awaitable<void> Connection::readRequest(Stream& stream, Exchange& exchange)
{
    http::request_parser<http::string_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(m_settings.limits.headerBytes));
    // Beast compares with the limit even where there is none; what a body may have is decided when the header is known.
    parser.body_limit(std::numeric_limits<std::uint64_t>::max());
    ErrorCode error;
    auto token = net::redirect_error(net::use_awaitable, error);
    m_stream.expires_after(m_settings.limits.headerTime);
    co_await http::async_read_header(stream, m_buffer, parser, token);
    if (error) {
        refuseBroken(exchange, error);
        co_return;
    }
    if (!understandHeader(parser, exchange))
        co_return;
    m_stream.expires_after(m_settings.limits.bodyTime);
    if (exchange.wantsContinue) {
        http::response<http::empty_body> goOn(http::status::continue_, 11);
        co_await http::async_write(stream, goOn, token);
    }
    if (!error)
        co_await http::async_read(stream, m_buffer, parser, token);
    if (error == http::error::body_limit) {
        exchange.answer = problemAnswer(Problem::TooLarge);
        exchange.bodyUnread = true;
        exchange.keepAlive = false;
    } else if (error) {
        refuseBroken(exchange, error);
    }
    exchange.request.body = std::move(parser.get().body());
}

/// False where the answer is clear already.
template <class Parser> bool Connection::understandHeader(Parser& parser, Exchange& exchange)
{
    const auto& header = parser.get();
    auto& request = exchange.request;
    request.method = header.method();
    request.target = std::string(header.target());
    request.authorization = std::string(header[http::field::authorization]);
    request.from = clientAddress(m_peer, forwardedFor(header), m_settings.trustedProxies);
    const bool hasBody = !parser.is_done();
    exchange.keepAlive = parser.keep_alive();
    exchange.answer = m_service.refuseHasty(request.from);
    const auto most = Service::largestBody(request.target);
    const auto announced = parser.content_length();
    if (!exchange.answer && announced && *announced > most)
        exchange.answer = problemAnswer(Problem::TooLarge);
    if (exchange.answer) {
        exchange.bodyUnread = hasBody;
        exchange.keepAlive = exchange.keepAlive && !hasBody;
        return false;
    }
    parser.body_limit(most);
    exchange.wantsContinue = hasBody && beast::iequals(header[http::field::expect], "100-continue");
    return true;
}

void Connection::refuseBroken(Exchange& exchange, const ErrorCode& error)
{
    ++m_metrics.brokenRequests;
    exchange.isOver = !isBrokenHttp(error);
    exchange.answer = problemAnswer(Problem::InvalidRequest);
    exchange.bodyUnread = true;
    exchange.keepAlive = false;
    spdlog::debug("broken request from {}: {}", shortened(m_peer), error.message());
}

template <class Stream> Awaitable<void> Connection::write(Stream& stream, Exchange& exchange)
{
    auto& answer = *exchange.answer;
    ++m_metrics.answers[static_cast<int>(answer.result_int())];
    if (answer.result() != http::status::no_content)
        answer.prepare_payload();
    ErrorCode error;
    auto token = net::redirect_error(net::use_awaitable, error);
    m_stream.expires_after(m_settings.limits.writeTime);
    co_await http::async_write(stream, answer, token);
    exchange.isOver = static_cast<bool>(error);
}

/// Closing while the client is still sending would throw away the answer on its way.
template <class Stream> Awaitable<void> Connection::drain(Stream& stream)
{
    ErrorCode error;
    auto token = net::redirect_error(net::use_awaitable, error);
    if (!m_tls)
        m_stream.socket().shutdown(net::ip::tcp::socket::shutdown_send, error);
    std::array<char, 4096> waste;
    std::size_t drained = 0;
    m_stream.expires_after(kDrainTime);
    while (!error && drained < kMostDrained) {
        const auto space = net::buffer(waste);
        drained += co_await stream.async_read_some(space, token);
    }
}

} // namespace bidseal::relay::service
