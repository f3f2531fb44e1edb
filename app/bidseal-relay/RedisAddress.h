#pragma once

#include <optional>
#include <string>

namespace bidseal::relay::service {

/// redis://[[USER]:PASSWORD@]HOST[:PORT][/DB] or unix://[[USER]:PASSWORD@]/PATH[?db=DB]; in user and password %XX
/// stands for a byte.
struct RedisAddress {
    std::string host, port; ///< empty: a UNIX socket
    std::string socket;
    std::string user, password;
    int database = 0;

    [[nodiscard]] static std::optional<RedisAddress> parse(const std::string& url);
};

} // namespace bidseal::relay::service
