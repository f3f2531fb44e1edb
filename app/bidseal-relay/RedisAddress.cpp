#include "app/bidseal-relay/RedisAddress.h"

#include <charconv>
#include <string_view>

namespace bidseal::relay::service {

namespace {

std::optional<int> numberIn(std::string_view text, int most)
{
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

std::optional<std::string> decoded(std::string_view text)
{
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            plain += text[at];
            continue;
        }
        unsigned int byte = 0;
        const auto* digits = text.data() + at + 1;
        if (at + 2 >= text.size() || std::from_chars(digits, digits + 2, byte, 16).ptr != digits + 2)
            return {};
        plain += static_cast<char>(byte);
        at += 2;
    }
    return plain;
}

/// Takes "USER:PASSWORD@" from the front, where it is there.
bool takeLogin(std::string_view& rest, RedisAddress& address)
{
    const auto at = rest.rfind('@');
    if (at == std::string_view::npos)
        return true;
    const auto login = rest.substr(0, at);
    rest.remove_prefix(at + 1);
    const auto colon = login.find(':');
    const auto user = decoded(login.substr(0, colon));
    const auto password = colon == std::string_view::npos ? std::nullopt : decoded(login.substr(colon + 1));
    if (!user || !password)
        return false;
    address.user = *user;
    address.password = *password;
    return true;
}

bool takeSocket(std::string_view rest, RedisAddress& address)
{
    constexpr std::string_view database = "?db=";
    const auto question = rest.find('?');
    address.socket = std::string(rest.substr(0, question));
    if (question != std::string_view::npos) {
        const auto number = rest.substr(question).starts_with(database)
            ? numberIn(rest.substr(question + database.size()), 65535)
            : std::nullopt;
        if (!number)
            return false;
        address.database = *number;
    }
    return address.socket.starts_with('/');
}

bool takeHost(std::string_view rest, RedisAddress& address)
{
    const auto slash = rest.find('/');
    if (slash != std::string_view::npos && slash + 1 < rest.size()) {
        const auto number = numberIn(rest.substr(slash + 1), 65535);
        if (!number)
            return false;
        address.database = *number;
    }
    rest = rest.substr(0, slash);
    const auto bracket = rest.rfind(']');
    const auto colon = rest.rfind(':');
    const bool hasPort = colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
    address.port = hasPort ? std::string(rest.substr(colon + 1)) : "6379";
    address.host = std::string(hasPort ? rest.substr(0, colon) : rest);
    if (address.host.starts_with('[') && address.host.ends_with(']'))
        address.host = address.host.substr(1, address.host.size() - 2);
    return !address.host.empty() && numberIn(address.port, 65535);
}

} // namespace

std::optional<RedisAddress> RedisAddress::parse(const std::string& url)
{
    constexpr std::string_view tcp = "redis://", local = "unix://";
    RedisAddress address;
    std::string_view rest = url;
    const bool isLocal = rest.starts_with(local);
    if (!isLocal && !rest.starts_with(tcp))
        return {};
    rest.remove_prefix(isLocal ? local.size() : tcp.size());
    const bool good = takeLogin(rest, address) && (isLocal ? takeSocket(rest, address) : takeHost(rest, address));
    return good ? std::optional(address) : std::nullopt;
}

} // namespace bidseal::relay::service
