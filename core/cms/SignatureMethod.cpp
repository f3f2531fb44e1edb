#include "core/cms/SignatureMethod.h"

#include "core/certificate/OpenSsl.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace bidseal::cms {

namespace {

using Context = openssl::Handle<EVP_MD_CTX, EVP_MD_CTX_free>;
using KeyContext = openssl::Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using Algorithm = openssl::Handle<X509_ALGOR, X509_ALGOR_free>;
using PssParameters = openssl::Handle<RSA_PSS_PARAMS, RSA_PSS_PARAMS_free>;
using Scheme = SignatureMethod::Scheme;

/// GM/T 0009-2012, 10: the identity that goes into Z where nothing else was agreed.
constexpr char kSm2DefaultId[] = "1234567812345678";

struct KnownDigest {
    int nid;
    const char* name;
};
constexpr std::array kDigests {
    KnownDigest { NID_sha256, "SHA-256" },
    KnownDigest { NID_sha384, "SHA-384" },
    KnownDigest { NID_sha512, "SHA-512" },
    KnownDigest { NID_sha224, "SHA-224" },
    KnownDigest { NID_sha1, "SHA-1" },
    KnownDigest { NID_sm3, "SM3" },
};

const char* digestByNid(int nid)
{
    for (const auto& digest : kDigests) {
        if (digest.nid == nid)
            return digest.name;
    }
    return nullptr;
}

int algorithmNid(const X509_ALGOR* algorithm)
{
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    return OBJ_obj2nid(object);
}

QString dottedOid(const X509_ALGOR* algorithm)
{
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    std::array<char, 80> text {};
    OBJ_obj2txt(text.data(), text.size(), object, 1);
    return QString::fromLatin1(text.data());
}

/// Which of SM2's identifiers stands here differs from product to product: the algorithm, its signing half, or both
/// with SM3 (GB/T 33560-2017, annex A).
bool namesSm2(const X509_ALGOR* algorithm)
{
    const auto oid = dottedOid(algorithm);
    return oid == u"1.2.156.10197.1.501" || oid == u"1.2.156.10197.1.301.1" || oid == u"1.2.156.10197.1.301";
}

/// MGF1's own digest.
const char* maskDigestOf(const X509_ALGOR* mask)
{
    if (!mask)
        return "SHA-1"; // RFC 4055, 3.1: the default
    int type = 0;
    const void* parameter = nullptr;
    X509_ALGOR_get0(nullptr, &type, &parameter, mask);
    if (algorithmNid(mask) != NID_mgf1 || type != V_ASN1_SEQUENCE)
        return nullptr;
    const auto* packed = static_cast<const ASN1_STRING*>(parameter);
    const Algorithm digest(static_cast<X509_ALGOR*>(ASN1_item_unpack(packed, ASN1_ITEM_rptr(X509_ALGOR))));
    return digest ? digestOf(digest.get()) : nullptr;
}

PssParameters readPssParameters(const X509_ALGOR* signature)
{
    int type = 0;
    const void* parameter = nullptr;
    X509_ALGOR_get0(nullptr, &type, &parameter, signature);
    if (type != V_ASN1_SEQUENCE)
        return nullptr;
    return PssParameters(static_cast<RSA_PSS_PARAMS*>(
        ASN1_item_unpack(static_cast<const ASN1_STRING*>(parameter), ASN1_ITEM_rptr(RSA_PSS_PARAMS))));
}

/// RFC 4056, 3: the digest inside the parameters is the SignerInfo's.
std::optional<SignatureMethod> pssMethod(const X509_ALGOR* signature, const char* digest)
{
    const auto parameters = readPssParameters(signature);
    if (!parameters)
        return std::nullopt;
    const char* ownDigest = parameters->hashAlgorithm ? digestOf(parameters->hashAlgorithm) : "SHA-1";
    const char* maskDigest = maskDigestOf(parameters->maskGenAlgorithm);
    const long salt = parameters->saltLength ? ASN1_INTEGER_get(parameters->saltLength) : 20;
    const bool usualTrailer = !parameters->trailerField || ASN1_INTEGER_get(parameters->trailerField) == 1;
    if (!ownDigest || std::strcmp(ownDigest, digest) != 0 || !maskDigest || salt < 0 || salt > 512 || !usualTrailer)
        return std::nullopt;
    return SignatureMethod { Scheme::RsaPss, digest, maskDigest, static_cast<int>(salt) };
}

std::optional<SignatureMethod> rsaMethod(const X509_ALGOR* signature, const char* digest)
{
    const int nid = algorithmNid(signature);
    if (nid == NID_rsassaPss)
        return pssMethod(signature, digest);
    if (nid == NID_rsaEncryption)
        return SignatureMethod { .scheme = Scheme::RsaPkcs1, .digest = digest };
    int digestNid = NID_undef;
    int keyNid = NID_undef;
    const bool known = OBJ_find_sigid_algs(nid, &digestNid, &keyNid) && keyNid == NID_rsaEncryption;
    if (!known || digestByNid(digestNid) != digest)
        return std::nullopt;
    return SignatureMethod { .scheme = Scheme::RsaPkcs1, .digest = digest };
}

std::optional<SignatureMethod> ecdsaMethod(const X509_ALGOR* signature, const char* digest)
{
    const int nid = algorithmNid(signature);
    int digestNid = NID_undef;
    int keyNid = NID_undef;
    const bool namesBoth = OBJ_find_sigid_algs(nid, &digestNid, &keyNid) && keyNid == NID_X9_62_id_ecPublicKey
        && digestByNid(digestNid) == digest;
    if (!namesBoth && nid != NID_X9_62_id_ecPublicKey)
        return std::nullopt;
    return SignatureMethod { .scheme = Scheme::Ecdsa, .digest = digest };
}

std::optional<SignatureMethod> sm2Method(const X509_ALGOR* signature, const char* digest)
{
    if (!namesSm2(signature) || std::strcmp(digest, "SM3") != 0)
        return std::nullopt;
    return SignatureMethod { .scheme = Scheme::Sm2, .digest = digest };
}

/// Of a context that was initialised already: some releases of OpenSSL 3.0 refuse SM2's identity among the parameters
/// of the initialisation.
bool setParameters(const SignatureMethod& method, EVP_PKEY_CTX* context)
{
    switch (method.scheme) {
    case Scheme::RsaPkcs1:
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
    case Scheme::RsaPss:
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
            && EVP_PKEY_CTX_set_rsa_mgf1_md_name(context, method.maskDigest, nullptr) == 1
            && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, method.saltLength) == 1;
    case Scheme::Sm2:
        return EVP_PKEY_CTX_set1_id(context, kSm2DefaultId, sizeof kSm2DefaultId - 1) == 1;
    case Scheme::Ecdsa:
        return true;
    }
    return false;
}

const unsigned char* bytes(QByteArrayView view) { return reinterpret_cast<const unsigned char*>(view.data()); }

} // namespace

const char* digestOf(const X509_ALGOR* algorithm) { return digestByNid(algorithmNid(algorithm)); }

std::optional<SignatureMethod> methodOf(const X509_ALGOR* digest, const X509_ALGOR* signature, const EVP_PKEY* key)
{
    const char* digestName = digestOf(digest);
    if (!digestName)
        return std::nullopt;
    if (EVP_PKEY_is_a(key, "SM2"))
        return sm2Method(signature, digestName);
    if (EVP_PKEY_is_a(key, "EC"))
        return ecdsaMethod(signature, digestName);
    if (EVP_PKEY_is_a(key, "RSA") || EVP_PKEY_is_a(key, "RSA-PSS"))
        return rsaMethod(signature, digestName);
    return std::nullopt;
}

QString nameOf(const SignatureMethod& method, const EVP_PKEY* key)
{
    switch (method.scheme) {
    case Scheme::RsaPkcs1:
        return u"RSA"_s;
    case Scheme::RsaPss:
        return u"RSA-PSS"_s;
    case Scheme::Sm2:
        return u"SM2"_s;
    case Scheme::Ecdsa:
        break;
    }
    std::array<char, 64> curve {};
    if (EVP_PKEY_get_group_name(key, curve.data(), curve.size(), nullptr) != 1)
        return u"ECDSA"_s;
    const char* usualName = EC_curve_nid2nist(OBJ_sn2nid(curve.data()));
    return u"ECDSA "_s + QString::fromLatin1(usualName ? usualName : curve.data());
}

bool verifyMessage(const SignatureMethod& method, EVP_PKEY* key, QByteArrayView message, QByteArrayView signature)
{
    const Context context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* keyContext = nullptr;
    const bool verified = context
        && EVP_DigestVerifyInit_ex(context.get(), &keyContext, method.digest, nullptr, nullptr, key, nullptr) == 1
        && setParameters(method, keyContext)
        && EVP_DigestVerify(context.get(), bytes(signature), static_cast<std::size_t>(signature.size()), bytes(message),
               static_cast<std::size_t>(message.size()))
            == 1;
    ERR_clear_error();
    return verified;
}

bool verifyDigest(const SignatureMethod& method, EVP_PKEY* key, QByteArrayView digest, QByteArrayView signature)
{
    if (method.scheme == Scheme::Sm2)
        return false;
    const openssl::Handle<EVP_MD, EVP_MD_free> algorithm(EVP_MD_fetch(nullptr, method.digest, nullptr));
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    const bool verified = algorithm && digest.size() == EVP_MD_get_size(algorithm.get()) && context
        && EVP_PKEY_verify_init(context.get()) == 1 && setParameters(method, context.get())
        && EVP_PKEY_CTX_set_signature_md(context.get(), algorithm.get()) == 1
        && EVP_PKEY_verify(context.get(), bytes(signature), static_cast<std::size_t>(signature.size()), bytes(digest),
               static_cast<std::size_t>(digest.size()))
            == 1;
    ERR_clear_error();
    return verified;
}

} // namespace bidseal::cms
