#include "tests/bench/relay/LoadGenerator.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace bidseal::bench {

namespace net = boost::asio;
using net::ip::tcp;
using ErrorCode = boost::system::error_code;

namespace {

/// Each loopback address has some 28 000 ports; a thousand clients share one.
constexpr unsigned kClientsOfAnAddress = 1000;

int numberBehind(const std::string& head, const char* name)
{
    const auto at = head.find(name);
    return at == std::string::npos ? 0 : std::atoi(head.c_str() + at + std::char_traits<char>::length(name));
}

template <class Stream>
net::awaitable<LoadReply> exchange(Stream& stream, std::string& read, const std::string& request)
{
    LoadReply reply;
    ErrorCode error;
    auto token = net::redirect_error(net::use_awaitable, error);
    const auto bytes = net::buffer(request);
    co_await net::async_write(stream, bytes, token);
    if (error)
        co_return reply;
    auto buffer = net::dynamic_buffer(read);
    const std::string end = "\r\n\r\n";
    const auto headSize = co_await net::async_read_until(stream, buffer, end, token);
    if (error)
        co_return reply;
    const auto head = read.substr(0, headSize);
    const auto length = static_cast<std::size_t>(numberBehind(head, "Content-Length: "));
    if (read.size() < headSize + length) {
        const auto missing = net::transfer_exactly(headSize + length - read.size());
        co_await net::async_read(stream, buffer, missing, token);
    }
    if (error)
        co_return reply;
    reply.status = std::atoi(head.c_str() + std::char_traits<char>::length("HTTP/1.1 "));
    reply.retryAfter = numberBehind(head, "Retry-After: ");
    reply.body = read.substr(headSize, length);
    read.erase(0, headSize + length);
    co_return reply;
}

class Connection final : public LoadConnection {
public:
    Connection(net::io_context& context, unsigned short port, unsigned source, net::ssl::context* tls)
        : m_context(context)
        , m_port(port)
        , m_source(source)
        , m_tls(tls)
    {
    }

    net::awaitable<LoadReply> ask(const std::string& request) override
    {
        if (!m_plain)
            co_await open();
        LoadReply reply;
        if (m_secure)
            reply = co_await exchange(*m_secure, m_read, request);
        else if (m_plain)
            reply = co_await exchange(*m_plain, m_read, request);
        if (reply.status == 0)
            close();
        co_return reply;
    }

private:
    net::awaitable<void> open()
    {
        ErrorCode error;
        auto token = net::redirect_error(net::use_awaitable, error);
        m_plain.emplace(m_context);
        m_plain->open(tcp::v4(), error);
        const net::ip::address_v4 own(net::ip::make_address_v4("127.0.1.0").to_uint() + m_source);
        m_plain->set_option(tcp::acceptor::reuse_address(true), error);
        m_plain->bind({ own, 0 }, error);
        const tcp::endpoint there(net::ip::make_address_v4("127.0.0.1"), m_port);
        co_await m_plain->async_connect(there, token);
        if (!error && m_tls != nullptr) {
            m_secure.emplace(*m_plain, *m_tls);
            co_await m_secure->async_handshake(net::ssl::stream_base::client, token);
        }
        if (error) {
            close();
            co_return;
        }
        ErrorCode ignored;
        m_plain->set_option(tcp::no_delay(true), ignored);
    }

    void close()
    {
        m_secure.reset();
        m_plain.reset();
        m_read.clear();
    }

    net::io_context& m_context;
    unsigned short m_port;
    unsigned m_source;
    net::ssl::context* m_tls;
    std::optional<tcp::socket> m_plain;
    std::optional<net::ssl::stream<tcp::socket&>> m_secure;
    std::string m_read;
};

} // namespace

LoadGenerator::LoadGenerator() = default;

std::unique_ptr<LoadConnection> LoadGenerator::connect(const Place& place)
{
    const auto source = 1 + m_connections++ / kClientsOfAnAddress % 200;
    return std::make_unique<Connection>(
        m_context, place.port, source, place.caFile.empty() ? nullptr : &tlsFor(place.caFile));
}

net::awaitable<void> LoadGenerator::pause(std::chrono::milliseconds time)
{
    net::steady_timer timer(m_context, time);
    co_await timer.async_wait(net::use_awaitable);
}

void LoadGenerator::spawn(net::awaitable<void> work) { net::co_spawn(m_context, std::move(work), net::detached); }

bool LoadGenerator::runUntil(const std::function<bool()>& done, std::chrono::seconds time)
{
    const auto until = Clock::now() + time;
    while (!done() && Clock::now() < until)
        m_context.run_for(std::chrono::milliseconds(20));
    return done();
}

void LoadGenerator::forEach(const Place& place, std::size_t count, std::size_t lanes, Job job)
{
    struct Shared {
        std::size_t next = 0, count;
        Job job;
    };
    auto shared = std::make_shared<Shared>(Shared { 0, count, std::move(job) });
    const auto lane
        = [](std::unique_ptr<LoadConnection> connection, std::shared_ptr<Shared> all) -> net::awaitable<void> {
        while (all->next < all->count) {
            const auto index = all->next++;
            auto work = all->job(*connection, index);
            co_await std::move(work);
        }
    };
    for (std::size_t at = 0; at < std::min(lanes, count); ++at)
        spawn(lane(connect(place), shared));
}

net::ssl::context& LoadGenerator::tlsFor(const std::string& caFile)
{
    for (const auto& [file, context] : m_tls)
        if (file == caFile)
            return *context;
    auto context = std::make_unique<net::ssl::context>(net::ssl::context::tls_client);
    context->load_verify_file(caFile);
    context->set_verify_mode(net::ssl::verify_peer);
    SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);
    m_tls.emplace_back(caFile, std::move(context));
    return *m_tls.back().second;
}

std::string requestText(
    const std::string& method, const std::string& target, const std::string& token, const std::string& body)
{
    auto text = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    if (!token.empty())
        text += "Authorization: Bearer " + token + "\r\n";
    if (method != "GET")
        text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

} // namespace bidseal::bench
