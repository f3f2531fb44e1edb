#include "tests/support/SignatureJudge.h"

#include "core/certificate/OpenSsl.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace bidseal::test {

namespace {

const EVP_MD* digestOf(cms::DigestAlgorithm digest)
{
    switch (digest) {
    case cms::DigestAlgorithm::Sha256:
        return EVP_sha256();
    case cms::DigestAlgorithm::Sha384:
        return EVP_sha384();
    case cms::DigestAlgorithm::Sha512:
        return EVP_sha512();
    }
    return nullptr;
}

} // namespace

bool signatureHolds(const QByteArray& certificate, const QByteArray& bytes, const QByteArray& signature,
    cms::SignatureAlgorithm algorithm)
{
    const auto* der = openssl::bytesOf(certificate);
    const openssl::Handle<X509, X509_free> parsed(d2i_X509(nullptr, &der, static_cast<long>(certificate.size())));
    const openssl::Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* key = nullptr;
    if (!parsed
        || EVP_DigestVerifyInit(
               context.get(), &key, digestOf(algorithm.digest), nullptr, X509_get0_pubkey(parsed.get()))
            != 1)
        return false;
    if (algorithm.scheme == cms::SignatureScheme::RsaPss
        && (EVP_PKEY_CTX_set_rsa_padding(key, RSA_PKCS1_PSS_PADDING) != 1
            || EVP_PKEY_CTX_set_rsa_pss_saltlen(key, RSA_PSS_SALTLEN_DIGEST) != 1))
        return false;
    const auto holds = EVP_DigestVerify(context.get(), openssl::bytesOf(signature),
        static_cast<std::size_t>(signature.size()), openssl::bytesOf(bytes), static_cast<std::size_t>(bytes.size()));
    (void)openssl::takeErrors();
    return holds == 1;
}

} // namespace bidseal::test
