#include "tests/support/SignedSample.h"

#include "tests/support/PdfBuilder.h"

#include <QBuffer>

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <algorithm>

namespace bidseal::testing {

namespace {

constexpr int kContentsBytes = 8192;
const QByteArray kByteRangeRoom(64, ' ');

QByteArray reference(int object) { return QByteArray::number(object) + " 0 R"; }

template <class T> T* fromDer(const QByteArray& der, T* (*read)(T**, const unsigned char**, long))
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(der.constData());
    return read(nullptr, &bytes, static_cast<long>(der.size()));
}

qint64 lastStartXref(const QByteArray& pdf)
{
    const qsizetype at = pdf.lastIndexOf("startxref") + 10;
    return pdf.mid(at, pdf.indexOf('\n', at) - at).toLongLong();
}

} // namespace

SampleSigner::SampleSigner()
{
    const auto mint = demonstration::CertificateMint::create();
    if (!mint)
        return;
    if (auto key = mint->issue())
        m_key = std::move(*key);
}

QByteArray SampleSigner::sign(const QByteArray& bytes, Form form) const
{
    X509* certificate = fromDer(m_key->certificate, d2i_X509);
    EVP_PKEY* key = fromDer(m_key->privateKey, d2i_AutoPrivateKey);
    BIO* content = BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size()));
    const unsigned flags = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP
        | (form.withSigningCertificate ? unsigned(CMS_CADES) : 0U);
    CMS_ContentInfo* cms = CMS_sign(nullptr, nullptr, nullptr, nullptr, flags);
    CMS_add1_signer(cms, certificate, key, EVP_get_digestbyname(form.digest), flags);
    CMS_final(cms, content, nullptr, flags);

    unsigned char* der = nullptr;
    const int size = i2d_CMS_ContentInfo(cms, &der);
    const QByteArray result(reinterpret_cast<const char*>(der), size);
    OPENSSL_free(der);
    CMS_ContentInfo_free(cms);
    BIO_free(content);
    EVP_PKEY_free(key);
    X509_free(certificate);
    return result;
}

SignedSample::SignedSample(const QByteArray& emptyField, const QRectF& box)
{
    QBuffer buffer(&m_bytes);
    buffer.open(QIODevice::WriteOnly);
    PdfBuilder pdf(buffer);
    m_firstPage = pdf.reserve();
    if (!emptyField.isEmpty()) {
        m_fields = reference(pdf.add("<</Type/Annot/Subtype/Widget/FT/Sig/T(" + emptyField + ")/F 4/Rect"
                       + pdfRectangle(box) + "/P " + reference(m_firstPage) + ">>"))
            + " ";
    }
    m_form = pdf.add("<</Fields[" + m_fields.trimmed() + "]/SigFlags 3>>");
    pdf.setPage(m_firstPage, samplePageContent(PageShape().mediaBox, 1), {}, "/Annots[" + m_fields.trimmed() + "]");
    pdf.addPage();
    m_catalogEntries = "/AcroForm " + reference(m_form);
    pdf.addToCatalog(m_catalogEntries);
    m_next = pdf.reserve();
    pdf.finish();
}

void SignedSample::sign(const SampleSigner& signer, const QByteArray& field, const SignatureShape& shape)
{
    const int dictionary = m_next, firstField = m_next + 1;
    QByteArray moreEntries = shape.moreEntries;
    std::vector<std::pair<int, QByteArray>> objects;
    if (shape.certificationLevel) {
        moreEntries
            += "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/V/1.2/P "
            + QByteArray::number(shape.certificationLevel) + ">>>>]";
        m_catalogEntries += "/Perms<</DocMDP " + reference(dictionary) + ">>";
        objects.emplace_back(PdfBuilder::kCatalog,
            "<</Type/Catalog/Pages " + reference(PdfBuilder::kPageTree) + m_catalogEntries + ">>");
    }
    const QByteArray contents = "<" + QByteArray(2 * kContentsBytes, '0') + ">";
    objects.emplace_back(dictionary,
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/" + shape.subFilter + "/M(D:20260301120000Z)/Reason(sample reason)"
            + moreEntries + "/ByteRange" + kByteRangeRoom + "/Contents" + contents + ">>");
    for (int i = 0; i < (shape.secondField ? 2 : 1); ++i) {
        const QByteArray name = i ? field + "_2" : field;
        objects.emplace_back(firstField + i,
            "<</Type/Annot/Subtype/Widget/FT/Sig/F 132/Rect[0 0 0 0]/T(" + name + ")/V " + reference(dictionary)
                + shape.fieldEntries + ">>");
        m_fields += reference(firstField + i) + " ";
    }
    objects.emplace_back(m_form, "<</Fields[" + m_fields.trimmed() + "]/SigFlags 3>>");
    const qint64 revisionBegin = m_bytes.size();
    update(objects);

    Place place;
    place.dictionary = dictionary;
    place.byteRangeBegin = m_bytes.indexOf(kByteRangeRoom, revisionBegin);
    place.contentsBegin = m_bytes.indexOf(contents, revisionBegin);
    place.contentsEnd = place.contentsBegin + contents.size();
    place.end = m_bytes.size() - shape.endsEarlier;
    const QByteArray byteRange = "[" + QByteArray::number(shape.beginsAt) + " "
        + QByteArray::number(place.contentsBegin - shape.beginsAt) + " " + QByteArray::number(place.contentsEnd) + " "
        + QByteArray::number(place.end - place.contentsEnd) + "]";
    place.byteRangeEnd = place.byteRangeBegin + byteRange.size();
    m_bytes.replace(place.byteRangeBegin, byteRange.size(), byteRange);

    const QByteArray signedBytes = m_bytes.mid(shape.beginsAt, place.contentsBegin - shape.beginsAt)
        + m_bytes.mid(place.contentsEnd, place.end - place.contentsEnd);
    const QByteArray hex = signer.sign(signedBytes, shape.form).toHex();
    m_bytes.replace(place.contentsBegin + 1, hex.size(), hex);
    m_signatures.push_back(place);
}

void SignedSample::update(const std::vector<std::pair<int, QByteArray>>& objects)
{
    const qint64 previous = lastStartXref(m_bytes);
    QByteArray sections;
    for (const auto& [number, body] : objects) {
        sections += QByteArray::number(number) + " 1\n" + QByteArray::number(m_bytes.size()).rightJustified(10, '0')
            + " 00000 n \n";
        m_bytes += QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
        m_next = std::max(m_next, number + 1);
    }
    const qint64 offset = m_bytes.size();
    m_bytes += "xref\n" + sections + "trailer\n<</Size " + QByteArray::number(m_next) + "/Root "
        + reference(PdfBuilder::kCatalog) + "/Prev " + QByteArray::number(previous)
        + "/ID[<31415926535897932384626433832795><27182818284590452353602874713527>]>>\nstartxref\n"
        + QByteArray::number(offset) + "\n%%EOF\n";
}

void SignedSample::changeFirstPage()
{
    const QByteArray content = "BT 1 0 0 rg /F1 40 Tf 60 400 Td (another price) Tj ET";
    update({ { m_next, "<</Length " + QByteArray::number(content.size()) + ">>\nstream\n" + content + "\nendstream" },
        { m_firstPage,
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents "
                + reference(m_next) + ">>" } });
}

QByteArray SignedSample::dictionaryText(const Place& place) const
{
    const qsizetype begin = m_bytes.lastIndexOf(" 0 obj\n", place.byteRangeBegin) + 7;
    return m_bytes.mid(begin, m_bytes.indexOf("\nendobj", place.contentsEnd) - begin);
}

} // namespace bidseal::testing
