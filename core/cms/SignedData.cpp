#include "core/cms/SignedData.h"

#include "core/certificate/OpenSsl.h"
#include "core/cms/SignatureMethod.h"
#include "core/cms/SignedAttributes.h"

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::cms {

namespace {

using certificate::Certificate;
using certificate::KeyKind;
using ContentInfo = openssl::Handle<CMS_ContentInfo, CMS_ContentInfo_free>;
using Algorithm = openssl::Handle<X509_ALGOR, X509_ALGOR_free>;
using PssParameters = openssl::Handle<RSA_PSS_PARAMS, RSA_PSS_PARAMS_free>;
using String = openssl::Handle<ASN1_STRING, ASN1_STRING_free>;
using Time = openssl::Handle<ASN1_TIME, ASN1_TIME_free>;

tl::unexpected<Error> opensslFault(QStringView step)
{
    return failure(ErrorCode::InternalFault, u"%1: %2"_s.arg(step, openssl::takeErrors()));
}

bool fitsKey(SignatureScheme scheme, KeyKind kind)
{
    switch (scheme) {
    case SignatureScheme::RsaPkcs1:
    case SignatureScheme::RsaPss:
        return kind == KeyKind::Rsa;
    case SignatureScheme::Ecdsa:
        return kind == KeyKind::EcP256 || kind == KeyKind::EcP384;
    }
    return false;
}

CMS_SignerInfo* onlySigner(CMS_ContentInfo* content)
{
    auto* signers = CMS_get0_SignerInfos(content);
    return sk_CMS_SignerInfo_num(signers) == 1 ? sk_CMS_SignerInfo_value(signers, 0) : nullptr;
}

/// RFC 4055, 3.1, with the salt as long as the digest, as everyone makes it.
String packedPssParameters(DigestAlgorithm digest)
{
    const auto* md = EVP_get_digestbyname(digestName(digest));
    Algorithm maskDigest(X509_ALGOR_new());
    PssParameters parameters(RSA_PSS_PARAMS_new());
    if (!maskDigest || !parameters)
        return nullptr;
    X509_ALGOR_set_md(maskDigest.get(), md);
    String packedMaskDigest(ASN1_item_pack(maskDigest.get(), ASN1_ITEM_rptr(X509_ALGOR), nullptr));
    parameters->hashAlgorithm = X509_ALGOR_new();
    parameters->maskGenAlgorithm = X509_ALGOR_new();
    parameters->saltLength = ASN1_INTEGER_new();
    if (!packedMaskDigest || !parameters->hashAlgorithm || !parameters->maskGenAlgorithm
        || !ASN1_INTEGER_set(parameters->saltLength, digestSize(digest)))
        return nullptr;
    X509_ALGOR_set_md(parameters->hashAlgorithm, md);
    X509_ALGOR_set0(parameters->maskGenAlgorithm, OBJ_nid2obj(NID_mgf1), V_ASN1_SEQUENCE, packedMaskDigest.release());
    return String(ASN1_item_pack(parameters.get(), ASN1_ITEM_rptr(RSA_PSS_PARAMS), nullptr));
}

/// OpenSSL fills in PKCS#1 for an RSA key; PSS has to be written by hand while there is no private key to ask.
bool setSignatureAlgorithm(CMS_SignerInfo* signer, SignatureAlgorithm algorithm)
{
    if (algorithm.scheme != SignatureScheme::RsaPss)
        return true;
    X509_ALGOR* signature = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, nullptr, &signature);
    auto parameters = packedPssParameters(algorithm.digest);
    return parameters && X509_ALGOR_set0(signature, OBJ_nid2obj(NID_rsassaPss), V_ASN1_SEQUENCE, parameters.release());
}

bool addSigningTime(CMS_SignerInfo* signer, const QDateTime& utc)
{
    const auto text = utc.toUTC().toString(u"yyyyMMddHHmmss'Z'"_s).toLatin1();
    const Time time(ASN1_TIME_new());
    return time && ASN1_TIME_set_string_X509(time.get(), text.constData()) == 1
        && CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, time->type, time.get(), -1) == 1;
}

/// signing-certificate-v2 is there already: CMS_CADES adds it. A signing-time is not: PAdES forbids it (ETSI EN
/// 319 142-1, 6.3), and OpenSSL would add one only in the final call that is never made here.
bool addAttributes(CMS_SignerInfo* signer, const QByteArray& digest)
{
    return CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1)
        == 1
        && CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest.constData(),
               static_cast<int>(digest.size()))
        == 1;
}

bool addIssuers(CMS_ContentInfo* content, const std::vector<Certificate>& chain)
{
    return std::all_of(chain.begin() + 1, chain.end(),
        [content](const Certificate& issuer) { return CMS_add1_cert(content, issuer.handle()) == 1; });
}

ContentInfo readSkeleton(const QByteArray& der)
{
    const auto* in = openssl::bytesOf(der);
    return ContentInfo(d2i_CMS_ContentInfo(nullptr, &in, static_cast<long>(der.size())));
}

bool verifies(
    CMS_SignerInfo* signer, const Certificate& certificate, const QByteArray& message, const QByteArray& signature)
{
    X509_ALGOR* digestAlgorithm = nullptr;
    X509_ALGOR* signatureAlgorithm = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digestAlgorithm, &signatureAlgorithm);
    auto* key = X509_get0_pubkey(certificate.handle());
    const auto method = methodOf(digestAlgorithm, signatureAlgorithm, key);
    return method && verifyMessage(*method, key, message, signature);
}

} // namespace

const char* digestName(DigestAlgorithm algorithm)
{
    switch (algorithm) {
    case DigestAlgorithm::Sha256:
        return "SHA256";
    case DigestAlgorithm::Sha384:
        return "SHA384";
    case DigestAlgorithm::Sha512:
        return "SHA512";
    }
    return nullptr;
}

int digestSize(DigestAlgorithm algorithm)
{
    switch (algorithm) {
    case DigestAlgorithm::Sha256:
        return 32;
    case DigestAlgorithm::Sha384:
        return 48;
    case DigestAlgorithm::Sha512:
        return 64;
    }
    return 0;
}

Result<SignatureAlgorithm> algorithmFor(const Certificate& certificate)
{
    switch (certificate.keyKind()) {
    case KeyKind::Rsa:
        return SignatureAlgorithm { SignatureScheme::RsaPkcs1, DigestAlgorithm::Sha256 };
    case KeyKind::EcP256:
        return SignatureAlgorithm { SignatureScheme::Ecdsa, DigestAlgorithm::Sha256 };
    case KeyKind::EcP384:
        return SignatureAlgorithm { SignatureScheme::Ecdsa, DigestAlgorithm::Sha384 };
    case KeyKind::Sm2:
    case KeyKind::Other:
        break;
    }
    return failure(ErrorCode::KeyUnsupported, u"no signature algorithm for this kind of key"_s);
}

Result<PendingSignedData> PendingSignedData::create(const std::vector<Certificate>& chain, SignatureAlgorithm algorithm,
    const DocumentDigest& digest, Profile profile, const QDateTime& claimedTime)
{
    Q_ASSERT(!chain.empty());
    const auto& certificate = chain.front();
    if (!fitsKey(algorithm.scheme, certificate.keyKind()))
        return failure(ErrorCode::KeyUnsupported, u"the signature algorithm is not one of the certificate's key"_s);
    if (digest.algorithm != algorithm.digest || digest.value.size() != digestSize(digest.algorithm))
        return failure(ErrorCode::InternalFault, u"the document's digest is not the signature's"_s);

    constexpr unsigned kFlags = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP;
    const ContentInfo content(CMS_sign(nullptr, nullptr, nullptr, nullptr, kFlags));
    if (!content)
        return opensslFault(u"CMS_sign");
    // The certificate's public key stands in for the private one, which may be anywhere.
    auto* signer = CMS_add1_signer(content.get(), certificate.handle(), X509_get0_pubkey(certificate.handle()),
        EVP_get_digestbyname(digestName(algorithm.digest)), kFlags | CMS_CADES);
    if (!signer)
        return opensslFault(u"CMS_add1_signer");
    if (!setSignatureAlgorithm(signer, algorithm) || !addAttributes(signer, digest.value)
        || !addIssuers(content.get(), chain))
        return opensslFault(u"signed attributes");
    if (profile == Profile::Adobe && !addSigningTime(signer, claimedTime))
        return opensslFault(u"signing-time");

    const auto skeleton = openssl::toDer(content.get(), i2d_CMS_ContentInfo);
    if (skeleton.isEmpty())
        return opensslFault(u"i2d_CMS_ContentInfo");
    return PendingSignedData(certificate, skeleton, attributesAsSet(signer, AttributeOrder::AsDer));
}

PendingSignedData::PendingSignedData(Certificate signer, QByteArray skeleton, QByteArray signedAttributes)
    : m_signer(std::move(signer))
    , m_skeleton(std::move(skeleton))
    , m_signedAttributes(std::move(signedAttributes))
{
}

Result<QByteArray> PendingSignedData::complete(const QByteArray& signature) const
{
    const auto content = readSkeleton(m_skeleton);
    auto* signer = content ? onlySigner(content.get()) : nullptr;
    if (!signer)
        return opensslFault(u"skeleton");
    if (!verifies(signer, m_signer, m_signedAttributes, signature))
        return failure(ErrorCode::SignatureWrong, u"the key's answer does not verify against the certificate"_s);
    if (!ASN1_STRING_set(
            CMS_SignerInfo_get0_signature(signer), signature.constData(), static_cast<int>(signature.size())))
        return opensslFault(u"signature value");
    const auto der = openssl::toDer(content.get(), i2d_CMS_ContentInfo);
    if (der.isEmpty())
        return opensslFault(u"i2d_CMS_ContentInfo");
    return der;
}

std::size_t PendingSignedData::capacityFor(const std::vector<Certificate>& chain)
{
    constexpr std::size_t kTimestamp = 8 * 1024; // an RFC 3161 token with its authority's chain has 3 to 6 KB
    constexpr std::size_t kFixedParts = 1024; // algorithms, digests, attributes, tags and lengths: about 400 in fact
    Q_ASSERT(!chain.empty());
    std::size_t size = kTimestamp + kFixedParts;
    for (const auto& certificate : chain)
        size += static_cast<std::size_t>(certificate.der().size());
    // Issuer and serial number stand twice more: in the SignerInfo's name for its signer and in signing-certificate-v2.
    const auto* signer = chain.front().handle();
    const auto issuerAndSerial = openssl::toDer(X509_get_issuer_name(signer), i2d_X509_NAME).size()
        + openssl::toDer(X509_get0_serialNumber(signer), i2d_ASN1_INTEGER).size();
    const auto* key = X509_get0_pubkey(signer);
    return size + 2 * static_cast<std::size_t>(issuerAndSerial)
        + static_cast<std::size_t>(key ? EVP_PKEY_get_size(key) : 0);
}

} // namespace bidseal::cms
