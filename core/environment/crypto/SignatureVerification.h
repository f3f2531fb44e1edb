#pragma once

#include <QByteArray>

typedef struct evp_pkey_st EVP_PKEY;

namespace bidseal::environment {

enum class SignatureKind { RsaPkcs1, RsaPss, Ecdsa, Sm2, Ed25519 };

/// Whether OpenSSL accepts `signature` for `message`. `digest` as EVP_MD_fetch takes it, null for Ed25519.
[[nodiscard]] bool isSignature(
    SignatureKind kind, const char* digest, EVP_PKEY* key, const QByteArray& message, const QByteArray& signature);

/// The same with the public key's DER (SubjectPublicKeyInfo). False too where that is no key.
[[nodiscard]] bool isSignature(SignatureKind kind, const char* digest, const QByteArray& key, const QByteArray& message,
    const QByteArray& signature);

/// Whether the owner of the Ed25519 key in `publicKeyPem` signed exactly these bytes.
[[nodiscard]] bool isSignedBy(const QByteArray& publicKeyPem, const QByteArray& message, const QByteArray& signature);

} // namespace bidseal::environment
