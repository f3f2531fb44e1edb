#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bidseal::relay::service {

/// base64url without padding; decoding refuses everything that encoding does not make (docs/relay-protocol.md, 1).
[[nodiscard]] std::string toBase64Url(std::string_view bytes);
[[nodiscard]] std::optional<std::string> fromBase64Url(std::string_view text);
/// Only where it decodes to exactly `count` bytes.
[[nodiscard]] std::optional<std::string> fromBase64Url(std::string_view text, std::size_t count);

[[nodiscard]] std::string randomBytes(std::size_t count);
[[nodiscard]] std::string sha256(std::string_view bytes); ///< 32 bytes
/// SHA-1 in hexadecimal: how Redis names a script.
[[nodiscard]] std::string sha1Hex(std::string_view bytes);
/// Takes as long for a difference in the first byte as for one in the last.
[[nodiscard]] bool equalInConstantTime(std::string_view one, std::string_view other);

} // namespace bidseal::relay::service
