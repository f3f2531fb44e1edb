#pragma once

#include "core/relay/KeySchedule.h"

#include <cstdint>
#include <optional>

namespace bidseal::relay {

inline constexpr int kTagBytes = 16;

/// AES-256-GCM of one record with its number as nonce (docs/relay-protocol.md, 4.2). In a unit of its own, so that a
/// test can show what the relay would see of a build without encryption.
[[nodiscard]] QByteArray sealRecord(
    const Secret& key, const QByteArray& session, Side sender, std::uint32_t number, const QByteArray& plaintext);
/// Nothing where a single bit, the number, the sender or the session is another.
[[nodiscard]] std::optional<QByteArray> openRecord(
    const Secret& key, const QByteArray& session, Side sender, std::uint32_t number, const QByteArray& record);

} // namespace bidseal::relay
