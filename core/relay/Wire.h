#pragma once

#include <cstddef>
#include <cstdint>

/// What both ends and the relay must agree on (docs/relay-protocol.md). The standard library's types only: the relay
/// knows no Qt.
namespace bidseal::relay::wire {

inline constexpr int kVersion = 1;

inline constexpr std::size_t kSessionBytes = 16; ///< 22 characters in b64u
inline constexpr std::size_t kTokenBytes = 32;
inline constexpr std::size_t kKeyBytes = 32; ///< X25519 keys, AES keys, nonces, the QR code's secret, SHA-256

inline constexpr std::size_t kLargestRecord = 262144; ///< bytes; 3.3
inline constexpr int kMostRecords = 64; ///< of one side
inline constexpr auto kMostBytes = std::size_t(8) * 1024 * 1024; ///< of one side
inline constexpr int kLongestWait = 25; ///< seconds; 3.4
inline constexpr int kWaitingLife = 120; ///< seconds that a session waits for its phone
inline constexpr int kJoinedLife = 600; ///< seconds
inline constexpr int kInterval = 1; ///< seconds; 3.5

inline constexpr auto kHeaderMessage = "BidSeal-Message";
inline constexpr auto kHeaderState = "BidSeal-State";
inline constexpr auto kHeaderExpiresIn = "BidSeal-Expires-In";

} // namespace bidseal::relay::wire
