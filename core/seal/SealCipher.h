#pragma once

#include "core/base/Secret.h"

#include <QByteArray>

#include <optional>

namespace bidseal::seal {

inline constexpr std::size_t kCipherKeySize = 32; ///< bytes

/// 32 bytes that nobody can guess. Errors: SealStoreUnavailable (no randomness).
[[nodiscard]] Result<Secret> freshCipherKey();
/// For salts. Errors: SealStoreUnavailable.
[[nodiscard]] Result<QByteArray> randomBytes(int count);

/// AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits: nonce, ciphertext, tag. `context` is not in the
/// result, but what was sealed for one context opens in no other. Errors: SealStoreUnavailable (no randomness, no AES).
[[nodiscard]] Result<QByteArray> encrypted(const QByteArray& plain, const Secret& key, const QByteArray& context);
/// Nothing where key or context are others, or a bit was changed.
[[nodiscard]] std::optional<QByteArray> decrypted(
    const QByteArray& encrypted, const Secret& key, const QByteArray& context);
inline constexpr int kCipherOverhead = 12 + 16; ///< bytes that encrypted() adds

/// scrypt (RFC 7914): what each guess of a password costs.
struct PasswordCost {
    quint8 logN = 17; ///< 128 MB and a third of a second
    quint8 r = 8;
    quint8 p = 1;
};
/// Whether a stranger's file may ask for this cost: at most 256 MB, and no more than a few seconds.
[[nodiscard]] bool isBearable(const PasswordCost& cost);
/// Errors: SealStoreUnavailable (not so much memory).
[[nodiscard]] Result<Secret> keyFromPassword(const Secret& password, const QByteArray& salt, const PasswordCost& cost);

} // namespace bidseal::seal
