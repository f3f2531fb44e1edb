#include "core/environment/crypto/SignatureVerification.h"

#include "core/certificate/OpenSsl.h"

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <array>

namespace bidseal::environment {

namespace {

using openssl::bytesOf;
using openssl::Handle;
using Key = Handle<EVP_PKEY, EVP_PKEY_free>;

// GM/T 0009-2012, 10: the identity where nothing else was agreed. OpenSSL's own default is the empty one.
char usualIdentity[] = "1234567812345678";

bool setPadding(SignatureKind kind, const char* digest, EVP_PKEY_CTX* context)
{
    if (kind == SignatureKind::RsaPkcs1)
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
    if (kind != SignatureKind::RsaPss)
        return true;
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_mgf1_md_name(context, digest, nullptr) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

} // namespace

bool isSignature(
    SignatureKind kind, const char* digest, EVP_PKEY* key, const QByteArray& message, const QByteArray& signature)
{
    const std::array parameters {
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_DIST_ID, usualIdentity, sizeof usualIdentity - 1),
        OSSL_PARAM_construct_end(),
    };
    const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* keyContext = nullptr;
    const bool isAccepted = context
        && EVP_DigestVerifyInit_ex(context.get(), &keyContext, digest, nullptr, nullptr, key,
               kind == SignatureKind::Sm2 ? parameters.data() : nullptr)
            == 1
        && setPadding(kind, digest, keyContext)
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
