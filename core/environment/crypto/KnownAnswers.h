#pragma once

#include <QByteArray>

#include <vector>

namespace bidseal::environment {

/// One computation whose right result is published.
struct KnownAnswer {
    enum class Kind {
        Digest,
        Mac, ///< HMAC with this digest
        BlockCipher, ///< both ways
        AuthenticatedCipher, ///< both ways; `expected` ends with the tag, and is refused where a bit is another
        RsaPkcs1, ///< signatures: the message is accepted, another one is not
        RsaPss, ///< mask and salt as long as the digest
        Ecdsa,
        Sm2, ///< with the usual identity 1234567812345678
        Ed25519,
        KeyAgreement, ///< X25519
        KeyDerivation, ///< HKDF with this digest
    };
    const char* name; ///< as people write it: "SM4-CBC"
    Kind kind;
    const char* algorithm; ///< as OpenSSL takes it: the digest or the cipher
    const char* source; ///< where it is published
    QByteArray key {}; ///< secret; of signatures the public key's DER (SubjectPublicKeyInfo)
    QByteArray input {};
    QByteArray expected {};
    QByteArray start {}; ///< initial vector, nonce, salt
    QByteArray context {}; ///< additional data, info
};

/// At least one for everything that this program computes.
[[nodiscard]] const std::vector<KnownAnswer>& knownAnswers();

/// Whether this computer computes it so, by the same calls of OpenSSL as the rest of the program. False too where it
/// cannot compute it at all.
[[nodiscard]] bool holds(const KnownAnswer& answer);

/// Whether a signature (ECDSA P-256) by a key that was made just now is accepted for its message and for no other.
[[nodiscard]] bool freshKeySigns();

} // namespace bidseal::environment
