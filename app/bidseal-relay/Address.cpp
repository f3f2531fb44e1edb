#include "app/bidseal-relay/Address.h"

#include <algorithm>
#include <charconv>

namespace bidseal::relay::service {

namespace {

/// An IPv4 address that came over an IPv6 socket is the IPv4 address.
IpAddress plain(const IpAddress& address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return net::ip::make_address_v4(net::ip::v4_mapped, address.to_v6());
    return address;
}

std::vector<unsigned char> bytesOf(const IpAddress& address)
{
    if (address.is_v4()) {
        const auto bytes = address.to_v4().to_bytes();
        return { bytes.begin(), bytes.end() };
    }
    const auto bytes = address.to_v6().to_bytes();
    return { bytes.begin(), bytes.end() };
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

} // namespace

std::string limitKey(const IpAddress& address)
{
    const auto bytes = bytesOf(plain(address));
    return { bytes.begin(), bytes.begin() + std::min<std::ptrdiff_t>(8, static_cast<std::ptrdiff_t>(bytes.size())) };
}

std::string shortened(const IpAddress& address)
{
    const auto own = plain(address);
    if (own.is_v4()) {
        auto bytes = own.to_v4().to_bytes();
        bytes[3] = 0;
        return net::ip::address_v4(bytes).to_string() + "/24";
    }
    auto bytes = own.to_v6().to_bytes();
    std::fill(bytes.begin() + 6, bytes.end(), static_cast<unsigned char>(0));
    return net::ip::address_v6(bytes).to_string() + "/48";
}

Network::Network(IpAddress base, unsigned bits)
    : m_base(std::move(base))
    , m_bits(bits)
{
}

std::optional<Network> Network::parse(const std::string& text)
{
    const auto slash = text.find('/');
    boost::system::error_code error;
    const auto base = plain(net::ip::make_address(text.substr(0, slash), error));
    if (error)
        return {};
    const unsigned most = base.is_v4() ? 32 : 128;
    unsigned bits = most;
    if (slash != std::string::npos) {
        const auto* end = text.data() + text.size();
        const auto read = std::from_chars(text.data() + slash + 1, end, bits);
        if (read.ec != std::errc() || read.ptr != end || bits > most)
            return {};
    }
    return Network(base, bits);
}

bool Network::contains(const IpAddress& address) const
{
    const auto own = bytesOf(m_base);
    const auto other = bytesOf(plain(address));
    if (own.size() != other.size())
        return false;
    for (unsigned bit = 0; bit < m_bits; ++bit) {
        const int mask = 0x80 >> (bit % 8);
        if ((own[bit / 8] & mask) != (other[bit / 8] & mask))
            return false;
    }
    return true;
}

bool isTrusted(const IpAddress& address, const std::vector<Network>& trusted)
{
    return std::any_of(trusted.begin(), trusted.end(), [&](const Network& one) { return one.contains(address); });
}

IpAddress clientAddress(const IpAddress& peer, std::string_view forwardedFor, const std::vector<Network>& trusted)
{
    auto client = peer;
    // From the right: each proxy appends whom it has seen. What stands left of the first stranger is only claimed.
    while (isTrusted(client, trusted) && !forwardedFor.empty()) {
        const auto comma = forwardedFor.rfind(',');
        const auto last = comma == std::string_view::npos ? forwardedFor : forwardedFor.substr(comma + 1);
        boost::system::error_code error;
        const auto before = net::ip::make_address(std::string(trimmed(last)), error);
        if (error)
            break;
        client = before;
        forwardedFor = comma == std::string_view::npos ? std::string_view() : forwardedFor.substr(0, comma);
    }
    return client;
}

} // namespace bidseal::relay::service
