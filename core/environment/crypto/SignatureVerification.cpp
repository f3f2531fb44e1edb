#include "core/environment/crypto/SignatureVerification.h"

#include "core/certificate/OpenSsl.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace bidseal::environment {

using openssl::bytesOf;
using openssl::Handle;

bool isEd25519Signature(EVP_PKEY* key, const QByteArray& message, const QByteArray& signature)
{
    const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    const bool isAccepted = context && EVP_PKEY_is_a(key, "ED25519") == 1
        && EVP_DigestVerifyInit_ex(context.get(), nullptr, nullptr, nullptr, nullptr, key, nullptr) == 1
        && EVP_DigestVerify(context.get(), bytesOf(signature), static_cast<std::size_t>(signature.size()),
               bytesOf(message), static_cast<std::size_t>(message.size()))
            == 1;
    ERR_clear_error();
    return isAccepted;
}

bool isSignedBy(const QByteArray& publicKeyPem, const QByteArray& message, const QByteArray& signature)
{
    const Handle<BIO, BIO_free> pem(BIO_new_mem_buf(publicKeyPem.constData(), static_cast<int>(publicKeyPem.size())));
    const Handle<EVP_PKEY, EVP_PKEY_free> key(
        pem ? PEM_read_bio_PUBKEY(pem.get(), nullptr, nullptr, nullptr) : nullptr);
    ERR_clear_error();
    return key && isEd25519Signature(key.get(), message, signature);
}

} // namespace bidseal::environment
