#include "core/environment/crypto/KnownAnswers.h"

#include "core/certificate/OpenSsl.h"
#include "core/cms/SignatureMethod.h"
#include "core/environment/crypto/SignatureVerification.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <array>
#include <optional>

namespace bidseal::environment {

namespace {

using openssl::bytesOf;
using openssl::Handle;
using Kind = KnownAnswer::Kind;
using CipherContext = Handle<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;
using Key = Handle<EVP_PKEY, EVP_PKEY_free>;
using KeyContext = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;

enum class Way { Decrypt = 0, Encrypt = 1 };
constexpr qsizetype kTagBytes = 16;

/// Empty where it cannot be computed, as everywhere below.
QByteArray digest(const char* algorithm, const QByteArray& input)
{
    QByteArray result(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    std::size_t size = 0;
    const bool isComputed = EVP_Q_digest(nullptr, algorithm, nullptr, input.constData(),
                                static_cast<std::size_t>(input.size()), bytesOf(result), &size)
        == 1;
    return isComputed ? result.left(static_cast<qsizetype>(size)) : QByteArray();
}

QByteArray mac(const KnownAnswer& answer)
{
    const Handle<EVP_MD, EVP_MD_free> algorithm(EVP_MD_fetch(nullptr, answer.algorithm, nullptr));
    QByteArray result(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int size = 0;
    if (!algorithm
        || !HMAC(algorithm.get(), answer.key.constData(), static_cast<int>(answer.key.size()), bytesOf(answer.input),
            static_cast<std::size_t>(answer.input.size()), bytesOf(result), &size))
        return {};
    return result.left(static_cast<qsizetype>(size));
}

OSSL_PARAM octets(const char* name, const QByteArray& value)
{
    return OSSL_PARAM_construct_octet_string(
        name, const_cast<char*>(value.constData()), static_cast<std::size_t>(value.size()));
}

QByteArray derivedKey(const KnownAnswer& answer)
{
    const Handle<EVP_KDF, EVP_KDF_free> hkdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    const Handle<EVP_KDF_CTX, EVP_KDF_CTX_free> context(hkdf ? EVP_KDF_CTX_new(hkdf.get()) : nullptr);
    const std::array parameters {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, const_cast<char*>(answer.algorithm), 0),
        octets(OSSL_KDF_PARAM_KEY, answer.key),
        octets(OSSL_KDF_PARAM_SALT, answer.start),
        octets(OSSL_KDF_PARAM_INFO, answer.context),
        OSSL_PARAM_construct_end(),
    };
    QByteArray result(answer.expected.size(), Qt::Uninitialized);
    const bool isDerived = context
        && EVP_KDF_derive(context.get(), bytesOf(result), static_cast<std::size_t>(result.size()), parameters.data())
            == 1;
    return isDerived ? result : QByteArray();
}

struct Sealed {
    QByteArray text;
    QByteArray tag; ///< decrypting: what is expected; encrypting: what came out
};

bool setUp(EVP_CIPHER_CTX* context, const KnownAnswer& answer, Way way)
{
    const Handle<EVP_CIPHER, EVP_CIPHER_free> cipher(EVP_CIPHER_fetch(nullptr, answer.algorithm, nullptr));
    return cipher
        && EVP_CipherInit_ex2(context, cipher.get(), bytesOf(answer.key),
               answer.start.isEmpty() ? nullptr : bytesOf(answer.start), static_cast<int>(way), nullptr)
        == 1
        && EVP_CIPHER_CTX_set_padding(context, 0) == 1;
}

/// Nothing where it cannot be computed, or where the tag does not fit.
std::optional<Sealed> cipher(const KnownAnswer& answer, Way way, Sealed input)
{
    const CipherContext context(EVP_CIPHER_CTX_new());
    if (!context || !setUp(context.get(), answer, way))
        return {};
    const bool isTagged = answer.kind == Kind::AuthenticatedCipher;
    if (isTagged && way == Way::Decrypt
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, kTagBytes, input.tag.data()) != 1)
        return {};
    int size = 0;
    if (isTagged
        && EVP_CipherUpdate(
               context.get(), nullptr, &size, bytesOf(answer.context), static_cast<int>(answer.context.size()))
            != 1)
        return {};
    Sealed output { QByteArray(input.text.size() + EVP_MAX_BLOCK_LENGTH, Qt::Uninitialized), {} };
    int rest = 0;
    if (EVP_CipherUpdate(
            context.get(), bytesOf(output.text), &size, bytesOf(input.text), static_cast<int>(input.text.size()))
            != 1
        || EVP_CipherFinal_ex(context.get(), bytesOf(output.text) + size, &rest) != 1)
        return {};
    output.text.truncate(size + rest);
    if (!isTagged || way == Way::Decrypt)
        return output;
    output.tag.resize(kTagBytes);
    if (EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, kTagBytes, output.tag.data()) != 1)
        return {};
    return output;
}

QByteArray withABitFlipped(QByteArray bytes)
{
    if (!bytes.isEmpty())
        bytes[0] = static_cast<char>(bytes.at(0) ^ 1);
    return bytes;
}

bool worksBothWays(const KnownAnswer& answer)
{
    const auto tagSize = answer.kind == Kind::AuthenticatedCipher ? kTagBytes : 0;
    const Sealed expected { answer.expected.chopped(tagSize), answer.expected.right(tagSize) };
    const auto encrypted = cipher(answer, Way::Encrypt, { answer.input, {} });
    const auto decrypted = cipher(answer, Way::Decrypt, expected);
    return encrypted && encrypted->text == expected.text && encrypted->tag == expected.tag && decrypted
        && decrypted->text == answer.input;
}

bool refusesForgeries(const KnownAnswer& answer)
{
    const Sealed expected { answer.expected.chopped(kTagBytes), answer.expected.right(kTagBytes) };
    return !cipher(answer, Way::Decrypt, { expected.text, withABitFlipped(expected.tag) })
        && !cipher(answer, Way::Decrypt, { withABitFlipped(expected.text), expected.tag });
}

QByteArray agreedKey(const KnownAnswer& answer)
{
    const Key own(EVP_PKEY_new_raw_private_key_ex(
        nullptr, "X25519", nullptr, bytesOf(answer.key), static_cast<std::size_t>(answer.key.size())));
    const Key others(EVP_PKEY_new_raw_public_key_ex(
        nullptr, "X25519", nullptr, bytesOf(answer.input), static_cast<std::size_t>(answer.input.size())));
    const KeyContext context(own ? EVP_PKEY_CTX_new_from_pkey(nullptr, own.get(), nullptr) : nullptr);
    QByteArray result(32, Qt::Uninitialized);
    auto size = static_cast<std::size_t>(result.size());
    const bool isAgreed = context && others && EVP_PKEY_derive_init(context.get()) == 1
        && EVP_PKEY_derive_set_peer(context.get(), others.get()) == 1
        && EVP_PKEY_derive(context.get(), bytesOf(result), &size) == 1;
    return isAgreed ? result.left(static_cast<qsizetype>(size)) : QByteArray();
}

/// A check that says yes to everything is as broken as one that says no.
/// As the program itself verifies: what it cannot verify here it could not verify in a file.
std::optional<cms::SignatureMethod> methodOf(const KnownAnswer& answer)
{
    using Scheme = cms::SignatureMethod::Scheme;
    switch (answer.kind) {
    case Kind::RsaPkcs1:
        return cms::SignatureMethod { Scheme::RsaPkcs1, answer.algorithm };
    case Kind::RsaPss:
        return cms::SignatureMethod { Scheme::RsaPss, answer.algorithm, answer.algorithm, RSA_PSS_SALTLEN_DIGEST };
    case Kind::Ecdsa:
        return cms::SignatureMethod { Scheme::Ecdsa, answer.algorithm };
    case Kind::Sm2:
        return cms::SignatureMethod { Scheme::Sm2, answer.algorithm };
    default:
        return {};
    }
}

bool isAccepted(const KnownAnswer& answer, EVP_PKEY* key, const QByteArray& message)
{
    const auto method = methodOf(answer);
    return method ? cms::verifyMessage(*method, key, message, answer.expected)
                  : isEd25519Signature(key, message, answer.expected);
}

bool tellsApart(const KnownAnswer& answer)
{
    const auto* der = bytesOf(answer.key);
    const Key key(d2i_PUBKEY(nullptr, &der, static_cast<long>(answer.key.size())));
    return key && isAccepted(answer, key.get(), answer.input)
        && !isAccepted(answer, key.get(), withABitFlipped(answer.input));
}

bool isComputed(const KnownAnswer& answer)
{
    switch (answer.kind) {
    case Kind::Digest:
        return digest(answer.algorithm, answer.input) == answer.expected;
    case Kind::Mac:
        return mac(answer) == answer.expected;
    case Kind::KeyDerivation:
        return derivedKey(answer) == answer.expected;
    case Kind::BlockCipher:
        return worksBothWays(answer);
    case Kind::AuthenticatedCipher:
        return worksBothWays(answer) && refusesForgeries(answer);
    case Kind::RsaPkcs1:
    case Kind::RsaPss:
    case Kind::Ecdsa:
    case Kind::Sm2:
    case Kind::Ed25519:
        return tellsApart(answer);
    case Kind::KeyAgreement:
        return agreedKey(answer) == answer.expected;
    }
    return false;
}

QByteArray signedBy(EVP_PKEY* key, const QByteArray& message)
{
    const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    QByteArray signature(EVP_PKEY_get_size(key), Qt::Uninitialized);
    auto size = static_cast<std::size_t>(signature.size());
    const bool isSigned = context
        && EVP_DigestSignInit_ex(context.get(), nullptr, "SHA-256", nullptr, nullptr, key, nullptr) == 1
        && EVP_DigestSign(
               context.get(), bytesOf(signature), &size, bytesOf(message), static_cast<std::size_t>(message.size()))
            == 1;
    return isSigned ? signature.left(static_cast<qsizetype>(size)) : QByteArray();
}

} // namespace

bool holds(const KnownAnswer& answer)
{
    const bool isRight = !answer.expected.isEmpty() && isComputed(answer);
    ERR_clear_error();
    return isRight;
}

bool freshKeySigns()
{
    constexpr cms::SignatureMethod kEcdsa { cms::SignatureMethod::Scheme::Ecdsa, "SHA-256" };
    const QByteArray message("the document that was shown");
    const Key key(EVP_EC_gen("P-256"));
    const auto signature = key ? signedBy(key.get(), message) : QByteArray();
    const bool isRight = !signature.isEmpty() && cms::verifyMessage(kEcdsa, key.get(), message, signature)
        && !cms::verifyMessage(kEcdsa, key.get(), QByteArrayView("another document"), signature);
    ERR_clear_error();
    return isRight;
}

} // namespace bidseal::environment
