#pragma once

#include "app/bidseal-relay/Asio.h"

#include <boost/asio/ssl/context.hpp>

#include <memory>
#include <string>

namespace bidseal::relay::service {

struct TlsContext {
    std::shared_ptr<net::ssl::context> context; ///< null: see `problem`
    std::string problem;
};
/// TLS 1.2 and 1.3, HTTP/1.1.
[[nodiscard]] TlsContext readTls(const std::string& certificateFile, const std::string& keyFile);

} // namespace bidseal::relay::service
