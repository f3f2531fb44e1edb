#pragma once

// Boost 1.74's awaitable.hpp uses std::exchange without including it.
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>

namespace bidseal::relay::service {

namespace net = boost::asio;
template <class T> using Awaitable = net::awaitable<T>;

using Clock = std::chrono::steady_clock;
using std::chrono::seconds;

} // namespace bidseal::relay::service
