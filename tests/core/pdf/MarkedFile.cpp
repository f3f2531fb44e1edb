#include "tests/core/pdf/MarkedFile.h"

#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/Problem.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace bidseal::testing {

namespace {

constexpr std::size_t kCapacity = 8192;

/// Minting takes a while: once for all files of a test.
const SampleSigner& sampleSigner()
{
    static const SampleSigner signer;
    return signer;
}

} // namespace

pdf::Mark markAt(const QImage& picture, int page, QPointF centreMm, QSizeF sizeMm)
{
    pdf::Mark mark { { page, centreMm, sizeMm, 0 }, picture, u"公章"_s };
    mark.name = u"bidseal:company"_s;
    return mark;
}

QImage discPicture(int pixels)
{
    QImage picture(pixels, pixels, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    for (int y = 0; y < pixels; ++y) {
        for (int x = 0; x < pixels; ++x) {
            if (std::hypot(x - pixels / 2.0, y - pixels / 2.0) < pixels / 2.0 - 2)
                picture.setPixelColor(x, y, QColor(220, 0, 0));
        }
    }
    return picture;
}

bool MarkedFile::sign(const QString& source, const Wish& wish, const QString& output)
{
    const Secret secret = Secret::fromUtf8(wish.password.toStdString());
    const auto document = pdf::Document::open(source, wish.password.isEmpty() ? nullptr : &secret);
    if (!document) {
        qWarning() << "open" << problemOf(document);
        return false;
    }
    pdf::SignatureRequest request;
    request.marks = wish.marks;
    request.fieldName = wish.fieldName;
    request.carryingNote = wish.carryingNote;
    request.coveredNote = wish.coveredNote;
    request.subFilter = "ETSI.CAdES.detached";
    request.signerName = u"示例建设工程有限公司"_s;
    request.claimedTime = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    request.contentsCapacity = kCapacity;
    auto prepared = pdf::PreparedSignature::prepare(**document, request, output, {}, {});
    if (!prepared) {
        qWarning() << "prepare" << problemOf(prepared);
        return false;
    }
    const QByteArray whole = readFile(prepared->temporaryPath());
    const auto range = prepared->byteRange();
    const QByteArray covered = whole.mid(range[0], range[1]) + whole.mid(range[2], range[3]);
    return prepared->embed(sampleSigner().sign(covered)) && prepared->publish(true)
        && readFile(output).startsWith(readFile(source));
}

QString complaintOfReaders(const QString& file, int signatureFields, const QByteArray& password)
{
    if (const QString complaint = qpdfComplaint(file, password); !complaint.isEmpty())
        return u"qpdf: "_s + complaint;
    const auto verdicts = pdfsig(file, password);
    if (int(verdicts.size()) != signatureFields)
        return u"pdfsig finds %1 signatures"_s.arg(verdicts.size());
    bool coversAll = false;
    for (const PdfsigVerdict& verdict : verdicts) {
        if (!verdict.isValid)
            return u"pdfsig: "_s + verdict.fieldName;
        coversAll = coversAll || verdict.coversWholeDocument;
    }
    if (!coversAll)
        return u"pdfsig: nothing covers the whole document"_s;
    const MutoolVerdict mutool = mutoolVerify(file, password);
    if (mutool.broken != 0 || mutool.unchanged == 0 || mutool.unchanged + mutool.continued != signatureFields)
        return u"mutool: "_s + mutool.text;
    if (!mupdfFindsOnlySignatures(file, password))
        return u"MuPDF: more has changed than signing needs"_s;
    return {};
}

} // namespace bidseal::testing
