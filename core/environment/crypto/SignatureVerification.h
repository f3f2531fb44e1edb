#pragma once

#include <QByteArray>

typedef struct evp_pkey_st EVP_PKEY;

namespace bidseal::environment {

/// Whether `signature` is that of an Ed25519 key (RFC 8032) over exactly these bytes.
[[nodiscard]] bool isEd25519Signature(EVP_PKEY* key, const QByteArray& message, const QByteArray& signature);

/// The same with the public key as PEM. False too where that is no Ed25519 key.
[[nodiscard]] bool isSignedBy(const QByteArray& publicKeyPem, const QByteArray& message, const QByteArray& signature);

} // namespace bidseal::environment
