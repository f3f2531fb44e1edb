#include "core/key/pkcs11/Pkcs11Key.h"
#include "core/pdf/Document.h"
#include "core/pdf/FlatPages.h"
#include "core/signing/SigningFlow.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/OpenGate.h"
#include "tests/support/Problem.h"
#include "tests/support/SamplePdfs.h"
#include "tests/support/SignedSample.h"
#include "tests/support/SoftHsmTokens.h"

#include <QPainter>
#include <QPainterPath>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::testing;

namespace {

constexpr std::string_view kPin = "582917";
constexpr int kDotsPerInch = 72;
constexpr double kToleranceMm = 1.0;
const QSizeF kSealSize(20, 20);
const QPointF kFirstPlace(45, 50), kSecondPlace(95, 110);

/// The first seal's place in user space of an upright A4 page.
const QRectF kFirstBox((45 - 10) / 25.4 * 72, 842 - (50 + 10) / 25.4 * 72, 20 / 25.4 * 72, 20 / 25.4 * 72);

/// A red triangle that points up: its centroid tells whether it was turned.
seal::Seal triangle()
{
    QImage picture(160, 160, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    QPainterPath outline;
    outline.addPolygon(QPolygonF({ { 80, 0 }, { 160, 160 }, { 0, 160 } }));
    QPainter(&picture).fillPath(outline, QColor(220, 20, 20));
    seal::Seal seal;
    seal.name = u"样章"_s;
    seal.kind = seal::Kind::Company;
    seal.picture = picture;
    seal.sizeMm = kSealSize;
    return seal;
}

/// How a document that a person brings differs from all others.
struct Source {
    QByteArray pdf;
    QStringList qpdfOptions; ///< for the qpdf program, which makes of `pdf` what is signed
    QByteArray password; ///< given by the person
    QString fieldName; ///< signed into first
    int signatures = 0; ///< that it carries already
    bool signedByPoppler = false;
};

Source encrypted(const QStringList& bits, const QByteArray& userPassword = {})
{
    return { samples::twoPages(),
        QStringList { u"--allow-weak-crypto"_s, u"--encrypt"_s, QString::fromUtf8(userPassword), u"owner"_s } + bits
            + QStringList { u"--"_s },
        userPassword, {} };
}

} // namespace
Q_DECLARE_METATYPE(Source)

/// Whatever the source is: signed twice, it keeps every byte, and readers that are not ours find both signatures valid
/// and both seals where they were put.
class tst_EveryKindOfSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void signedTwice_data();
    void signedTwice();
    void certifiedDocumentStaysCertified();
    void refusedWithItsReason_data();
    void refusedWithItsReason();
    void updateOfManyObjectsIsSmall();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] bool makeSource(const Source& source, const QString& file);
    [[nodiscard]] Result<signing::SignedDocument> sign(const QString& source, const QString& output,
        const QString& keyLabel, const std::vector<QPointF>& places, const QByteArray& password = {},
        const QString& fieldName = {});
    void othersFindValid(std::size_t signatures, const QString& file, const QByteArray& password = {});
    void sealsStandWhereTheyWerePut(const QImage& picture, const pdf::PageGeometry& page);

    QTemporaryDir m_folder;
    std::optional<test::SoftHsmTokens> m_tokens;
    std::optional<ForeignSigner> m_foreign;
    std::shared_ptr<key::TokenHost> m_host;
    std::unique_ptr<journal::Journal> m_journal;
    SystemClock m_clock;
    testing::OpenGate m_gate;
    const seal::Seal m_seal = triangle();
};

void tst_EveryKindOfSource::initTestCase()
{
    const auto mint = demonstration::CertificateMint::create();
    QVERIFY2(mint, problemOf(mint).constData());
    const auto rsa = mint->issue();
    demonstration::CertificateOrder order;
    order.keyType = demonstration::KeyType::P256;
    const auto p256 = mint->issue(order);
    QVERIFY(rsa && p256);
    m_tokens.emplace();
    m_tokens->add(u"bid"_s, kPin,
        { { .key = *rsa, .label = u"rsa"_s, .id = "1" }, { .key = *p256, .label = u"p256"_s, .id = "2" } });
    m_host = std::make_shared<key::TokenHost>(test::SoftHsmTokens::module());
    auto journal = journal::Journal::open(path(u"journal.sqlite"_s));
    QVERIFY2(journal, problemOf(journal).constData());
    m_journal = std::move(*journal);
    m_foreign.emplace(m_folder.path());
    QVERIFY(m_foreign->isReady());
}

bool tst_EveryKindOfSource::makeSource(const Source& source, const QString& file)
{
    const QString plain = path(u"plain.pdf"_s);
    if (source.signedByPoppler)
        return writeFile(plain, source.pdf) && m_foreign->signByPoppler(plain, file, u"Foreign"_s);
    if (!source.qpdfOptions.isEmpty())
        return writeFile(plain, source.pdf) && qpdfConverts(plain, source.qpdfOptions, file);
    return writeFile(file, source.pdf);
}

Result<signing::SignedDocument> tst_EveryKindOfSource::sign(const QString& source, const QString& output,
    const QString& keyLabel, const std::vector<QPointF>& places, const QByteArray& password, const QString& fieldName)
{
    key::KeyUri uri;
    uri.token = u"bid"_s;
    uri.object = keyLabel;
    key::Pkcs11Key key(m_host, uri, [](const key::PinQuestion&) -> Result<Secret> { return Secret::fromUtf8(kPin); });
    signing::SigningRequest request;
    request.source = source;
    request.output = output;
    request.documentPassword = Secret::fromUtf8(password.toStdString());
    request.fieldName = fieldName;
    request.reason = u"投标（样章）"_s;
    for (const QPointF place : places)
        request.seals.push_back({ m_seal, { 0, place, kSealSize } });
    return signing::sign(request, key, { m_clock, *m_journal, m_gate });
}

void tst_EveryKindOfSource::sealsStandWhereTheyWerePut(const QImage& picture, const pdf::PageGeometry& page)
{
    // Measured by the page, not by the resolution: poppler and Qt PDF leave UserUnit to whoever lays the page out.
    const double dotsPerInch = picture.width() / (page.visibleSizeMm().width() / 25.4);
    const std::vector<RedShape> shapes = redShapes(picture, dotsPerInch);
    QCOMPARE(shapes.size(), 2U);
    const QPointF places[] = { kFirstPlace, kSecondPlace };
    for (std::size_t i = 0; i < 2; ++i) {
        const double away = QLineF(shapes[i].boundsMm.center(), places[i]).length();
        QVERIFY2(away < kToleranceMm, qPrintable(u"seal %1 is %2 mm away"_s.arg(i).arg(away)));
        QVERIFY(qAbs(shapes[i].boundsMm.width() - kSealSize.width()) < kToleranceMm);
        // A triangle's centroid is a third of its height above its base.
        const QPointF upright = places[i] + QPointF(0, kSealSize.height() / 6);
        QVERIFY(QLineF(shapes[i].centroidMm, upright).length() < kToleranceMm);
    }
}

void tst_EveryKindOfSource::othersFindValid(std::size_t signatures, const QString& file, const QByteArray& password)
{
    const std::vector<PdfsigVerdict> verdicts = pdfsig(file, password);
    QCOMPARE(verdicts.size(), signatures);
    int whole = 0;
    for (const PdfsigVerdict& verdict : verdicts) {
        QVERIFY2(verdict.isValid, qPrintable(verdict.fieldName));
        whole += verdict.coversWholeDocument ? 1 : 0;
    }
    QCOMPARE(whole, 1); // the newest
    const MutoolVerdict mutool = mutoolVerify(file, password);
    QVERIFY2(mutool.broken == 0 && mutool.unchanged == 1 && mutool.continued == int(signatures) - 1,
        qPrintable(mutool.text));
    QVERIFY(mupdfFindsOnlySignatures(file, password));
    QCOMPARE(qpdfComplaint(file, password), QString());
}

void tst_EveryKindOfSource::signedTwice_data()
{
    QTest::addColumn<Source>("source");
    const auto row = [](const char* name, const Source& source) { QTest::newRow(name) << source; };
    const auto page = [](const PageShape& shape) { return Source { samples::onePage(shape), {}, {}, {} }; };

    row("cross-reference table", { samples::twoPages(), {}, {}, {} });
    row("cross-reference stream, object streams", { samples::twoPages(Layout::Streams), {}, {}, {} });
    row("linearized", { samples::pages(3), { u"--linearize"_s }, {}, {} });
    row("linearized, object streams",
        { samples::pages(3), { u"--linearize"_s, u"--object-streams=generate"_s }, {}, {} });
    row("hybrid", { samples::twoPages(Layout::Hybrid), {}, {}, {} });
    row("PDF 2.0", { samples::twoPages(Layout::Table, "2.0"), {}, {}, {} });
    row("no end of line at the end",
        { samples::twoPages(Layout::Table, "1.7", { .noFinalEndOfLine = true }), {}, {}, {} });
    row("no end of line at the end, streams",
        { samples::twoPages(Layout::Streams, "1.7", { .noFinalEndOfLine = true }), {}, {}, {} });
    row("wide object headers", { samples::twoPages(Layout::Table, "1.7", { .wideObjectHeaders = true }), {}, {}, {} });
    row("empty signature field", { samples::emptySignatureField("公司", kFirstBox), {}, {}, u"公司"_s });
    row("form without signature field", { samples::formWithoutSignatureField(), {}, {}, {} });
    row("rotated by 90", page(samples::rotatedBy(90)));
    row("rotated by 180", page(samples::rotatedBy(180)));
    row("rotated by 270", page(samples::rotatedBy(270)));
    row("inherited rotation", page(samples::rotatedBy(90, RotationKey::Inherited)));
    row("crop box off the origin", page(samples::croppedTo({ 61, 47, 420, 610 })));
    row("crop box off the origin, rotated", page(samples::croppedTo({ 61, 47, 420, 610 }, 270)));
    row("user unit", page(samples::withUserUnit(2)));
    row("user unit, rotated", page(samples::withUserUnit(1.5, 90)));
    row("owner password, RC4-128", encrypted({ u"128"_s }));
    row("owner password, AES-128", encrypted({ u"128"_s, u"--use-aes=y"_s }));
    row("owner password, AES-256", encrypted({ u"256"_s }));
    row("user password, AES-128", encrypted({ u"128"_s, u"--use-aes=y"_s }, "sample password"));
    row("user password, AES-256", encrypted({ u"256"_s }, "样章口令"));
    Source foreign { samples::twoPages(), {}, {}, {} };
    foreign.signatures = 1;
    foreign.signedByPoppler = true;
    row("signed by poppler", foreign);
}

void tst_EveryKindOfSource::signedTwice()
{
    QFETCH(Source, source);
    const QString original = path(u"source.pdf"_s), once = path(u"once.pdf"_s), twice = path(u"twice.pdf"_s);
    for (const QString& file : { original, once, twice })
        QFile::remove(file);
    QVERIFY(makeSource(source, original));

    const auto first = sign(original, once, u"rsa"_s, { kFirstPlace }, source.password, source.fieldName);
    QVERIFY2(first, problemOf(first).constData());
    const auto second = sign(once, twice, u"p256"_s, { kSecondPlace }, source.password);
    QVERIFY2(second, problemOf(second).constData());
    QVERIFY(second->report.isIntact());

    const QByteArray bytes = readFile(twice);
    QVERIFY(bytes.startsWith(readFile(once)) && readFile(once).startsWith(readFile(original)));

    othersFindValid(std::size_t(source.signatures) + 2, twice, source.password);

    const Secret password = Secret::fromUtf8(source.password.toStdString());
    const auto document = pdf::Document::open(twice, &password);
    QVERIFY2(document, problemOf(document).constData());
    const pdf::PageGeometry& page = (*document)->page(0);
    for (const Renderer renderer : { Renderer::Poppler, Renderer::Mupdf })
        sealsStandWhereTheyWerePut(render(renderer, twice, 0, kDotsPerInch, source.password), page);
    const auto flat = pdf::FlatPages::open(twice, &password);
    QVERIFY2(flat, problemOf(flat).constData());
    sealsStandWhereTheyWerePut(renderByQtPdf((*flat)->page(0).value(), 0, kDotsPerInch), page);
}

void tst_EveryKindOfSource::certifiedDocumentStaysCertified()
{
    SignedSample certified("Prepared", kFirstBox);
    SignatureShape formsAndSignatures;
    formsAndSignatures.certificationLevel = 2;
    certified.sign(SampleSigner(), "Author", formsAndSignatures);
    const QString original = path(u"certified.pdf"_s), output = path(u"certified-signed.pdf"_s);
    QVERIFY(writeFile(original, certified.bytes()));
    const auto result = sign(original, output, u"p256"_s, { kFirstPlace }, {}, u"Prepared"_s);
    QVERIFY2(result, problemOf(result).constData());
    QVERIFY(readFile(output).startsWith(certified.bytes()));
    othersFindValid(2, output);
}

void tst_EveryKindOfSource::refusedWithItsReason_data()
{
    QTest::addColumn<Source>("source");
    QTest::addColumn<ErrorCode>("reason");
    const auto row
        = [](const char* name, const Source& source, ErrorCode reason) { QTest::newRow(name) << source << reason; };
    const auto certified = [](int level) {
        SignedSample sample;
        SignatureShape shape;
        shape.certificationLevel = level;
        sample.sign(SampleSigner(), "Author", shape);
        return Source { sample.bytes(), {}, {}, {} };
    };
    SignedSample locked;
    SignatureShape lock;
    lock.moreEntries = "/Reference[<</Type/SigRef/TransformMethod/FieldMDP/TransformParams<</Type/TransformParams/V/1.2"
                       "/Action/All>>>>]";
    locked.sign(SampleSigner(), "Author", lock);

    row("permissions forbid changes", encrypted({ u"256"_s, u"--modify=none"_s }), ErrorCode::DocumentForbidsSigning);
    row("permissions forbid changes, RC4", encrypted({ u"128"_s, u"--modify=none"_s }),
        ErrorCode::DocumentForbidsSigning);
    row("certified, no changes", certified(1), ErrorCode::DocumentCertified);
    row("certified, no field prepared", certified(2), ErrorCode::DocumentCertified);
    row("all fields locked", { locked.bytes(), {}, {}, {} }, ErrorCode::FieldLocked);
    row("no such field", { samples::emptySignatureField("Company"), {}, {}, u"Another"_s }, ErrorCode::FieldNotFound);
    Source withoutPassword = encrypted({ u"256"_s }, "sample password");
    withoutPassword.password.clear();
    row("password needed", withoutPassword, ErrorCode::DocumentPasswordNeeded);
    Source wrongPassword = withoutPassword;
    wrongPassword.password = "another";
    row("password wrong", wrongPassword, ErrorCode::DocumentPasswordWrong);
    row("cyclic page tree", { samples::cyclicPageTree(), {}, {}, {} }, ErrorCode::DocumentDamaged);
    row("dictionaries 20 000 deep", { samples::deepDictionaries(20'000), {}, {}, {} }, ErrorCode::DocumentTooComplex);
    row("truncated", { samples::truncated(), {}, {}, {} }, ErrorCode::DocumentTruncated);
    row("not a PDF", { QByteArray("样章 sample text\n").repeated(100), {}, {}, {} }, ErrorCode::NotAPdf);
    row("empty", { {}, {}, {}, {} }, ErrorCode::FileEmpty);
}

void tst_EveryKindOfSource::refusedWithItsReason()
{
    QFETCH(Source, source);
    QFETCH(ErrorCode, reason);
    const QString original = path(u"refused.pdf"_s), output = path(u"refused-signed.pdf"_s);
    QVERIFY(makeSource(source, original));
    const QByteArray before = readFile(original);
    const QStringList filesBefore = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);

    const auto refused = sign(original, output, u"rsa"_s, { kFirstPlace }, source.password, source.fieldName);
    QVERIFY(!refused);
    QVERIFY2(refused.error().code == reason, problemOf(refused).constData());
    QCOMPARE(readFile(original), before);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), filesBefore);
}

void tst_EveryKindOfSource::updateOfManyObjectsIsSmall()
{
    const QString original = path(u"many.pdf"_s), output = path(u"many-signed.pdf"_s);
    QFile file(original);
    QVERIFY(file.open(QIODevice::WriteOnly));
    samples::writeManyObjects(file, 300'000);
    file.close();
    const auto result = sign(original, output, u"rsa"_s, { kFirstPlace });
    QVERIFY2(result, problemOf(result).constData());

    const qint64 picture = qint64(m_seal.picture.width()) * m_seal.picture.height() * 4; // at worst, uncompressed
    const qint64 update = QFileInfo(output).size() - QFileInfo(original).size();
    QVERIFY2(update < 64 * 1024 + picture, qPrintable(QString::number(update)));
    QVERIFY2(update < 64 * 1024, "a picture of one colour compresses well");
    QCOMPARE(qpdfComplaint(output), QString());
    QVERIFY(pdfsig(output).at(0).isValid);
}

QTEST_MAIN(tst_EveryKindOfSource)
#include "tst_EveryKindOfSource.moc"
