#include "core/pdf/SignatureWriter.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/SamplePdfs.h"
#include "tests/support/SignedSample.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using namespace bidseal::pdf;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kCapacity = 8192;
constexpr int kDotsPerInch = 72;

QImage sampleSeal()
{
    QImage picture(300, 300, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    for (int y = 0; y < 300; ++y) {
        for (int x = 0; x < 300; ++x) {
            if (std::hypot(x - 150, y - 150) < 148)
                picture.setPixelColor(x, y, QColor(220, 0, 0));
        }
    }
    return picture;
}

Mark markAt(const QImage& picture, int page, QPointF centreMm, QSizeF sizeMm = { 40, 40 }, double rotation = 0)
{
    return { { page, centreMm, sizeMm, rotation }, picture, u"公章"_s };
}

SignatureRequest requestWith(std::vector<Mark> marks)
{
    SignatureRequest request;
    request.marks = std::move(marks);
    request.subFilter = "ETSI.CAdES.detached";
    request.signerName = u"示例建设工程有限公司"_s;
    request.reason = u"sample (\\)"_s;
    request.location = u"示例市"_s;
    request.claimedTime = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::OffsetFromUTC, 8 * 3600);
    request.contentsCapacity = kCapacity;
    return request;
}

} // namespace

class tst_SignatureWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void signsTwice_data();
    void signsTwice();
    void putsSealsUprightOnTurnedPages_data();
    void putsSealsUprightOnTurnedPages();
    void signsIntoAnEmptyField();
    void declaresWhatTheFieldLocks();
    void signsInvisibly();
    void encryptsWhatItAddsToEncryptedDocuments_data();
    void encryptsWhatItAddsToEncryptedDocuments();
    void obeysPermissions();
    void sharesOnePictureBetweenManyMarks();
    void stampsBeyondSixteenMarks();
    void givesLaterSignersWidgetsOnly();
    void refusesMoreMarksThanReadersCanBear();
    void keepsTheAuthorsNumbers();
    void addsToIndirectArrays();
    void refusesAnnotationsThatAreNoArray();
    void writesTextsThatReadersUnderstand();
    void updatesLittleAmongManyObjects();
    void fillsTheHoleExactly();
    void refusesASignatureThatIsTooLarge();
    void refusesMarksOffThePage();
    void noticesThatTheSourceHasChanged();
    void keepsAnExistingOutput();
    void leavesNothingBehind();
    void sweepsOnlyWhatKilledProcessesLeft();
    void stopsWhenAsked();

private:
    QString write(const QByteArray& content);
    QString signedBy(const QString& source, const SignatureRequest& request, const QByteArray& password = {});
    void verify(const QString& file, int signatureFields, const QByteArray& password = {});

    QTemporaryDir m_folder;
    SampleSigner m_signer;
    QImage m_seal = sampleSeal();
    int m_files = 0;
};

void tst_SignatureWriter::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(m_signer.isReady());
}

QString tst_SignatureWriter::write(const QByteArray& content)
{
    const QString file = m_folder.filePath(u"标书 %1.pdf"_s.arg(++m_files));
    return writeFile(file, content) ? file : QString();
}

/// The whole way from request to published file; empty (with a warning) where a step fails.
QString tst_SignatureWriter::signedBy(
    const QString& source, const SignatureRequest& request, const QByteArray& password)
{
    const QString output = m_folder.filePath(u"signed %1.pdf"_s.arg(++m_files));
    const Secret secret = Secret::fromUtf8({ password.constData(), std::size_t(password.size()) });
    const auto document = Document::open(source, password.isEmpty() ? nullptr : &secret);
    if (!document) {
        qWarning() << "open" << errorCodeName(document.error().code) << document.error().detail;
        return {};
    }
    auto prepared = PreparedSignature::prepare(**document, request, output, {}, {});
    if (!prepared) {
        qWarning() << "prepare" << errorCodeName(prepared.error().code) << prepared.error().detail;
        return {};
    }
    const QByteArray whole = readFile(prepared->temporaryPath());
    const auto range = prepared->byteRange();
    const QByteArray covered = whole.mid(range[0], range[1]) + whole.mid(range[2], range[3]);
    const auto digest = prepared->digest("SHA256", {}, {});
    if (!digest || *digest != QCryptographicHash::hash(covered, QCryptographicHash::Sha256)) {
        qWarning() << "digest";
        return {};
    }
    if (!prepared->embed(m_signer.sign(covered)) || !prepared->publish(false)) {
        qWarning() << "embed or publish";
        return {};
    }
    const QByteArray original = readFile(source);
    if (!readFile(output).startsWith(original)) {
        qWarning() << "the source is no prefix";
        return {};
    }
    return output;
}

/// By three readers that we did not write, and by our own.
void tst_SignatureWriter::verify(const QString& file, int signatureFields, const QByteArray& password)
{
    QVERIFY(!file.isEmpty());
    QCOMPARE(qpdfComplaint(file, password), QString());
    const auto verdicts = pdfsig(file, password);
    QCOMPARE(int(verdicts.size()), signatureFields);
    bool coversAll = false;
    for (const PdfsigVerdict& verdict : verdicts) {
        QVERIFY2(verdict.isValid, qPrintable(verdict.fieldName));
        coversAll = coversAll || verdict.coversWholeDocument;
    }
    QVERIFY(coversAll);
    const MutoolVerdict mutool = mutoolVerify(file, password);
    QVERIFY2(mutool.broken == 0 && mutool.unchanged > 0, qPrintable(mutool.text));
    QCOMPARE(mutool.unchanged + mutool.continued, signatureFields);
    QVERIFY(mupdfFindsOnlySignatures(file, password));
}

void tst_SignatureWriter::signsTwice_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("table") << samples::twoPages(Layout::Table);
    QTest::newRow("streams") << samples::twoPages(Layout::Streams);
    QTest::newRow("hybrid") << samples::twoPages(Layout::Hybrid);
    QTest::newRow("PDF 2.0") << samples::twoPages(Layout::Streams, "2.0");
    QTest::newRow("wide object headers") << samples::twoPages(Layout::Table, "1.7", { true, false });
    QTest::newRow("no final end of line") << samples::twoPages(Layout::Table, "1.7", { false, true });
    QTest::newRow("form without signature field") << samples::formWithoutSignatureField();
}

void tst_SignatureWriter::signsTwice()
{
    QFETCH(QByteArray, content);
    const QString once = signedBy(write(content), requestWith({ markAt(m_seal, 0, { 60, 60 }) }));
    verify(once, 1);
    const QString twice = signedBy(once, requestWith({ markAt(m_seal, 1, { 60, 60 }) }));
    verify(twice, 2);

    const auto document = Document::open(twice);
    QVERIFY(document);
    const auto signatures = (*document)->signatures();
    QVERIFY(signatures);
    QCOMPARE(signatures->size(), std::size_t(2));
    QCOMPARE(signatures->front().reason, u"sample (\\)"_s);
    QCOMPARE(signatures->front().claimedName, u"示例建设工程有限公司"_s);
    QCOMPARE(signatures->front().claimedTime->toUTC(), QDateTime(QDate(2026, 1, 1), QTime(19, 4, 5), Qt::UTC));
    QCOMPARE((*document)->signedWidgets()->size(), std::size_t(2));
    QCOMPARE((*document)->revisionEnds().size(), std::size_t(3));
}

void tst_SignatureWriter::putsSealsUprightOnTurnedPages_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("popplerKnows"); // it ignores /UserUnit
    for (const int rotation : { 0, 90, 180, 270 }) {
        PageShape shape;
        shape.rotation = rotation;
        shape.cropBox = QRectF(60, 80, 500, 700);
        QTest::addRow("%d, cropped", rotation) << samples::onePage(shape) << true;
        shape.cropBox.reset();
        shape.userUnit = 1.5;
        QTest::addRow("%d, UserUnit", rotation) << samples::onePage(shape) << false;
    }
}

void tst_SignatureWriter::putsSealsUprightOnTurnedPages()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, popplerKnows);
    // Twice as wide as high, so that a quarter turn too much would show.
    const QString file = signedBy(write(content), requestWith({ markAt(m_seal, 0, { 70, 50 }, { 60, 30 }) }));
    QVERIFY(!file.isEmpty());
    for (const Renderer renderer : { Renderer::Poppler, Renderer::Mupdf }) {
        if (renderer == Renderer::Poppler && !popplerKnows)
            continue;
        const auto shapes = redShapes(render(renderer, file, 0, kDotsPerInch), kDotsPerInch);
        QCOMPARE(shapes.size(), std::size_t(1));
        QVERIFY((shapes[0].centroidMm - QPointF(70, 50)).manhattanLength() < 1.0);
        QVERIFY(qAbs(shapes[0].boundsMm.width() - 60) < 1.5);
        QVERIFY(qAbs(shapes[0].boundsMm.height() - 30) < 1.5);
    }
}

void tst_SignatureWriter::signsIntoAnEmptyField()
{
    const QString source = write(samples::emptySignatureField("Seal here", { 100, 100, 120, 80 }));
    SignatureRequest request = requestWith({ markAt(m_seal, 1, { 60, 60 }), markAt(m_seal, 1, { 60, 160 }) });
    request.fieldName = u"Seal here"_s;
    const QString file = signedBy(source, request);
    verify(file, 2);
    const auto document = Document::open(file);
    QVERIFY(document);
    QCOMPARE((*document)->signatures()->size(), std::size_t(1));
    QVERIFY((*document)->emptyFields()->empty());
    // The first picture is where the form's author wanted it, 80 points high, in its own proportions.
    const auto shapes = redShapes(render(Renderer::Poppler, file, 0, kDotsPerInch), kDotsPerInch);
    QCOMPARE(shapes.size(), std::size_t(1));
    QVERIFY((shapes[0].centroidMm - QPointF(160, 842 - 140) / kDotsPerInch * 25.4).manhattanLength() < 1.0);
    QVERIFY(qAbs(shapes[0].boundsMm.width() - 80 / 72.0 * 25.4) < 1.5);
    QCOMPARE(redShapes(render(Renderer::Poppler, file, 1, kDotsPerInch), kDotsPerInch).size(), std::size_t(1));
}

void tst_SignatureWriter::declaresWhatTheFieldLocks()
{
    const QString source
        = write(samples::emptySignatureField("Seal here", { 100, 100, 120, 80 }, "<</Type/SigFieldLock/Action/All>>"));
    SignatureRequest request = requestWith({ markAt(m_seal, 0, { 60, 60 }) });
    request.fieldName = u"Seal here"_s;
    const QString file = signedBy(source, request);
    verify(file, 1);
    QVERIFY(readFile(file).contains("/TransformMethod/FieldMDP"));
    const auto document = Document::open(file);
    QVERIFY(document);
    QCOMPARE((*document)->checkMaySign().error().code, ErrorCode::FieldLocked);
}

void tst_SignatureWriter::signsInvisibly()
{
    const QString file = signedBy(write(samples::twoPages()), requestWith({}));
    verify(file, 1);
    const auto document = Document::open(file);
    QVERIFY(document);
    QVERIFY((*document)->signedWidgets()->empty());
    QVERIFY(redShapes(render(Renderer::Poppler, file, 0, kDotsPerInch), kDotsPerInch).empty());
}

void tst_SignatureWriter::encryptsWhatItAddsToEncryptedDocuments_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("RC4-40") << QStringList { u"40"_s };
    QTest::newRow("RC4-128") << QStringList { u"128"_s };
    QTest::newRow("AES-128") << QStringList { u"128"_s, u"--use-aes=y"_s };
    QTest::newRow("AES-256 R5") << QStringList { u"256"_s, u"--force-R5"_s };
    QTest::newRow("AES-256 R6") << QStringList { u"256"_s };
}

void tst_SignatureWriter::encryptsWhatItAddsToEncryptedDocuments()
{
    QFETCH(QStringList, options);
    for (const QString& layout : { u"--object-streams=disable"_s, u"--object-streams=generate"_s }) {
        const QString clear = write(samples::emptySignatureField("Seal here"));
        const QString source = m_folder.filePath(u"encrypted %1.pdf"_s.arg(++m_files));
        QVERIFY(qpdfConverts(clear,
            QStringList { u"--allow-weak-crypto"_s, layout, u"--encrypt"_s, u"user"_s, u"owner"_s } + options
                + QStringList { u"--"_s },
            source));
        const QString once = signedBy(source, requestWith({ markAt(m_seal, 0, { 60, 60 }) }), "user");
        SignatureRequest second = requestWith({ markAt(m_seal, 0, { 60, 60 }) });
        second.fieldName = u"Seal here"_s;
        const QString twice = signedBy(once, second, "owner");
        verify(twice, 2, "user");
        QVERIFY(!readFile(twice).contains("sample (\\"));
        const auto shapes = redShapes(render(Renderer::Mupdf, twice, 0, kDotsPerInch, "user"), kDotsPerInch);
        QCOMPARE(shapes.size(), std::size_t(2));
        const Secret password = Secret::fromUtf8("user");
        const auto document = Document::open(twice, &password);
        QVERIFY(document);
        QCOMPARE((*document)->signatures()->front().reason, u"sample (\\)"_s);
    }
}

void tst_SignatureWriter::obeysPermissions()
{
    const QString clear = write(samples::emptySignatureField("Seal here"));
    const auto restricted = [&](const QString& modify) {
        const QString file = m_folder.filePath(u"restricted %1.pdf"_s.arg(++m_files));
        return qpdfConverts(
                   clear, { u"--encrypt"_s, u""_s, u"owner"_s, u"256"_s, u"--modify="_s + modify, u"--"_s }, file)
            ? file
            : QString();
    };
    const auto mayNot = [&](const QString& file, const QString& field) {
        const auto document = Document::open(file);
        const Status may = document ? (*document)->checkMaySign(field) : Status(failure(document.error()));
        return !may && may.error().code == ErrorCode::DocumentForbidsSigning;
    };
    const QString nothing = restricted(u"none"_s);
    const QString filling = restricted(u"form"_s);
    QVERIFY(mayNot(nothing, {}) && mayNot(nothing, u"Seal here"_s));
    QVERIFY(mayNot(filling, {}) && !mayNot(filling, u"Seal here"_s));
    SignatureRequest request = requestWith({ markAt(m_seal, 0, { 60, 60 }), markAt(m_seal, 1, { 60, 60 }) });
    request.fieldName = u"Seal here"_s;
    verify(signedBy(nothing, request, "owner"), 2); // who may do everything
    // Into the field, but not one field more.
    const auto document = Document::open(filling);
    QVERIFY(document);
    const auto prepared = PreparedSignature::prepare(**document, request, m_folder.filePath(u"x.pdf"_s), {}, {});
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, ErrorCode::DocumentForbidsSigning);
    request.marks.pop_back();
    verify(signedBy(filling, request), 1);
}

void tst_SignatureWriter::sharesOnePictureBetweenManyMarks()
{
    std::vector<Mark> marks;
    for (int i = 0; i < 16; ++i)
        marks.push_back(markAt(m_seal, i % 2, { 30.0 + i * 5, 40.0 + i * 10 }, { 20, 20 }, i % 4 == 0 ? 15 : 0));
    const QString file = signedBy(write(samples::twoPages()), requestWith(marks));
    verify(file, 16);
    QCOMPARE(readFile(file).count("/Subtype/Image"), 2); // colours and mask
    QCOMPARE(readFile(file).count("/Subtype/Form"), 2); // upright and turned
    const auto document = Document::open(file);
    QVERIFY(document);
    QCOMPARE((*document)->signatures()->size(), std::size_t(1));
    QCOMPARE((*document)->signatures()->front().fieldNames.size(), 16);
}

void tst_SignatureWriter::stampsBeyondSixteenMarks()
{
    std::vector<Mark> marks;
    for (int page = 0; page < 50; ++page)
        marks.push_back(markAt(m_seal, page, { 60, 60 }));
    const QString file = signedBy(write(samples::pages(50)), requestWith(marks));
    verify(file, 1);
    QCOMPARE(readFile(file).count("/Subtype/Stamp"), 49);
    QCOMPARE(redShapes(render(Renderer::Poppler, file, 49, kDotsPerInch), kDotsPerInch).size(), std::size_t(1));
}

void tst_SignatureWriter::givesLaterSignersWidgetsOnly()
{
    const QString once = signedBy(write(samples::twoPages()), requestWith({ markAt(m_seal, 0, { 60, 60 }) }));
    const std::vector<Mark> marks(20, markAt(m_seal, 1, { 60, 60 }));
    const QString twice = signedBy(once, requestWith(marks));
    verify(twice, 21);
    QVERIFY(!readFile(twice).contains("/Subtype/Stamp"));
}

void tst_SignatureWriter::refusesMoreMarksThanReadersCanBear()
{
    const QString once = signedBy(write(samples::twoPages()), requestWith({ markAt(m_seal, 0, { 60, 60 }) }));
    const auto document = Document::open(once);
    QVERIFY(document);
    const std::vector<Mark> marks(201, markAt(m_seal, 1, { 60, 60 }));
    const auto prepared
        = PreparedSignature::prepare(**document, requestWith(marks), m_folder.filePath(u"many.pdf"_s), {}, {});
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, ErrorCode::TooManyMarks);
}

void tst_SignatureWriter::keepsTheAuthorsNumbers()
{
    const QByteArray page = "/Odd 0.00000012345";
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    PdfBuilder builder(buffer);
    builder.addPage({}, page);
    builder.finish();
    const QString file = signedBy(write(buffer.data()), requestWith({ markAt(m_seal, 0, { 60, 60 }) }));
    QVERIFY(!file.isEmpty());
    QCOMPARE(readFile(file).count("/Odd 0.00000012345"), 2); // once in the source, once in the changed page
}

void tst_SignatureWriter::addsToIndirectArrays()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    PdfBuilder builder(buffer);
    const int annotations = builder.add("[ % none yet\n]");
    const int fields = builder.add("[]");
    const int form = builder.add("<</Fields " + QByteArray::number(fields) + " 0 R>>");
    builder.addPage({}, "/Annots " + QByteArray::number(annotations) + " 0 R");
    builder.addToCatalog("/AcroForm " + QByteArray::number(form) + " 0 R");
    builder.finish();
    const QString file = signedBy(write(buffer.data()), requestWith({ markAt(m_seal, 0, { 60, 60 }) }));
    verify(file, 1);
    // Neither the catalog nor the page had to change.
    const QByteArray update = readFile(file).mid(buffer.data().size());
    QVERIFY(!update.contains("/Type/Catalog") && !update.contains("/Type/Page"));
}

void tst_SignatureWriter::refusesAnnotationsThatAreNoArray()
{
    for (const QByteArray annotations : { "/Annots(none)", "/Annots 2 0 R", "/Annots/None" }) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        PdfBuilder builder(buffer);
        builder.addPage({}, annotations);
        builder.finish();
        const auto document = Document::open(write(buffer.data()));
        QVERIFY(document);
        const auto prepared = PreparedSignature::prepare(
            **document, requestWith({ markAt(m_seal, 0, { 60, 60 }) }), m_folder.filePath(u"never.pdf"_s), {}, {});
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().code, ErrorCode::DocumentDamaged);
    }
}

void tst_SignatureWriter::writesTextsThatReadersUnderstand()
{
    const QString file = signedBy(write(samples::twoPages()), requestWith({ markAt(m_seal, 0, { 60, 60 }) }));
    const QByteArray content = readFile(file);
    QVERIFY(content.contains("/M(D:20260102030405+08'00')"));
    QVERIFY(content.contains("/Reason(sample \\(\\\\\\))"));
    QVERIFY(content.contains("/TU<feff516c7ae0>"));
    QVERIFY(content.contains("/T(Signature1)"));
}

void tst_SignatureWriter::updatesLittleAmongManyObjects()
{
    const QString source = m_folder.filePath(u"many.pdf"_s);
    QFile file(source);
    QVERIFY(file.open(QIODevice::WriteOnly));
    samples::writeManyObjects(file, 300000);
    file.close();
    QElapsedTimer timer;
    timer.start();
    const QString output = signedBy(source, requestWith({ markAt(m_seal, 0, { 60, 60 }) }));
    const qint64 ours = timer.restart();
    QVERIFY(!output.isEmpty());
    QCOMPARE(qpdfComplaint(output), QString());
    const qint64 theirs = timer.elapsed();
    qInfo("300 000 objects: signed in %lld ms, qpdf --check takes %lld ms, update %lld bytes", ours, theirs,
        QFileInfo(output).size() - QFileInfo(source).size());
    QVERIFY(QFileInfo(output).size() - QFileInfo(source).size() < 64 * 1024);
    QVERIFY(ours < theirs);
}

void tst_SignatureWriter::fillsTheHoleExactly()
{
    const auto document = Document::open(write(samples::twoPages()));
    QVERIFY(document);
    auto prepared = PreparedSignature::prepare(
        **document, requestWith({ markAt(m_seal, 0, { 60, 60 }) }), m_folder.filePath(u"hole.pdf"_s), {}, {});
    QVERIFY(prepared);
    const auto range = prepared->byteRange();
    QVERIFY(prepared->embed(QByteArray(int(kCapacity) - 1, '\x30')));
    const QByteArray content = readFile(prepared->temporaryPath());
    QCOMPARE(content.mid(range[1], range[2] - range[1]), "<" + QByteArray("30").repeated(int(kCapacity) - 1) + "00>");
    QCOMPARE(range[2] + range[3], content.size());
    QVERIFY(content.left(range[1]).endsWith("/Contents"));
}

void tst_SignatureWriter::refusesASignatureThatIsTooLarge()
{
    const auto document = Document::open(write(samples::twoPages()));
    QVERIFY(document);
    auto prepared = PreparedSignature::prepare(**document, requestWith({}), m_folder.filePath(u"small.pdf"_s), {}, {});
    QVERIFY(prepared);
    QVERIFY(prepared->embed(QByteArray(int(kCapacity), 'x')));
    QCOMPARE(prepared->embed(QByteArray(int(kCapacity) + 1, 'x')).error().code, ErrorCode::SignatureTooLarge);
}

void tst_SignatureWriter::refusesMarksOffThePage()
{
    const auto document = Document::open(write(samples::twoPages()));
    QVERIFY(document);
    const auto codeFor = [&](const Mark& mark) {
        const auto prepared
            = PreparedSignature::prepare(**document, requestWith({ mark }), m_folder.filePath(u"off.pdf"_s), {}, {});
        return prepared ? ErrorCode::InternalFault : prepared.error().code;
    };
    QCOMPARE(codeFor(markAt(m_seal, 2, { 60, 60 })), ErrorCode::PageNotFound);
    QCOMPARE(codeFor(markAt(m_seal, -1, { 60, 60 })), ErrorCode::PageNotFound);
    QCOMPARE(codeFor(markAt(m_seal, 0, { 10, 60 })), ErrorCode::MarkOutsidePage);
    QCOMPARE(codeFor(markAt({}, 0, { 60, 60 })), ErrorCode::SealPictureUnreadable);
}

void tst_SignatureWriter::noticesThatTheSourceHasChanged()
{
    const QString source = write(samples::twoPages());
    const auto document = Document::open(source);
    QVERIFY(document);
    QVERIFY(writeFile(source, samples::twoPages(Layout::Streams)));
    const auto prepared
        = PreparedSignature::prepare(**document, requestWith({}), m_folder.filePath(u"changed.pdf"_s), {}, {});
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, ErrorCode::FileChangedMeanwhile);
}

void tst_SignatureWriter::keepsAnExistingOutput()
{
    const QString source = write(samples::twoPages());
    const QString output = write("keep me");
    const auto document = Document::open(source);
    QVERIFY(document);
    auto prepared = PreparedSignature::prepare(**document, requestWith({}), output, {}, {});
    QVERIFY(prepared && prepared->embed("0"));
    QCOMPARE(prepared->publish(false).error().code, ErrorCode::OutputExists);
    QCOMPARE(readFile(output), QByteArray("keep me"));
    QVERIFY(prepared->publish(true));
    QVERIFY(readFile(output).startsWith("%PDF"));
    const auto same = PreparedSignature::prepare(**document, requestWith({}), source, {}, {});
    QVERIFY(!same);
    QCOMPARE(same.error().code, ErrorCode::OutputIsSource);
}

void tst_SignatureWriter::leavesNothingBehind()
{
    QTemporaryDir folder;
    const auto document = Document::open(write(samples::twoPages()));
    QVERIFY(document);
    {
        const auto prepared
            = PreparedSignature::prepare(**document, requestWith({}), folder.filePath(u"a.pdf"_s), {}, {});
        QVERIFY(prepared);
        const QFileInfo temporary(prepared->temporaryPath());
        QCOMPARE(temporary.absolutePath(), QFileInfo(folder.path()).absoluteFilePath());
        QVERIFY(temporary.isHidden());
        sweepLeftovers(folder.path()); // ours is alive
        QVERIFY(QFile::exists(prepared->temporaryPath()));
    }
    QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    auto prepared = PreparedSignature::prepare(**document, requestWith({}), folder.filePath(u"a.pdf"_s), {}, {});
    QVERIFY(prepared && prepared->embed("0") && prepared->publish(false));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList { u"a.pdf"_s });
}

void tst_SignatureWriter::sweepsOnlyWhatKilledProcessesLeft()
{
    // A process that has ended: its number is in a lock file as QLockFile writes it.
    QProcess ended;
    ended.start(u"true"_s, {});
    QVERIFY(ended.waitForStarted());
    const qint64 processId = ended.processId();
    QVERIFY(ended.waitForFinished());
    QTemporaryDir folder;
    const QString left = folder.filePath(u".bidseal-left.part"_s);
    QVERIFY(writeFile(left, "left behind"));
    QVERIFY(writeFile(
        left + u".lock"_s, QByteArray::number(processId) + "\nkilled\n" + QSysInfo::machineHostName().toUtf8() + "\n"));
    QVERIFY(writeFile(folder.filePath(u"other.part"_s), "not ours"));
    sweepLeftovers(folder.path());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList { u"other.part"_s });
}

void tst_SignatureWriter::stopsWhenAsked()
{
    const auto document = Document::open(write(samples::twoPages()));
    QVERIFY(document);
    std::stop_source stop;
    stop.request_stop();
    const QString output = m_folder.filePath(u"stopped.pdf"_s);
    const auto prepared = PreparedSignature::prepare(**document, requestWith({}), output, {}, stop.get_token());
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(output));
}

QTEST_MAIN(tst_SignatureWriter)
#include "tst_SignatureWriter.moc"
