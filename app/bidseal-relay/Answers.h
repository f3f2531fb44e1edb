#pragma once

#include "app/bidseal-relay/Store.h"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

namespace bidseal::relay::service {

namespace http = boost::beast::http;
using Answer = http::response<http::string_body>;

/// docs/relay-protocol.md, 3.5
enum class Problem {
    InvalidRequest,
    UnknownPath,
    UnknownMethod,
    InvalidToken,
    AccessDenied,
    ExpiredToken,
    AlreadyJoined,
    Conflict,
    OutOfOrder,
    TooLarge,
    SlowDown,
    TemporarilyUnavailable,
};

[[nodiscard]] Answer emptyAnswer(http::status status);
[[nodiscard]] Answer jsonAnswer(http::status status, std::string json);
/// `retryAfter`: 0 for none.
[[nodiscard]] Answer problemAnswer(Problem problem, seconds retryAfter = seconds(0));
[[nodiscard]] Answer unknownMethod(const char* allowed);
/// For each verdict that is no success.
[[nodiscard]] Answer refusal(Verdict verdict);

} // namespace bidseal::relay::service
