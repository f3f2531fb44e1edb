#include "core/cms/SignedAttributesCheck.h"

#include "core/certificate/OpenSsl.h"
#include "core/cms/DerReader.h"

#include <openssl/asn1.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace bidseal::cms {

namespace {

using certificate::Certificate;

// Whole DER elements: what is compared as bytes cannot be misread.
const auto kContentType = QByteArray::fromHex("06092a864886f70d010903");
const auto kMessageDigest = QByteArray::fromHex("06092a864886f70d010904");
const auto kSigningCertificateV2 = QByteArray::fromHex("060b2a864886f70d010910022f");
const auto kData = QByteArray::fromHex("06092a864886f70d010701");
const auto kSha384 = QByteArray::fromHex("0609608648016503040202");
const auto kSha512 = QByteArray::fromHex("0609608648016503040203");
const auto kNull = QByteArray::fromHex("0500");

tl::unexpected<Error> notADocument(const QString& detail) { return failure(ErrorCode::RequestNotADocument, detail); }

/// DER writes tag and length in one way only (X.690, 10.1), which DerReader does not insist on.
bool isDer(const DerElement& element)
{
    const auto length = static_cast<int>(element.content.size());
    QByteArray head(element.whole.size() - length, '\0');
    if (ASN1_object_size(element.isConstructed, length, element.tag) != element.whole.size())
        return false;
    auto* out = openssl::bytesOf(head);
    ASN1_put_object(&out, element.isConstructed, length, element.tag, element.tagClass);
    return element.whole.startsWith(head);
}

/// Everything that stands in `bytes`, one behind the other; nothing where not all of it is DER.
std::optional<std::vector<DerElement>> elementsOf(QByteArrayView bytes)
{
    std::vector<DerElement> elements;
    qsizetype read = 0;
    for (DerReader reader(bytes); const auto element = reader.next();) {
        if (!isDer(*element))
            return std::nullopt;
        read += element->whole.size();
        elements.push_back(*element);
    }
    return read == bytes.size() ? std::optional(elements) : std::nullopt;
}

/// The content of the one SEQUENCE or SET that `bytes` is.
std::optional<std::vector<DerElement>> contentOf(QByteArrayView bytes, int universalTag)
{
    const auto whole = elementsOf(bytes);
    if (!whole || whole->size() != 1 || !whole->front().is(universalTag) || !whole->front().isConstructed)
        return std::nullopt;
    return elementsOf(whole->front().content);
}

/// Ascending as octet strings (X.690, 11.6); no element of DER begins with another, so none needs to be padded.
bool isInDerOrder(const std::vector<DerElement>& elements)
{
    return std::is_sorted(elements.begin(), elements.end(),
        [](const DerElement& a, const DerElement& b) { return a.whole.compare(b.whole) < 0; });
}

/// The one value of the attribute `type` among `attributes`.
std::optional<DerElement> onlyValue(const std::vector<DerElement>& attributes, const QByteArray& type)
{
    for (const auto& attribute : attributes) {
        const auto parts = contentOf(attribute.whole, V_ASN1_SEQUENCE);
        if (!parts || parts->size() != 2 || parts->front().whole != type)
            continue;
        const auto values = contentOf(parts->back().whole, V_ASN1_SET);
        return values && values->size() == 1 ? std::optional(values->front()) : std::nullopt;
    }
    return std::nullopt;
}

bool isOctets(const DerElement& element, const QByteArray& octets)
{
    return element.is(V_ASN1_OCTET_STRING) && !element.isConstructed && element.content == octets;
}

QByteArray hashOf(const Certificate& certificate, DigestAlgorithm algorithm)
{
    QByteArray hash(EVP_MAX_MD_SIZE, '\0');
    std::size_t size = 0;
    const auto& der = certificate.der();
    if (EVP_Q_digest(nullptr, digestName(algorithm), nullptr, der.constData(), static_cast<std::size_t>(der.size()),
            openssl::bytesOf(hash), &size)
        != 1)
        return {};
    return hash.first(static_cast<qsizetype>(size));
}

/// Whether the front of `parts` names the hash, and how many elements it takes for that: none for SHA-256, the default,
/// which DER does not write (X.690, 11.5). Writers differ about parameters that say nothing (RFC 5754, 2).
std::optional<std::size_t> hashAlgorithmAt(const std::vector<DerElement>& parts, DigestAlgorithm algorithm)
{
    if (algorithm == DigestAlgorithm::Sha256)
        return 0;
    const auto fields = parts.empty() ? std::nullopt : contentOf(parts.front().whole, V_ASN1_SEQUENCE);
    const auto& name = algorithm == DigestAlgorithm::Sha384 ? kSha384 : kSha512;
    const bool isNamed = fields && !fields->empty() && fields->front().whole == name
        && (fields->size() == 1 || (fields->size() == 2 && fields->back().whole == kNull));
    return isNamed ? std::optional<std::size_t>(1) : std::nullopt;
}

/// IssuerSerial ::= SEQUENCE { issuer GeneralNames, serialNumber }, with the certificate's issuer as the only name
/// (RFC 5035, 5).
bool isIssuerSerialOf(const DerElement& element, const Certificate& certificate)
{
    constexpr int kDirectoryName = 4;
    const auto parts = contentOf(element.whole, V_ASN1_SEQUENCE);
    if (!parts || parts->size() != 2)
        return false;
    const auto names = contentOf(parts->front().whole, V_ASN1_SEQUENCE);
    const auto* x509 = certificate.handle();
    return names && names->size() == 1 && names->front().tagClass == V_ASN1_CONTEXT_SPECIFIC
        && names->front().tag == kDirectoryName && names->front().isConstructed
        && names->front().content == openssl::toDer(X509_get_issuer_name(x509), i2d_X509_NAME)
        && parts->back().whole == openssl::toDer(X509_get0_serialNumber(x509), i2d_ASN1_INTEGER);
}

/// SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2 } without policies (RFC 5035, 3).
bool namesOnly(const DerElement& value, const Certificate& certificate, DigestAlgorithm algorithm)
{
    const auto fields = contentOf(value.whole, V_ASN1_SEQUENCE);
    const auto entries
        = fields && fields->size() == 1 ? contentOf(fields->front().whole, V_ASN1_SEQUENCE) : std::nullopt;
    const auto parts
        = entries && entries->size() == 1 ? contentOf(entries->front().whole, V_ASN1_SEQUENCE) : std::nullopt;
    const auto hashAt = parts ? hashAlgorithmAt(*parts, algorithm) : std::nullopt;
    if (!hashAt || parts->size() <= *hashAt || !isOctets((*parts)[*hashAt], hashOf(certificate, algorithm)))
        return false;
    const auto rest = parts->size() - *hashAt - 1;
    return rest == 0 || (rest == 1 && isIssuerSerialOf(parts->back(), certificate));
}

} // namespace

Status checkSignedAttributes(const QByteArray& attributes, const DocumentDigest& digest, const Certificate& certificate)
{
    constexpr std::size_t kAttributes = 3;
    const auto set = contentOf(attributes, V_ASN1_SET);
    if (!set)
        return notADocument(u"not one SET in DER"_s);
    if (set->size() != kAttributes || !isInDerOrder(*set))
        return notADocument(u"not three attributes in DER order"_s);
    const auto contentType = onlyValue(*set, kContentType);
    if (!contentType || contentType->whole != kData)
        return notADocument(u"content-type is not data"_s);
    const auto messageDigest = onlyValue(*set, kMessageDigest);
    if (!messageDigest || digest.value.size() != digestSize(digest.algorithm)
        || !isOctets(*messageDigest, digest.value))
        return notADocument(u"message-digest is not the document's"_s);
    const auto signingCertificate = onlyValue(*set, kSigningCertificateV2);
    if (!signingCertificate || !namesOnly(*signingCertificate, certificate, digest.algorithm))
        return notADocument(u"signing-certificate-v2 does not name the chosen certificate"_s);
    return {};
}

} // namespace bidseal::cms
