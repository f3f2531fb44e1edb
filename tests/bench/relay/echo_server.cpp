// Boost 1.74's awaitable.hpp uses std::exchange without including it.
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <iostream>
#include <string>

/// The floor: HTTP by the same library, with nothing behind it. Gives each body back.
/// `bench-relay-echo [CERTIFICATE KEY]`; without them plain http.
namespace {

namespace net = boost::asio;
namespace http = boost::beast::http;
using boost::beast::tcp_stream;
using net::ip::tcp;

template <class Stream> net::awaitable<void> echo(Stream& stream)
{
    boost::beast::flat_buffer buffer;
    for (;;) {
        http::request<http::string_body> request;
        boost::system::error_code error;
        auto token = net::redirect_error(net::use_awaitable, error);
        co_await http::async_read(stream, buffer, request, token);
        if (error)
            co_return;
        buffer.shrink_to_fit();
        http::response<http::string_body> response(http::status::ok, 11);
        response.body() = std::move(request.body());
        response.prepare_payload();
        co_await http::async_write(stream, response, token);
        if (error)
            co_return;
    }
}

net::awaitable<void> serve(tcp::socket socket, net::ssl::context* tls)
{
    tcp_stream plain(std::move(socket));
    if (tls == nullptr) {
        co_await echo(plain);
        co_return;
    }
    boost::beast::ssl_stream<tcp_stream&> stream(plain, *tls);
    boost::system::error_code error;
    auto token = net::redirect_error(net::use_awaitable, error);
    co_await stream.async_handshake(net::ssl::stream_base::server, token);
    if (!error)
        co_await echo(stream);
}

net::awaitable<void> accept(tcp::acceptor& acceptor, net::ssl::context* tls)
{
    for (;;) {
        auto socket = co_await acceptor.async_accept(net::use_awaitable);
        socket.set_option(tcp::no_delay(true));
        auto connection = serve(std::move(socket), tls);
        net::co_spawn(acceptor.get_executor(), std::move(connection), net::detached);
    }
}

} // namespace

int main(int argc, char** argv)
{
    net::io_context context(1);
    net::ssl::context tls(net::ssl::context::tls_server);
    if (argc == 3) {
        tls.use_certificate_chain_file(argv[1]);
        tls.use_private_key_file(argv[2], net::ssl::context::pem);
        SSL_CTX_set_mode(tls.native_handle(), SSL_MODE_RELEASE_BUFFERS);
        SSL_CTX_set_session_cache_mode(tls.native_handle(), SSL_SESS_CACHE_OFF);
    }
    tcp::acceptor acceptor(context, { net::ip::make_address("127.0.0.1"), 0 });
    acceptor.listen(4096);
    std::cout << "listening on " << acceptor.local_endpoint().port() << std::endl;
    net::co_spawn(context, accept(acceptor, argc == 3 ? &tls : nullptr), net::detached);
    context.run();
}
