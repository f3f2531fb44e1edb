#include "core/cms/SignedAttributes.h"

#include "core/certificate/OpenSsl.h"
#include "core/cms/DerReader.h"
#include "core/cms/SignatureMethod.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <vector>

namespace bidseal::cms {

namespace {

using certificate::Certificate;
using Algorithm = openssl::Handle<X509_ALGOR, X509_ALGOR_free>;

/// The value of an attribute that stands there once and has one value; null otherwise.
const ASN1_TYPE* onlyValue(const CMS_SignerInfo* signer, int nid)
{
    const int first = CMS_signed_get_attr_by_NID(signer, nid, -1);
    if (first < 0 || CMS_signed_get_attr_by_NID(signer, nid, first) >= 0)
        return nullptr;
    auto* attribute = CMS_signed_get_attr(signer, first);
    return X509_ATTRIBUTE_count(attribute) == 1 ? X509_ATTRIBUTE_get0_type(attribute, 0) : nullptr;
}

QByteArrayView bytesOf(const ASN1_STRING* string)
{
    return { ASN1_STRING_get0_data(string), ASN1_STRING_length(string) };
}

/// The digest that an ESSCertIDv2's AlgorithmIdentifier names.
const char* digestOfElement(const DerElement& element)
{
    const auto* in = reinterpret_cast<const unsigned char*>(element.whole.data());
    const Algorithm algorithm(d2i_X509_ALGOR(nullptr, &in, static_cast<long>(element.whole.size())));
    ERR_clear_error();
    return algorithm ? digestOf(algorithm.get()) : nullptr;
}

bool isDigestOf(QByteArrayView hash, const char* digest, const QByteArray& data)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> own {};
    std::size_t size = 0;
    return EVP_Q_digest(
               nullptr, digest, nullptr, data.constData(), static_cast<std::size_t>(data.size()), own.data(), &size)
        && hash == QByteArrayView(own.data(), static_cast<qsizetype>(size));
}

/// Whether the first entry's hash is the certificate's. The issuer and serial number that may follow it say nothing
/// that a hash over the whole certificate does not say already.
bool namesCertificate(QByteArrayView attribute, const char* defaultDigest, const Certificate& certificate)
{
    const auto outer = DerReader(attribute).next(V_ASN1_SEQUENCE);
    const auto entries = outer ? DerReader(outer->content).next(V_ASN1_SEQUENCE) : std::nullopt;
    const auto first = entries ? DerReader(entries->content).next(V_ASN1_SEQUENCE) : std::nullopt;
    if (!first)
        return false;
    DerReader entry(first->content);
    const auto algorithm = entry.next(V_ASN1_SEQUENCE);
    const auto hash = entry.next(V_ASN1_OCTET_STRING);
    const char* digest = algorithm ? digestOfElement(*algorithm) : defaultDigest;
    return hash && digest && isDigestOf(hash->content, digest, certificate.der());
}

SignerBinding bindingBy(
    const CMS_SignerInfo* signer, int nid, const char* defaultDigest, const Certificate& certificate)
{
    if (CMS_signed_get_attr_by_NID(signer, nid, -1) < 0)
        return SignerBinding::Absent;
    const auto* value = onlyValue(signer, nid);
    const bool agrees = value && value->type == V_ASN1_SEQUENCE
        && namesCertificate(bytesOf(value->value.sequence), defaultDigest, certificate);
    return agrees ? SignerBinding::Agrees : SignerBinding::NamesAnother;
}

} // namespace

QByteArray attributesAsSet(const CMS_SignerInfo* signer, AttributeOrder order)
{
    std::vector<QByteArray> attributes;
    int size = 0;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
        attributes.push_back(openssl::toDer(CMS_signed_get_attr(signer, i), i2d_X509_ATTRIBUTE));
        size += static_cast<int>(attributes.back().size());
    }
    if (order == AttributeOrder::AsDer)
        std::sort(attributes.begin(), attributes.end());

    QByteArray set(ASN1_object_size(1, size, V_ASN1_SET) - size, '\0');
    auto* out = openssl::bytesOf(set);
    ASN1_put_object(&out, 1, size, V_ASN1_SET, V_ASN1_UNIVERSAL);
    for (const auto& attribute : attributes)
        set += attribute;
    return set;
}

bool contentTypeAgrees(const CMS_SignerInfo* signer, const ASN1_OBJECT* contentType)
{
    const auto* value = onlyValue(signer, NID_pkcs9_contentType);
    return value && value->type == V_ASN1_OBJECT && OBJ_cmp(value->value.object, contentType) == 0;
}

std::optional<QByteArray> messageDigest(const CMS_SignerInfo* signer)
{
    const auto* value = onlyValue(signer, NID_pkcs9_messageDigest);
    if (!value || value->type != V_ASN1_OCTET_STRING)
        return std::nullopt;
    return bytesOf(value->value.octet_string).toByteArray();
}

std::optional<QDateTime> signingTime(const CMS_SignerInfo* signer)
{
    const auto* value = onlyValue(signer, NID_pkcs9_signingTime);
    if (!value || (value->type != V_ASN1_UTCTIME && value->type != V_ASN1_GENERALIZEDTIME))
        return std::nullopt;
    const auto time = openssl::toUtc(value->value.asn1_string);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

SignerBinding signerBinding(const CMS_SignerInfo* signer, const Certificate& certificate)
{
    const auto second = bindingBy(signer, NID_id_smime_aa_signingCertificateV2, "SHA-256", certificate);
    return second != SignerBinding::Absent
        ? second
        : bindingBy(signer, NID_id_smime_aa_signingCertificate, "SHA-1", certificate);
}

} // namespace bidseal::cms
