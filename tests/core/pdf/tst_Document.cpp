#include "core/pdf/Document.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/SamplePdfs.h"
#include "tests/support/SignedSample.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace bidseal;
using namespace bidseal::pdf;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(bidseal::ErrorCode)

namespace {

/// A small file by hand with a table; bodies count from object 1, the catalog.
QByteArray handWritten(const QList<QByteArray>& bodies, const QByteArray& trailerEntries = {})
{
    QByteArray file = "%PDF-1.7\n";
    QByteArray table = "xref\n0 " + QByteArray::number(bodies.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + bodies[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(file.size());
    return file + table + "trailer\n<</Size " + QByteArray::number(bodies.size() + 1) + "/Root 1 0 R" + trailerEntries
        + ">>\nstartxref\n" + start + "\n%%EOF\n";
}

const QByteArray kPage = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";
const QByteArray kPages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";

QByteArray onePageWith(const QByteArray& catalogEntries, const QList<QByteArray>& more = {})
{
    return handWritten(
        QList<QByteArray> { "<</Type/Catalog/Pages 2 0 R" + catalogEntries + ">>", kPages, kPage } + more);
}

/// Reads everything that there is to read; what comes back matters less than that something comes back.
void readAll(const Document& document)
{
    (void)document.signatures();
    (void)document.emptyFields();
    (void)document.signedWidgets();
    (void)document.marks();
    (void)document.checkMaySign();
    (void)document.markAllowance();
}

} // namespace

class tst_Document : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensEveryLayout_data();
    void opensEveryLayout();
    void inheritsPageAttributes();
    void clipsTheCropBox();
    void ignoresCountAndMissingKids();
    void refusesWithItsOwnCode_data();
    void refusesWithItsOwnCode();
    void opensEncryptedDocuments_data();
    void opensEncryptedDocuments();
    void tellsEmptyFields();
    void readsFieldsOfATree();
    void findsWhereContentsStand();
    void findsNoContentsInDuplicateKeys();
    void tellsWhereRevisionsEnd();
    void refusesToSignWhatIsCertified();
    void respectsLocks();
    void opensThousandsOfPagesAtOnce();
    void survivesMutations();

private:
    Result<std::unique_ptr<Document>> open(const QByteArray& content, const QByteArray& password = {});

    QTemporaryDir m_folder;
};

void tst_Document::initTestCase() { QVERIFY(m_folder.isValid()); }

Result<std::unique_ptr<Document>> tst_Document::open(const QByteArray& content, const QByteArray& password)
{
    const QString file = m_folder.filePath(u"文件.pdf"_s);
    if (!writeFile(file, content))
        return failure(ErrorCode::InternalFault);
    const Secret secret = Secret::fromUtf8({ password.constData(), std::size_t(password.size()) });
    return Document::open(file, password.isEmpty() ? nullptr : &secret);
}

void tst_Document::opensEveryLayout_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("table") << samples::twoPages(Layout::Table);
    QTest::newRow("streams") << samples::twoPages(Layout::Streams);
    QTest::newRow("hybrid") << samples::twoPages(Layout::Hybrid);
    QTest::newRow("PDF 2.0") << samples::twoPages(Layout::Streams, "2.0");
    QTest::newRow("wide object headers") << samples::twoPages(Layout::Table, "1.7", { true, false });
    QTest::newRow("no final end of line") << samples::twoPages(Layout::Table, "1.7", { false, true });
    QTest::newRow("padding behind the end") << samples::twoPages() + QByteArray(3000, '\0');
}

void tst_Document::opensEveryLayout()
{
    QFETCH(QByteArray, content);
    const auto document = open(content);
    QVERIFY2(document, document ? "" : qPrintable(document.error().detail));
    QCOMPARE((*document)->pageCount(), 2);
    QCOMPARE((*document)->size(), content.size());
    QVERIFY(!(*document)->isEncrypted());
    QCOMPARE((*document)->page(1).visibleSizePoints(), QSizeF(595, 842));
    QVERIFY((*document)->checkMaySign());
}

void tst_Document::inheritsPageAttributes()
{
    const auto document
        = open(handWritten({ "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 5 0 R]/MediaBox[0 0 300 400]>>",
            "<</Type/Pages/Kids[4 0 R]/Rotate -90>>", "<</Type/Page>>", "<</Type/Page/MediaBox[10 10 110 60]>>" }));
    QVERIFY(document);
    QCOMPARE((*document)->pageCount(), 2);
    QCOMPARE((*document)->page(0).rotation, 270);
    QCOMPARE((*document)->page(0).visibleBox, QRectF(0, 0, 300, 400));
    QCOMPARE((*document)->page(1).rotation, 0);
    QCOMPARE((*document)->page(1).visibleBox, QRectF(10, 10, 100, 50));
}

void tst_Document::clipsTheCropBox()
{
    const auto document = open(handWritten({ "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R]>>",
        "<</Type/Page/MediaBox[595 842 0 0]/CropBox[50 60 5000 700]/UserUnit 2>>",
        "<</Type/Page/MediaBox[0 0 595 842]/CropBox[900 900 950 950]>>" }));
    QVERIFY(document);
    QCOMPARE((*document)->page(0).visibleBox, QRectF(50, 60, 545, 640));
    QCOMPARE((*document)->page(0).userUnit, 2.0);
    QCOMPARE((*document)->page(1).visibleBox, QRectF(0, 0, 595, 842)); // nothing would be left
}

void tst_Document::ignoresCountAndMissingKids()
{
    const auto document = open(
        handWritten({ "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[9 0 R 3 0 R 3 7 R]/Count 77>>", kPage }));
    QVERIFY(document);
    QCOMPARE((*document)->pageCount(), 1);
}

void tst_Document::refusesWithItsOwnCode_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray good = onePageWith({});
    QTest::newRow("empty") << QByteArray() << ErrorCode::FileEmpty;
    QTest::newRow("not a PDF") << QByteArray("PK\3\4 an archive") << ErrorCode::NotAPdf;
    QTest::newRow("bytes before the header") << "\xef\xbb\xbf" + good << ErrorCode::DocumentDamaged;
    QTest::newRow("truncated") << samples::truncated() << ErrorCode::DocumentTruncated;
    QTest::newRow("start beyond the end")
        << QByteArray("%PDF-1.7\nstartxref\n4711\n%%EOF\n") << ErrorCode::DocumentTruncated;
    QTest::newRow("start wrong") << samples::wrongStartOfCrossReferences() << ErrorCode::DocumentDamaged;
    QTest::newRow("cyclic page tree") << samples::cyclicPageTree() << ErrorCode::DocumentDamaged;
    QTest::newRow("deep page tree") << samples::deepPageTree(2000) << ErrorCode::DocumentTooComplex;
    QTest::newRow("deep dictionaries") << samples::deepDictionaries(20000) << ErrorCode::DocumentTooComplex;
    QTest::newRow("deep arrays in the catalog")
        << onePageWith("/A " + QByteArray(20000, '[') + QByteArray(20000, ']')) << ErrorCode::DocumentTooComplex;
    QTest::newRow("array of millions") << onePageWith("/A[" + QByteArray("0 ").repeated(2000000) + "]")
                                       << ErrorCode::DocumentTooComplex;
    QTest::newRow("thousands of nests") << onePageWith(
        "/A[" + (QByteArray(90, '[') + QByteArray(90, ']')).repeated(5000) + "]")
                                        << ErrorCode::DocumentTooComplex;
    QTest::newRow("one large page many times") << handWritten(
        { "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[" + QByteArray("3 0 R ").repeated(50000) + "]>>",
            "<</Type/Page/A[" + QByteArray("0 ").repeated(500000) + "]>>" })
                                               << ErrorCode::DocumentTooComplex;
    QTest::newRow("sections in a circle")
        << QByteArray(good).replace("/Root", "/Prev " + QByteArray::number(good.lastIndexOf("xref\n0 ")) + "/Root")
        << ErrorCode::DocumentDamaged;
    QTest::newRow("size over the limit") << QByteArray(good).replace("/Size 4", "/Size 99999999")
                                         << ErrorCode::DocumentTooComplex;
    QTest::newRow("no catalog") << QByteArray(good).replace("/Root 1 0 R", "/Root 8 0 R") << ErrorCode::DocumentDamaged;
    QTest::newRow("no pages") << handWritten({ "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>" })
                              << ErrorCode::DocumentDamaged;
    QTest::newRow("entry leads to another object")
        << QByteArray(good).replace("3 0 obj", "4 0 obj") << ErrorCode::DocumentDamaged;
    QTest::newRow("reference chain in a circle")
        << handWritten({ "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids 3 0 R>>", "4 0 R", "3 0 R" })
        << ErrorCode::DocumentDamaged;
    QTest::newRow("foreign security handler") << handWritten({ "<</Type/Catalog/Pages 2 0 R>>", kPages, kPage },
        "/Encrypt<</Filter/Foreign/V 4>>") << ErrorCode::DocumentEncryptionUnsupported;
}

void tst_Document::refusesWithItsOwnCode()
{
    QFETCH(QByteArray, content);
    QFETCH(ErrorCode, code);
    QElapsedTimer timer;
    timer.start();
    const auto document = open(content);
    QVERIFY(!document);
    QCOMPARE(errorCodeName(document.error().code), errorCodeName(code));
    QVERIFY(timer.elapsed() < 20000); // a second on a quiet machine
}

void tst_Document::opensEncryptedDocuments_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("RC4-40") << QStringList { u"40"_s };
    QTest::newRow("RC4-128") << QStringList { u"128"_s };
    QTest::newRow("AES-128") << QStringList { u"128"_s, u"--use-aes=y"_s };
    QTest::newRow("AES-128, clear metadata") << QStringList { u"128"_s, u"--use-aes=y"_s, u"--cleartext-metadata"_s };
    QTest::newRow("AES-256 R5") << QStringList { u"256"_s, u"--force-R5"_s };
    QTest::newRow("AES-256 R6") << QStringList { u"256"_s };
}

void tst_Document::opensEncryptedDocuments()
{
    QFETCH(QStringList, options);
    const QString source = m_folder.filePath(u"clear.pdf"_s);
    const QString encrypted = m_folder.filePath(u"encrypted.pdf"_s);
    QVERIFY(writeFile(source, samples::emptySignatureField("Seal here")));
    QVERIFY(qpdfConverts(source,
        QStringList { u"--allow-weak-crypto"_s, u"--object-streams=generate"_s, u"--encrypt"_s, u"user"_s, u"owner"_s }
            + options + QStringList { u"--"_s },
        encrypted));
    const QByteArray content = readFile(encrypted);
    for (const QByteArray password : { "user", "owner" }) {
        const auto document = open(content, password);
        QVERIFY2(document, document ? "" : qPrintable(document.error().detail));
        QVERIFY((*document)->isEncrypted());
        const auto fields = (*document)->emptyFields();
        QVERIFY(fields);
        QCOMPARE(fields->size(), std::size_t(1));
        QCOMPARE(fields->front().name, u"Seal here"_s); // decrypted
    }
    QCOMPARE(open(content).error().code, ErrorCode::DocumentPasswordNeeded);
    QCOMPARE(open(content, "other").error().code, ErrorCode::DocumentPasswordWrong);
}

void tst_Document::tellsEmptyFields()
{
    const auto document = open(samples::emptySignatureField("Seal here", { 72, 698, 144, 72 }));
    QVERIFY(document);
    const auto fields = (*document)->emptyFields();
    QVERIFY(fields);
    QCOMPARE(fields->size(), std::size_t(1));
    QCOMPARE(fields->front().page, std::optional<int>(0));
    const QRectF expected(25.4, 25.4, 50.8, 25.4);
    QVERIFY(qAbs(fields->front().rectMm.left() - expected.left()) < 0.01);
    QVERIFY(qAbs(fields->front().rectMm.top() - expected.top()) < 0.01);
    QVERIFY(qAbs(fields->front().rectMm.height() - expected.height()) < 0.01);
    QVERIFY((*document)->checkMaySign(u"Seal here"_s));
    QCOMPARE((*document)->checkMaySign(u"Nowhere"_s).error().code, ErrorCode::FieldNotFound);
}

void tst_Document::readsFieldsOfATree()
{
    const auto document = open(onePageWith("/AcroForm 4 0 R",
        { "<</Fields[5 0 R]>>", "<</T(\\344)/FT/Sig/Kids[6 0 R 7 0 R 5 0 R]>>",
            "<</T<FEFF7AE0>/Kids[8 0 R]/Parent 5 0 R>>", "<</T(b)/FT/Tx/Parent 5 0 R>>",
            "<</Subtype/Widget/Rect[0 0 10 10]/Parent 6 0 R/P 3 0 R>>" }));
    QVERIFY(document);
    const auto fields = (*document)->emptyFields();
    QVERIFY(fields);
    QCOMPARE(fields->size(), std::size_t(1));
    QCOMPARE(fields->front().name, u"ä.章"_s);
    QCOMPARE(fields->front().page, std::optional<int>(0));
}

void tst_Document::findsWhereContentsStand()
{
    const SampleSigner signer;
    QVERIFY(signer.isReady());
    SignedSample sample;
    SignatureShape shape;
    shape.secondField = true;
    sample.sign(signer, "first", shape);
    sample.sign(signer, "second");
    const auto document = open(sample.bytes());
    QVERIFY(document);
    const auto signatures = (*document)->signatures();
    QVERIFY(signatures);
    QCOMPARE(signatures->size(), std::size_t(2));
    for (std::size_t i = 0; i < 2; ++i) {
        const ExistingSignature& signature = signatures->at(i);
        const SignedSample::Place& place = sample.signatures().at(i);
        QCOMPARE(signature.contentsOffset, place.contentsBegin);
        QCOMPARE(signature.contentsEnd, place.contentsEnd);
        QCOMPARE(signature.byteRange.size(), std::size_t(4));
        QCOMPARE(signature.byteRange[1], place.contentsBegin);
        const QByteArray digits
            = sample.bytes().mid(place.contentsBegin + 1, place.contentsEnd - place.contentsBegin - 2);
        QCOMPARE(signature.contents, QByteArray::fromHex(digits));
        QCOMPARE(signature.subFilter, u"ETSI.CAdES.detached"_s);
    }
    QCOMPARE(signatures->front().fieldNames.size(), 2);
    QCOMPARE((*document)->checkMaySign(u"first"_s).error().code, ErrorCode::FieldAlreadySigned);
}

void tst_Document::findsNoContentsInDuplicateKeys()
{
    const auto document = open(onePageWith("/AcroForm<</Fields[4 0 R 6 0 R 7 0 R]>>",
        { "<</T(a)/FT/Sig/V 5 0 R>>", "<</Type/Sig/Contents<30>/ByteRange[0 1 2 3]/Contents<31>>>",
            "<</T(b)/FT/Sig/V<</Type/Sig/Contents(0)>>>>", "<</T(c)/FT/Sig/V<</Type/Sig/Contents<3 0 >>>>>" }));
    QVERIFY(document);
    const auto signatures = (*document)->signatures();
    QVERIFY(signatures);
    QCOMPARE(signatures->size(), std::size_t(3));
    for (const ExistingSignature& signature : *signatures)
        QCOMPARE(signature.contentsOffset >= 0, signature.fieldNames.contains(u"c"_s));
}

void tst_Document::tellsWhereRevisionsEnd()
{
    const SampleSigner signer;
    SignedSample sample;
    const qint64 first = sample.bytes().lastIndexOf("%%EOF") + 5;
    sample.sign(signer, "a");
    const auto document = open(sample.bytes());
    QVERIFY(document);
    const std::vector<qint64> expected { first, sample.bytes().lastIndexOf("%%EOF") + 5 };
    QCOMPARE((*document)->revisionEnds(), expected);
}

void tst_Document::refusesToSignWhatIsCertified()
{
    const SampleSigner signer;
    for (const int level : { 1, 2, 3 }) {
        SignedSample sample;
        SignatureShape shape;
        shape.certificationLevel = level;
        sample.sign(signer, "author", shape);
        const auto document = open(sample.bytes());
        QVERIFY(document);
        QCOMPARE((*document)->signatures()->front().certificationLevel, level);
        const Status may = (*document)->checkMaySign();
        QVERIFY(!may);
        QCOMPARE(may.error().code, ErrorCode::DocumentCertified);
    }
    for (const int level : { 1, 2, 3 }) {
        SignedSample sample("prepared");
        SignatureShape shape;
        shape.certificationLevel = level;
        sample.sign(signer, "author", shape);
        QCOMPARE(bool((*open(sample.bytes()))->checkMaySign(u"prepared"_s)), level != 1);
    }
}

void tst_Document::respectsLocks()
{
    const auto statusWith = [&](const QByteArray& lock, const QString& field) {
        const SampleSigner signer;
        SignedSample sample;
        SignatureShape shape;
        shape.fieldEntries = lock;
        sample.sign(signer, "author", shape);
        return (*open(sample.bytes()))->checkMaySign(field);
    };
    QVERIFY(statusWith("/Lock<</Type/SigFieldLock/Action/Include/Fields[(other)]>>", {}));
    QCOMPARE(statusWith("/Lock<</Type/SigFieldLock/Action/All>>", {}).error().code, ErrorCode::FieldLocked);
    QCOMPARE(statusWith("/Lock<</Type/SigFieldLock/Action/Exclude/Fields[(other)]>>", {}).error().code,
        ErrorCode::FieldLocked);
    QCOMPARE(statusWith("/Lock<</Type/SigFieldLock/Action/Include/Fields[(other)]/P 1>>", {}).error().code,
        ErrorCode::DocumentCertified);
}

void tst_Document::opensThousandsOfPagesAtOnce()
{
    const QByteArray content = samples::pages(5000);
    QElapsedTimer timer;
    timer.start();
    const auto document = open(content);
    QVERIFY(document);
    QCOMPARE((*document)->pageCount(), 5000);
    qInfo("5 000 pages in %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 2000); // 20 ms in a release build on a quiet machine
}

void tst_Document::survivesMutations()
{
    std::mt19937 random(20260102);
    const SampleSigner signer;
    SignedSample sample;
    sample.sign(signer, "a");
    const QList<QByteArray> originals { samples::twoPages(Layout::Table), samples::twoPages(Layout::Streams),
        samples::twoPages(Layout::Hybrid), samples::emptySignatureField("a"), sample.bytes() };
    const QList<QByteArray> snippets { "<<", ">>", "[", "]", "(", ")", "<", ">", "/", "%", "0", "-1",
        "99999999999999999999", " R ", " 1 0 R ", "null", "stream\n", "endobj\n", "xref\n", "trailer", "/Prev 0",
        "/Length 99999999", "/Kids" };
    QElapsedTimer timer;
    timer.start();
    int opened = 0;
    int rounds = 0;
    for (; rounds < 4000 && timer.elapsed() < 10000; ++rounds) {
        QByteArray content = originals[rounds % originals.size()];
        for (auto changes = random() % 4 + 1; changes > 0; --changes) {
            const auto at = qsizetype(random() % std::size_t(content.size()));
            const QByteArray& snippet = snippets[qsizetype(random() % std::size_t(snippets.size()))];
            switch (random() % 4) {
            case 0:
                content[at] = char(random());
                break;
            case 1:
                content.replace(at, snippet.size(), snippet);
                break;
            case 2:
                content.insert(at, snippet);
                break;
            default:
                content.remove(at, qsizetype(random() % 40));
            }
            if (content.isEmpty())
                content = "%";
        }
        if (const auto document = open(content)) {
            ++opened;
            readAll(**document);
        }
    }
    qInfo("%d of %d mutated documents still open", opened, rounds);
    QVERIFY(opened > 0 && opened < rounds);
}

QTEST_GUILESS_MAIN(tst_Document)
#include "tst_Document.moc"
