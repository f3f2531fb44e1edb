#pragma once

#include "core/base/Secret.h"

#include <QByteArray>

#include <optional>

namespace bidseal::openssl {

/// AES-256-GCM (NIST SP 800-38D) with nonces of 96 bits and tags of 128.
inline constexpr int kGcmKeySize = 32, kGcmNonceSize = 12, kGcmTagSize = 16; // bytes

/// The ciphertext with its tag behind it. `data` is protected beside it, and not in it. No nonce may ever be used twice
/// with a key. Nothing where this computer's OpenSSL cannot do it, or there is too much for one call.
[[nodiscard]] std::optional<QByteArray> sealGcm(
    const Secret& key, const QByteArray& nonce, const QByteArray& data, const QByteArray& plain);
/// Nothing unless key, nonce, data and every byte are those of sealGcm().
[[nodiscard]] std::optional<QByteArray> openGcm(
    const Secret& key, const QByteArray& nonce, const QByteArray& data, const QByteArray& sealed);

} // namespace bidseal::openssl
