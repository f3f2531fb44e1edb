#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

typedef struct X509_algor_st X509_ALGOR;
typedef struct evp_pkey_st EVP_PKEY;

namespace bidseal::cms {

/// How a SignerInfo was signed: its two algorithm identifiers and its key, brought together and checked against each
/// other. Only what is listed in SignatureMethod.cpp exists; whatever else a file asks for is not computed.
struct SignatureMethod {
    enum class Scheme { RsaPkcs1, RsaPss, Ecdsa, Sm2 };

    Scheme scheme = Scheme::RsaPkcs1;
    const char* digest = nullptr; ///< "SHA-256", as EVP_MD_fetch takes it
    const char* maskDigest = nullptr; ///< RSA-PSS: of MGF1
    int saltLength = 0; ///< RSA-PSS, bytes
};

/// The digest's name as people write it and as EVP_MD_fetch takes it; null for one that is not computed here.
[[nodiscard]] const char* digestOf(const X509_ALGOR* algorithm);

/// Nothing where the combination is unknown or contradicts itself.
[[nodiscard]] std::optional<SignatureMethod> methodOf(
    const X509_ALGOR* digest, const X509_ALGOR* signature, const EVP_PKEY* key);

/// "RSA", "RSA-PSS", "ECDSA P-256", "SM2"
[[nodiscard]] QString nameOf(const SignatureMethod& method, const EVP_PKEY* key);

[[nodiscard]] bool verifyMessage(
    const SignatureMethod& method, EVP_PKEY* key, QByteArrayView message, QByteArrayView signature);

/// For signatures without signed attributes, where only the document's digest is at hand. Always false for SM2, which
/// mixes the key into what it hashes.
[[nodiscard]] bool verifyDigest(
    const SignatureMethod& method, EVP_PKEY* key, QByteArrayView digest, QByteArrayView signature);

} // namespace bidseal::cms
