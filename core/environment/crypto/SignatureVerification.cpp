#include "core/environment/crypto/SignatureVerification.h"

#include "core/certificate/OpenSsl.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace bidseal::environment {

namespace {

using openssl::bytesOf;
using openssl::Handle;
using Key = Handle<EVP_PKEY, EVP_PKEY_free>;

// GM/T 0009-2012, 10: the identity where nothing else was agreed. OpenSSL's own default is the empty one.
constexpr char kUsualIdentity[] = "1234567812345678";

bool setParameters(SignatureKind kind, const char* digest, EVP_PKEY_CTX* context)
{
    switch (kind) {
    case SignatureKind::RsaPkcs1:
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
    case SignatureKind::RsaPss:
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
            && EVP_PKEY_CTX_set_rsa_mgf1_md_name(context, digest, nullptr) == 1
            && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
    case SignatureKind::Sm2:
        // Only after the beginning: some releases of OpenSSL 3.0 refuse the identity among the first parameters.
        return EVP_PKEY_CTX_set1_id(context, kUsualIdentity, sizeof kUsualIdentity - 1) == 1;
    case SignatureKind::Ecdsa:
    case SignatureKind::Ed25519:
        return true;
    }
    return false;
}

} // namespace

bool isSignature(
    SignatureKind kind, const char* digest, EVP_PKEY* key, const QByteArray& message, const QByteArray& signature)
{
    const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* keyContext = nullptr;
    const bool isAccepted = context
        && EVP_DigestVerifyInit_ex(context.get(), &keyContext, digest, nullptr, nullptr, key, nullptr) == 1
        && setParameters(kind, digest, keyContext)
        && EVP_DigestVerify(context.get(), bytesOf(signature), static_cast<std::size_t>(signature.size()),
               bytesOf(message), static_cast<std::size_t>(message.size()))
            == 1;
    ERR_clear_error();
    return isAccepted;
}

bool isSignature(SignatureKind kind, const char* digest, const QByteArray& key, const QByteArray& message,
    const QByteArray& signature)
{
    const auto* der = bytesOf(key);
    const Key read(d2i_PUBKEY(nullptr, &der, static_cast<long>(key.size())));
    ERR_clear_error();
    return read && isSignature(kind, digest, read.get(), message, signature);
}

bool isSignedBy(const QByteArray& publicKeyPem, const QByteArray& message, const QByteArray& signature)
{
    const Handle<BIO, BIO_free> pem(BIO_new_mem_buf(publicKeyPem.constData(), static_cast<int>(publicKeyPem.size())));
    const Key key(pem ? PEM_read_bio_PUBKEY(pem.get(), nullptr, nullptr, nullptr) : nullptr);
    ERR_clear_error();
    return key && EVP_PKEY_is_a(key.get(), "ED25519") == 1
        && isSignature(SignatureKind::Ed25519, nullptr, key.get(), message, signature);
}

} // namespace bidseal::environment
