#pragma once

#include "app/bidseal-relay/Asio.h"

#include <boost/asio/ip/address.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bidseal::relay::service {

using IpAddress = net::ip::address;

/// What limits count by: an IPv4 address, or an IPv6 /64, which is one household or one company.
[[nodiscard]] std::string limitKey(const IpAddress& address);
/// What the log may hold: "192.0.2.0/24", "2001:db8:1::/48".
[[nodiscard]] std::string shortened(const IpAddress& address);

/// "10.0.0.0/8", "2001:db8::/32", or a single address.
class Network {
public:
    [[nodiscard]] static std::optional<Network> parse(const std::string& text);
    [[nodiscard]] bool contains(const IpAddress& address) const;

private:
    Network(IpAddress base, unsigned bits);
    IpAddress m_base;
    unsigned m_bits;
};

[[nodiscard]] bool isTrusted(const IpAddress& address, const std::vector<Network>& trusted);
/// Who asks: the peer, or, where that is a trusted proxy, the last address of X-Forwarded-For that is none.
[[nodiscard]] IpAddress clientAddress(
    const IpAddress& peer, std::string_view forwardedFor, const std::vector<Network>& trusted);

} // namespace bidseal::relay::service
