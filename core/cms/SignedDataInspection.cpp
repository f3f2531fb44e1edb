#include "core/certificate/OpenSsl.h"
#include "core/cms/DerReader.h"
#include "core/cms/SignatureMethod.h"
#include "core/cms/SignedAttributes.h"
#include "core/cms/SignedData.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::cms {

namespace {

using certificate::Certificate;
using ContentInfo = openssl::Handle<CMS_ContentInfo, CMS_ContentInfo_free>;

constexpr qsizetype kLargestSignedData = 16 * 1024 * 1024; // bytes: revocation lists may be inside
constexpr int kMostCertificates = 100;
constexpr int kMostAttributes = 100;

tl::unexpected<Error> damaged(const QString& detail) { return failure(ErrorCode::DocumentDamaged, detail); }

/// The SignedData at the front of `contents`; what is behind it may only be the hole's zero padding.
Result<ContentInfo> readContentInfo(const QByteArray& contents)
{
    if (contents.size() > kLargestSignedData)
        return damaged(u"%1 bytes of signed data are too many"_s.arg(contents.size()));
    const auto* const start = openssl::bytesOf(contents);
    const auto* in = start;
    ContentInfo info(d2i_CMS_ContentInfo(nullptr, &in, static_cast<long>(contents.size())));
    if (!info)
        return damaged(u"not a CMS structure: "_s + openssl::takeErrors());
    const auto padding = QByteArrayView(contents).sliced(in - start);
    if (std::any_of(padding.begin(), padding.end(), [](char byte) { return byte != 0; }))
        return damaged(u"bytes other than zero padding behind the signed data"_s);
    return info;
}

Result<CMS_SignerInfo*> onlySigner(CMS_ContentInfo* info)
{
    if (OBJ_obj2nid(CMS_get0_type(info)) != NID_pkcs7_signed)
        return damaged(u"a CMS structure, but not SignedData"_s);
    auto* signers = CMS_get0_SignerInfos(info);
    if (!signers || sk_CMS_SignerInfo_num(signers) != 1)
        return damaged(u"%1 SignerInfos instead of one"_s.arg(signers ? sk_CMS_SignerInfo_num(signers) : 0));
    return sk_CMS_SignerInfo_value(signers, 0);
}

enum class ContentForm {
    Detached,
    Sha1OfDocument, ///< adbe.pkcs7.sha1: the content is the document's digest
    Other,
};

ContentForm contentForm(CMS_ContentInfo* info)
{
    constexpr int kSha1Size = 20;
    auto** content = CMS_get0_content(info);
    if (!content || !*content)
        return ContentForm::Detached;
    return ASN1_STRING_length(*content) == kSha1Size ? ContentForm::Sha1OfDocument : ContentForm::Other;
}

/// GB/T 35275-2017 has object identifiers of its own, which OpenSSL's CMS does not know.
bool isChineseSignedData(const CMS_ContentInfo* info)
{
    std::array<char, 80> oid {};
    OBJ_obj2txt(oid.data(), oid.size(), CMS_get0_type(info), 1);
    return QLatin1StringView(oid.data()) == "1.2.156.10197.6.1.4.2.2"_L1;
}

Result<std::vector<Certificate>> certificatesOf(CMS_ContentInfo* info)
{
    const auto freeAll = [](STACK_OF(X509) * all) { sk_X509_pop_free(all, X509_free); };
    const std::unique_ptr<STACK_OF(X509), decltype(freeAll)> all(CMS_get1_certs(info), freeAll);
    const int count = all ? sk_X509_num(all.get()) : 0;
    if (count > kMostCertificates)
        return damaged(u"%1 certificates are too many"_s.arg(count));
    std::vector<Certificate> readable;
    for (int i = 0; i < count; ++i) {
        if (auto certificate = Certificate::fromDer(openssl::toDer(sk_X509_value(all.get(), i), i2d_X509)))
            readable.push_back(std::move(*certificate));
    }
    ERR_clear_error();
    return readable;
}

/// By issuer and serial number or by subject key identifier, whichever the SignerInfo has.
std::optional<Certificate> signerAmong(const std::vector<Certificate>& certificates, CMS_SignerInfo* signer)
{
    const auto found = std::find_if(certificates.begin(), certificates.end(),
        [signer](const Certificate& candidate) { return CMS_SignerInfo_cert_cmp(signer, candidate.handle()) == 0; });
    return found == certificates.end() ? std::nullopt : std::optional(*found);
}

QString oidOf(const X509_ALGOR* algorithm)
{
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    std::array<char, 80> text {};
    OBJ_obj2txt(text.data(), text.size(), object, 1);
    return QString::fromLatin1(text.data());
}

struct Algorithms {
    X509_ALGOR* digest = nullptr;
    X509_ALGOR* signature = nullptr;
};

Algorithms algorithmsOf(CMS_SignerInfo* signer)
{
    Algorithms algorithms;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &algorithms.digest, &algorithms.signature);
    return algorithms;
}

QByteArrayView signatureOf(CMS_SignerInfo* signer)
{
    const auto* value = CMS_SignerInfo_get0_signature(signer);
    return { ASN1_STRING_get0_data(value), ASN1_STRING_length(value) };
}

/// Certificates and names: what can be said without any computing.
Status describe(CMS_ContentInfo* info, CMS_SignerInfo* signer, SignedDataReport& report)
{
    if (CMS_signed_get_attr_count(signer) > kMostAttributes)
        return damaged(u"%1 signed attributes are too many"_s.arg(CMS_signed_get_attr_count(signer)));
    auto certificates = certificatesOf(info);
    if (!certificates)
        return failure(certificates.error());
    report.certificates = std::move(*certificates);
    report.signer = signerAmong(report.certificates, signer);
    report.signingTime = signingTime(signer);

    const auto [digestAlgorithm, signatureAlgorithm] = algorithmsOf(signer);
    const char* digest = digestOf(digestAlgorithm);
    report.digestName = digest ? QString::fromLatin1(digest) : oidOf(digestAlgorithm);
    report.algorithmName = oidOf(signatureAlgorithm);
    return {};
}

/// How to check it. Where that is not known, the report says why.
std::optional<SignatureMethod> methodFor(CMS_SignerInfo* signer, SignedDataReport& report)
{
    const auto* key = report.signer ? X509_get0_pubkey(report.signer->handle()) : nullptr;
    if (!key) {
        report.problem = u"the signer's certificate is not in the SignedData, or its key cannot be read"_s;
        ERR_clear_error();
        return std::nullopt;
    }
    const auto [digestAlgorithm, signatureAlgorithm] = algorithmsOf(signer);
    const auto method = methodOf(digestAlgorithm, signatureAlgorithm, key);
    const bool hasNoAttributes = CMS_signed_get_attr_count(signer) <= 0;
    // SM2 hashes its key together with what it signs, so a bare document digest is no use to it.
    if (!method || (method->scheme == SignatureMethod::Scheme::Sm2 && hasNoAttributes)) {
        report.problem = u"an algorithm, or two that do not go together, that is not checked here: %1 with %2"_s.arg(
            report.algorithmName, report.digestName);
        return std::nullopt;
    }
    report.algorithmName = nameOf(*method, key);
    return method;
}

/// What is found out about a signature whose form and algorithms are known.
class Check {
public:
    Check(QByteArrayView contents, CMS_ContentInfo* info, CMS_SignerInfo* signer, SignatureMethod method,
        const Certificate& certificate)
        : m_contents(contents)
        , m_info(info)
        , m_signer(signer)
        , m_method(method)
        , m_certificate(certificate)
        , m_key(X509_get0_pubkey(certificate.handle()))
    {
    }

    void run(const QByteArray& documentDigest, SignedDataReport& report) const
    {
        if (CMS_signed_get_attr_count(m_signer) > 0)
            checkWithAttributes(documentDigest, report);
        else
            checkWithoutAttributes(documentDigest, report);
        noteWeaknesses(report);
    }

private:
    static void note(SignedDataReport& report, const QString& problem)
    {
        if (report.problem.isEmpty())
            report.problem = problem;
    }

    void checkWithAttributes(const QByteArray& documentDigest, SignedDataReport& report) const
    {
        report.digestMatches = messageDigest(m_signer) == documentDigest;
        if (!report.digestMatches)
            note(report, u"the document is not the one that was signed"_s);

        const bool isDer = attributesAreWrittenAsDer();
        const bool hasContentType = contentTypeAgrees(m_signer, CMS_get0_eContentType(m_info));
        if (!isDer)
            note(report, u"the signed attributes are not written in DER"_s);
        if (!hasContentType)
            note(report, u"not exactly one content-type attribute that agrees with the content"_s);
        report.signatureMatches
            = isDer && hasContentType && (signedAs(AttributeOrder::AsDer) || signedAs(AttributeOrder::AsWritten));
        if (!report.signatureMatches)
            note(report, u"the signature value is not one of the signer's key over these attributes"_s);

        const auto binding = signerBinding(m_signer, m_certificate);
        report.signerIsBound = binding == SignerBinding::Agrees;
        if (binding == SignerBinding::NamesAnother)
            note(report, u"signing-certificate names another certificate than the signer's"_s);
    }

    void checkWithoutAttributes(const QByteArray& documentDigest, SignedDataReport& report) const
    {
        report.signatureMatches = verifyDigest(m_method, m_key, documentDigest, signatureOf(m_signer));
        report.digestMatches = report.signatureMatches; // one and the same here
        note(report,
            report.signatureMatches ? u"no signed attributes"_s
                                    : u"the signature value is not one of the signer's key over this document"_s);
    }

    /// What is verified is OpenSSL's own encoding of what it read; it must be what stands in the file.
    bool attributesAreWrittenAsDer() const
    {
        const auto written = attributesAsSet(m_signer, AttributeOrder::AsWritten);
        const auto set = DerReader(written).next();
        return set && m_contents.indexOf(set->content) >= 0;
    }

    bool signedAs(AttributeOrder order) const
    {
        return verifyMessage(m_method, m_key, attributesAsSet(m_signer, order), signatureOf(m_signer));
    }

    void noteWeaknesses(SignedDataReport& report) const
    {
        constexpr int kShortestRsaKey = 2048;
        if (qstrcmp(m_method.digest, "SHA-1") == 0)
            note(report, u"SHA-1 is no safe digest any more"_s);
        if (m_certificate.keyKind() == certificate::KeyKind::Rsa && m_certificate.keyBits() < kShortestRsaKey)
            note(report, u"an RSA key of %1 bits is no safe key any more"_s.arg(m_certificate.keyBits()));
    }

    QByteArrayView m_contents;
    CMS_ContentInfo* m_info;
    CMS_SignerInfo* m_signer;
    SignatureMethod m_method;
    const Certificate& m_certificate;
    EVP_PKEY* m_key;
};

} // namespace

Result<SignedDataReport> inspect(const QByteArray& contents, const DigestSource& documentDigest)
{
    const auto info = readContentInfo(contents);
    if (!info)
        return failure(info.error());
    SignedDataReport report;
    if (isChineseSignedData(info->get())) {
        report.problem = u"SignedData in the form of GB/T 35275, which is not checked here"_s;
        return report;
    }
    const auto signer = onlySigner(info->get());
    if (!signer)
        return failure(signer.error());
    const auto form = contentForm(info->get());
    if (form == ContentForm::Other)
        return damaged(u"content inside the SignedData"_s);

    if (const auto described = describe(info->get(), *signer, report); !described)
        return failure(described.error());
    if (form == ContentForm::Sha1OfDocument) {
        report.problem = u"the SHA-1 of the document was signed (adbe.pkcs7.sha1), which is no safe digest"_s;
        return report;
    }
    const auto method = methodFor(*signer, report);
    if (!method)
        return report;
    const auto digest = documentDigest(report.digestName);
    if (!digest)
        return failure(digest.error());
    report.isDecidable = true;
    Check(contents, info->get(), *signer, *method, *report.signer).run(*digest, report);
    return report;
}

} // namespace bidseal::cms
