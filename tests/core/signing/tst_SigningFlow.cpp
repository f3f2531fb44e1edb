#include "core/key/pkcs11/Pkcs11Key.h"
#include "core/key/pkcs12/Pkcs12Key.h"
#include "core/signing/SigningFlow.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/OpenGate.h"
#include "tests/support/Problem.h"
#include "tests/support/SamplePdfs.h"
#include "tests/support/SoftHsmTokens.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace bidseal;
using namespace bidseal::signing;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using demonstration::CertificateMint;
using demonstration::CertificateOrder;
using demonstration::KeyType;
using demonstration::KeyUse;
using demonstration::Validity;
using key::SigningKey;

Q_DECLARE_METATYPE(bidseal::Stage)

namespace {

constexpr std::string_view kPassword = "sample-Password-1";
const QDateTime kMorning(QDate(2026, 3, 2), QTime(9, 30), Qt::UTC);

template <class T> ErrorCode codeOf(const Result<T>& result)
{
    return result ? ErrorCode::InternalFault : result.error().code;
}

/// A real key, and something that happens while a person looks for the PIN.
class InterruptedKey : public SigningKey {
public:
    InterruptedKey(SigningKey& behind, std::function<void()> meanwhile)
        : m_behind(behind)
        , m_meanwhile(std::move(meanwhile))
    {
    }
    Result<std::vector<certificate::Certificate>> certificateChain(
        const key::DescribeDocuments& describe, std::stop_token stop) override
    {
        return m_behind.certificateChain(describe, std::move(stop));
    }
    Result<std::vector<QByteArray>> sign(
        const std::vector<key::ToBeSigned>& documents, cms::SignatureAlgorithm algorithm, std::stop_token stop) override
    {
        ++m_askedToSign;
        m_meanwhile();
        return m_behind.sign(documents, algorithm, std::move(stop));
    }
    QString description() const override { return m_behind.description(); }

    int timesAskedToSign() const { return m_askedToSign; }

private:
    SigningKey& m_behind;
    std::function<void()> m_meanwhile;
    int m_askedToSign = 0;
};

/// Signs something else than it was given, as a broken token would.
class WrongSignatureKey : public InterruptedKey {
public:
    explicit WrongSignatureKey(SigningKey& behind)
        : InterruptedKey(behind, [] {})
    {
    }
    Result<std::vector<QByteArray>> sign(
        const std::vector<key::ToBeSigned>& documents, cms::SignatureAlgorithm algorithm, std::stop_token stop) override
    {
        auto others = documents;
        others.back().signedAttributes += "!";
        return InterruptedKey::sign(others, algorithm, std::move(stop));
    }
};

seal::Seal redSquare(const QString& name)
{
    QImage picture(200, 200, QImage::Format_ARGB32);
    picture.fill(qRgba(220, 0, 0, 255));
    return { {}, name, seal::Kind::Company, picture, { 42, 42 } };
}

} // namespace

class tst_SigningFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void signsInvisibly_data();
    void signsInvisibly();
    void signsWithSeveralSealsUnderOneSignature();
    void signsWithATokenAfterSomebodyElse();
    void recordsWhatWasSignedAndWithWhat();
    void tellsEveryStageInItsOrder();
    void cancelAtEachStageLeavesNothing_data();
    void cancelAtEachStageLeavesNothing();
    void cancelInsideLongStepsLeavesNothing_data();
    void cancelInsideLongStepsLeavesNothing();
    void refusesUnfitCertificatesBeforeAskingForASignature_data();
    void refusesUnfitCertificatesBeforeAskingForASignature();
    void clockDecidesWhetherACertificateHasExpired();
    void neverWritesOverTheSource_data();
    void neverWritesOverTheSource();
    void keepsAnExistingOutputUnlessToldOtherwise();
    void outputThatAppearsMeanwhileIsKeptAndTheJournalDoesNotLie();
    void sourceChangedMeanwhileIsNotSigned();
    void wrongSignatureOfAKeyIsNeverWritten();
    void wrongPasswordOfAKeyFile();
    void journalThatCannotBeWrittenMeansNoSignature();
    void documentPasswordOpensAndIsNowhere();
    void brokenDocumentsAreRefused_data();
    void brokenDocumentsAreRefused();
    void aComputerThatIsNotFitSignsNothing();
    void whatCannotBeToldIsAgreedToOrNothingIsSigned();
    void looksAtTheFoldersThatAreWrittenTo();
    void suggestsANameThatIsFree();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString output() const { return path(u"out/signed.pdf"_s); }
    SigningRequest request() const
    {
        SigningRequest request;
        request.source = path(u"bid.pdf"_s);
        request.output = output();
        return request;
    }
    std::unique_ptr<SigningKey> newKey(const CertificateOrder& order) const;
    Result<SignedDocument> signWith(const SigningRequest& request, SigningKey& key,
        const ProgressCallback& progress = {}, std::stop_token stop = {}) const
    {
        return sign(request, key, { m_clock, *m_journal, m_gate }, progress, std::move(stop));
    }
    void setSource(const QByteArray& content);
    /// Nothing beside the expected files, no entry in the journal, the source as it was.
    void nothingHappened(const QStringList& inOutputFolder = {}) const;

    std::unique_ptr<CertificateMint> m_mint;
    QTemporaryDir m_keys;
    std::unique_ptr<SigningKey> m_key; ///< P-256
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<journal::Journal> m_journal;
    QByteArray m_source;
    FixedClock m_clock { kMorning };
    mutable testing::OpenGate m_gate;
};

void tst_SigningFlow::initTestCase()
{
    auto mint = CertificateMint::create(demonstration::CaLevels::WithIntermediate);
    QVERIFY2(mint, problemOf(mint).constData());
    m_mint = std::make_unique<CertificateMint>(std::move(*mint));
    m_key = newKey({ .keyType = KeyType::P256 });
}

void tst_SigningFlow::init()
{
    m_gate.answer(environment::Report());
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(u"out"_s));
    auto journal = journal::Journal::open(path(u"data/journal.sqlite"_s));
    QVERIFY2(journal, problemOf(journal).constData());
    m_journal = std::move(*journal);
    setSource(samples::twoPages());
}

std::unique_ptr<SigningKey> tst_SigningFlow::newKey(const CertificateOrder& order) const
{
    static int number = 0;
    const auto minted = m_mint->issue(order);
    const auto content = demonstration::keyFile(*minted, kPassword);
    const QString file = m_keys.filePath(u"key-%1.p12"_s.arg(++number));
    if (!writeFile(file, *content))
        qFatal("no key file");
    return std::make_unique<key::Pkcs12Key>(
        file, [](const key::PinQuestion&) -> Result<Secret> { return Secret::fromUtf8(kPassword); });
}

void tst_SigningFlow::setSource(const QByteArray& content)
{
    m_source = content;
    QVERIFY(writeFile(path(u"bid.pdf"_s), content));
}

void tst_SigningFlow::nothingHappened(const QStringList& inOutputFolder) const
{
    QCOMPARE(QDir(path(u"out"_s)).entryList(QDir::Files | QDir::Hidden | QDir::System), inOutputFolder);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList(u"bid.pdf"_s));
    QVERIFY(readFile(path(u"bid.pdf"_s)) == m_source);
    QVERIFY(m_journal->entries()->empty());
}

void tst_SigningFlow::signsInvisibly_data()
{
    QTest::addColumn<KeyType>("keyType");
    QTest::addColumn<cms::Profile>("profile");
    QTest::addColumn<QString>("subFilter");
    const auto pades = u"ETSI.CAdES.detached"_s;
    QTest::newRow("RSA, PAdES") << KeyType::Rsa2048 << cms::Profile::PadesBaseline << pades;
    QTest::newRow("P-256, PAdES") << KeyType::P256 << cms::Profile::PadesBaseline << pades;
    QTest::newRow("P-384, PAdES") << KeyType::P384 << cms::Profile::PadesBaseline << pades;
    QTest::newRow("P-256, Adobe") << KeyType::P256 << cms::Profile::Adobe << u"adbe.pkcs7.detached"_s;
}

void tst_SigningFlow::signsInvisibly()
{
    QFETCH(KeyType, keyType);
    QFETCH(cms::Profile, profile);
    QFETCH(QString, subFilter);
    const auto key = newKey({ .keyType = keyType });
    auto wanted = request();
    wanted.profile = profile;
    const auto done = signWith(wanted, *key);
    QVERIFY2(done, problemOf(done).constData());
    QCOMPARE(done->path, output());
    QCOMPARE(done->claimedTime, kMorning);
    QVERIFY(done->report.isIntact());
    QVERIFY(done->signers.front() == key->certificateChain({}, {})->front());

    QVERIFY(readFile(output()).startsWith(m_source));
    const auto verdicts = pdfsig(output());
    QCOMPARE(verdicts.size(), std::size_t(1));
    QVERIFY(verdicts[0].isValid && verdicts[0].coversWholeDocument);
    QCOMPARE(verdicts[0].subFilter, subFilter);
    QCOMPARE(qpdfComplaint(output()), QString());
    QCOMPARE(mutoolVerify(output()).unchanged, 1);
}

void tst_SigningFlow::signsWithSeveralSealsUnderOneSignature()
{
    auto wanted = request();
    const auto seal = redSquare(u"公章"_s);
    wanted.seals.push_back({ seal, { 0, { 60, 200 }, { 42, 42 }, 0 } });
    wanted.seals.push_back({ seal, { 1, { 120, 100 }, { 42, 42 }, 0 } });
    const auto done = signWith(wanted, *m_key);
    QVERIFY2(done, problemOf(done).constData());
    QCOMPARE(done->report.signatures.size(), std::size_t(1));
    QCOMPARE(done->report.signatures[0].fieldNames.size(), 2);

    for (const auto& placed : wanted.seals) {
        for (const auto renderer : { Renderer::Poppler, Renderer::Mupdf }) {
            const auto shapes = redShapes(render(renderer, output(), placed.placement.page, 100), 100);
            QCOMPARE(shapes.size(), std::size_t(1));
            const auto off = shapes[0].centroidMm - placed.placement.centreMm;
            QVERIFY2(qAbs(off.x()) < 0.5 && qAbs(off.y()) < 0.5,
                qPrintable(u"%1 mm, %2 mm beside its place"_s.arg(off.x()).arg(off.y())));
        }
    }
}

void tst_SigningFlow::signsWithATokenAfterSomebodyElse()
{
    if (demonstration::softHsmModule().isEmpty())
        QSKIP("SoftHSM is not installed");
    QVERIFY(signWith(request(), *m_key));
    QVERIFY(QFile::rename(output(), path(u"first.pdf"_s)));

    test::SoftHsmTokens tokens;
    tokens.add(u"Sample"_s, "739154",
        { { .key = *m_mint->issue({ .company = demonstration::samplePurchaser() }),
            .label = u"rsa"_s,
            .id = "\x01" } });
    const auto host = std::make_shared<key::TokenHost>(demonstration::softHsmModule());
    key::Pkcs11Key token(host, *key::KeyUri::parse(u"pkcs11:token=Sample;object=rsa"_s),
        [](const key::PinQuestion&) -> Result<Secret> { return Secret::fromUtf8("739154"); });
    auto wanted = request();
    wanted.source = path(u"first.pdf"_s);
    wanted.seals.push_back({ redSquare(u"公章"_s), { 0, { 60, 200 }, { 42, 42 }, 0 } });
    const auto done = signWith(wanted, token);
    QVERIFY2(done, problemOf(done).constData());
    QCOMPARE(done->report.signatures.size(), std::size_t(2));
    QVERIFY(done->report.isIntact());

    QVERIFY(readFile(output()).startsWith(readFile(path(u"first.pdf"_s))));
    const auto verdicts = pdfsig(output());
    QCOMPARE(verdicts.size(), std::size_t(2));
    QVERIFY(verdicts[0].isValid && verdicts[1].isValid && verdicts[1].coversWholeDocument);
    QCOMPARE(mutoolVerify(output()).broken, 0);
}

void tst_SigningFlow::recordsWhatWasSignedAndWithWhat()
{
    auto wanted = request();
    wanted.seals.push_back({ redSquare(u"公章"_s), { 1, { 120, 230 }, { 42, 42 }, 0 } });
    QVERIFY(signWith(wanted, *m_key));
    const auto entries = *m_journal->entries();
    QCOMPARE(entries.size(), std::size_t(1));
    const auto signer = m_key->certificateChain({}, {})->front();
    QCOMPARE(entries[0].signedAt, kMorning);
    QCOMPARE(entries[0].source, path(u"bid.pdf"_s));
    QCOMPARE(entries[0].output, output());
    QCOMPARE(entries[0].holder, signer.holder().displayName);
    QCOMPARE(entries[0].issuer, signer.issuer());
    QCOMPARE(entries[0].certificateSerial, signer.serialNumber());
    QCOMPARE(entries[0].key, m_key->description());
    QCOMPARE(entries[0].marks, QStringList(u"公章, page 2, 120.0 mm from left, 230.0 mm from top"_s));

    // The digest is the one over everything but the hole, computed here in another way.
    const QByteArray file = readFile(output());
    const QRegularExpression range(u"/ByteRange *\\[0+ (\\d+) (\\d+) (\\d+)"_s);
    const auto numbers = range.match(QString::fromLatin1(file));
    QVERIFY(numbers.hasMatch());
    const auto begin = numbers.captured(1).toInt();
    const auto end = numbers.captured(2).toInt();
    QCOMPARE(end + numbers.captured(3).toInt(), file.size());
    QCOMPARE(entries[0].digestName, u"SHA-256"_s);
    QCOMPARE(entries[0].documentDigest.toHex(),
        QCryptographicHash::hash(file.left(begin) + file.mid(end), QCryptographicHash::Sha256).toHex());
}

void tst_SigningFlow::tellsEveryStageInItsOrder()
{
    std::vector<Stage> stages;
    const auto done = signWith(request(), *m_key, [&](const Progress& progress) {
        if (stages.empty() || stages.back() != progress.stage)
            stages.push_back(progress.stage);
        QVERIFY(progress.done <= progress.total);
    });
    QVERIFY(done);
    QCOMPARE(stages,
        std::vector({ Stage::Checking, Stage::Preparing, Stage::WaitingForKey, Stage::Completing, Stage::Verifying,
            Stage::Publishing }));
}

void tst_SigningFlow::cancelAtEachStageLeavesNothing_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::newRow("checking") << Stage::Checking;
    QTest::newRow("preparing") << Stage::Preparing;
    QTest::newRow("waiting for the key") << Stage::WaitingForKey;
    QTest::newRow("completing") << Stage::Completing;
    QTest::newRow("verifying") << Stage::Verifying;
    QTest::newRow("publishing") << Stage::Publishing;
}

void tst_SigningFlow::cancelAtEachStageLeavesNothing()
{
    QFETCH(Stage, stage);
    std::stop_source stop;
    const auto cancelAtStage = [&](const Progress& progress) {
        if (progress.stage == stage)
            stop.request_stop();
    };
    const auto done = signWith(request(), *m_key, cancelAtStage, stop.get_token());
    QCOMPARE(codeOf(done), ErrorCode::Cancelled);
    nothingHappened();
}

void tst_SigningFlow::cancelInsideLongStepsLeavesNothing_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<double>("share"); // of the stage, after which it is cancelled
    QTest::newRow("copying") << Stage::Preparing << 0.1;
    QTest::newRow("hashing") << Stage::Preparing << 0.7;
    QTest::newRow("verifying") << Stage::Verifying << 0.4;
}

void tst_SigningFlow::cancelInsideLongStepsLeavesNothing()
{
    QFETCH(Stage, stage);
    QFETCH(double, share);
    QBuffer scan;
    QVERIFY(scan.open(QIODevice::ReadWrite));
    samples::writeScan(scan, 40, 48 * 1024 * 1024);
    setSource(scan.data());

    std::stop_source stop;
    double reached = 0;
    const auto cancelInside = [&](const Progress& progress) {
        if (progress.stage != stage || progress.total == 0)
            return;
        reached = double(progress.done) / double(progress.total);
        if (reached >= share)
            stop.request_stop();
    };
    const auto done = signWith(request(), *m_key, cancelInside, stop.get_token());
    QCOMPARE(codeOf(done), ErrorCode::Cancelled);
    QVERIFY2(reached < 0.99, "it went on to the end of the stage");
    nothingHappened();
}

void tst_SigningFlow::refusesUnfitCertificatesBeforeAskingForASignature_data()
{
    QTest::addColumn<CertificateOrder>("order");
    QTest::addColumn<ErrorCode>("code");
    const auto p256 = KeyType::P256;
    QTest::newRow("expired") << CertificateOrder { .keyType = p256, .validity = Validity::years(2020, 2026) }
                             << ErrorCode::CertificateExpired;
    QTest::newRow("not yet valid") << CertificateOrder { .keyType = p256, .validity = Validity::years(2027, 2030) }
                                   << ErrorCode::CertificateNotYetValid;
    QTest::newRow("for encryption") << CertificateOrder { .keyType = p256, .keyUse = KeyUse::Encryption }
                                    << ErrorCode::CertificateForEncryption;
    QTest::newRow("too short a key") << CertificateOrder { .keyType = KeyType::Rsa1024TooShort }
                                     << ErrorCode::CertificateUnfit;
}

void tst_SigningFlow::refusesUnfitCertificatesBeforeAskingForASignature()
{
    QFETCH(CertificateOrder, order);
    QFETCH(ErrorCode, code);
    const auto behind = newKey(order);
    InterruptedKey key(*behind, [] {});
    QCOMPARE(codeOf(signWith(request(), key)), code);
    QCOMPARE(key.timesAskedToSign(), 0);
    nothingHappened();
}

void tst_SigningFlow::clockDecidesWhetherACertificateHasExpired()
{
    const auto key = newKey({ .keyType = KeyType::P256, .validity = Validity::years(2020, 2026) });
    const FixedClock lastDay(QDateTime(QDate(2025, 12, 31), QTime(12, 0), Qt::UTC));
    QVERIFY(sign(request(), *key, { lastDay, *m_journal, m_gate }));
}

void tst_SigningFlow::neverWritesOverTheSource_data()
{
    QTest::addColumn<QString>("output");
    QTest::newRow("the same path") << u"bid.pdf"_s;
    QTest::newRow("the same path, written otherwise") << u"out/../bid.pdf"_s;
    QTest::newRow("a hard link") << u"out/hard.pdf"_s;
    QTest::newRow("a symbolic link") << u"out/soft.pdf"_s;
}

void tst_SigningFlow::neverWritesOverTheSource()
{
    QFETCH(QString, output);
    auto wanted = request();
    wanted.output = path(output);
    wanted.existingOutput = ExistingOutput::Overwrite;
    QStringList there;
    if (output.contains(u"hard"_s)) {
        std::error_code error;
        std::filesystem::create_hard_link(wanted.source.toStdU16String(), wanted.output.toStdU16String(), error);
        if (error)
            QSKIP("no hard links here");
        there = { u"hard.pdf"_s };
    }
    if (output.contains(u"soft"_s)) {
        QVERIFY(QFile::link(wanted.source, wanted.output));
        there = { u"soft.pdf"_s };
    }
    QCOMPARE(codeOf(signWith(wanted, *m_key)), ErrorCode::OutputIsSource);
    nothingHappened(there);
}

void tst_SigningFlow::keepsAnExistingOutputUnlessToldOtherwise()
{
    QVERIFY(writeFile(output(), "something else"));
    auto wanted = request();
    QCOMPARE(codeOf(signWith(wanted, *m_key)), ErrorCode::OutputExists);
    nothingHappened({ u"signed.pdf"_s });
    QCOMPARE(readFile(output()), "something else");

    wanted.existingOutput = ExistingOutput::Overwrite;
    const auto done = signWith(wanted, *m_key);
    QVERIFY2(done, problemOf(done).constData());
    QVERIFY(readFile(output()).startsWith(m_source));
}

void tst_SigningFlow::outputThatAppearsMeanwhileIsKeptAndTheJournalDoesNotLie()
{
    InterruptedKey key(*m_key, [this] { QVERIFY(writeFile(output(), "appeared meanwhile")); });
    QCOMPARE(codeOf(signWith(request(), key)), ErrorCode::OutputExists);
    nothingHappened({ u"signed.pdf"_s });
    QCOMPARE(readFile(output()), "appeared meanwhile");
}

void tst_SigningFlow::sourceChangedMeanwhileIsNotSigned()
{
    InterruptedKey key(*m_key, [this] { setSource(samples::pages(3)); });
    QCOMPARE(codeOf(signWith(request(), key)), ErrorCode::FileChangedMeanwhile);
    nothingHappened();
}

void tst_SigningFlow::wrongSignatureOfAKeyIsNeverWritten()
{
    WrongSignatureKey key(*m_key);
    QCOMPARE(codeOf(signWith(request(), key)), ErrorCode::SignatureWrong);
    QCOMPARE(key.timesAskedToSign(), 1);
    nothingHappened();
}

void tst_SigningFlow::wrongPasswordOfAKeyFile()
{
    key::Pkcs12Key key(m_keys.filePath(u"key-1.p12"_s),
        [](const key::PinQuestion&) -> Result<Secret> { return Secret::fromUtf8("another-Password-2"); });
    QCOMPARE(codeOf(signWith(request(), key)), ErrorCode::KeyFilePasswordWrong);
    nothingHappened();
}

void tst_SigningFlow::journalThatCannotBeWrittenMeansNoSignature()
{
    const QString file = path(u"data/journal.sqlite"_s);
    InterruptedKey key(*m_key, [&] { QVERIFY(writeFile(file, "no journal any more")); });
    QCOMPARE(codeOf(signWith(request(), key)), ErrorCode::JournalUnavailable);
    QVERIFY(QDir(path(u"out"_s)).entryList(QDir::Files | QDir::Hidden).isEmpty());
    QCOMPARE(readFile(file), "no journal any more");
}

void tst_SigningFlow::documentPasswordOpensAndIsNowhere()
{
    const QByteArray password = "Open-4711-sesame";
    const QString plain = path(u"plain.pdf"_s);
    QVERIFY(QFile::rename(path(u"bid.pdf"_s), plain));
    QVERIFY(qpdfConverts(
        plain, { u"--encrypt"_s, QString::fromLatin1(password), u"owner"_s, u"256"_s, u"--"_s }, path(u"bid.pdf"_s)));
    QVERIFY(QFile::remove(plain));
    m_source = readFile(path(u"bid.pdf"_s));

    auto wanted = request();
    QCOMPARE(codeOf(signWith(wanted, *m_key)), ErrorCode::DocumentPasswordNeeded);
    wanted.documentPassword = Secret::fromUtf8("guess");
    QCOMPARE(codeOf(signWith(wanted, *m_key)), ErrorCode::DocumentPasswordWrong);
    nothingHappened();
    wanted.documentPassword = Secret::fromUtf8({ password.constData(), std::size_t(password.size()) });
    const auto done = signWith(wanted, *m_key);
    QVERIFY2(done, problemOf(done).constData());
    const auto verdicts = pdfsig(output(), password);
    QCOMPARE(verdicts.size(), std::size_t(1));
    QVERIFY(verdicts[0].isValid && verdicts[0].coversWholeDocument);
    QVERIFY(!readFile(output()).contains(password));
    QVERIFY(!readFile(path(u"data/journal.sqlite"_s)).contains(password));
}

void tst_SigningFlow::brokenDocumentsAreRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("truncated") << samples::truncated() << ErrorCode::DocumentTruncated;
    QTest::newRow("not a PDF") << QByteArray("PK\x03\x04 a Word file").repeated(100) << ErrorCode::NotAPdf;
    QTest::newRow("empty") << QByteArray() << ErrorCode::FileEmpty;
    QTest::newRow("wrong cross-references") << samples::wrongStartOfCrossReferences() << ErrorCode::DocumentDamaged;
    QTest::newRow("20 000 dictionaries deep") << samples::deepDictionaries(20000) << ErrorCode::DocumentTooComplex;
    QTest::newRow("cyclic page tree") << samples::cyclicPageTree() << ErrorCode::DocumentDamaged;
}

void tst_SigningFlow::brokenDocumentsAreRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(ErrorCode, code);
    setSource(content);
    InterruptedKey key(*m_key, [] {});
    const auto done = signWith(request(), key);
    QVERIFY(!done);
    QCOMPARE(errorCodeName(done.error().code), errorCodeName(code));
    QCOMPARE(key.timesAskedToSign(), 0);
    nothingHappened();
}

/// Whoever confirms what, and before the key is asked for anything.
void tst_SigningFlow::aComputerThatIsNotFitSignsNothing()
{
    m_gate.answer(environment::failed("full", u"{folder} is full."_s)
                      .todo(u"Make room in {folder}."_s)
                      .with({ u"folder"_s, u"out"_s, environment::Privacy::Personal }));
    InterruptedKey key(*m_key, [] {});
    const SigningServices services { m_clock, *m_journal, m_gate, {},
        [](const std::vector<environment::CheckResult>&) { return true; } };
    const auto done = sign(request(), key, services);
    QCOMPARE(codeOf(done), ErrorCode::EnvironmentUnfit);
    QCOMPARE(done.error().facts.name, u"out is full."_s);
    QCOMPARE(done.error().facts.remedy, u"Make room in out."_s);
    QCOMPARE(key.timesAskedToSign(), 0);
    nothingHappened();
}

void tst_SigningFlow::whatCannotBeToldIsAgreedToOrNothingIsSigned()
{
    m_gate.answer(environment::couldNotTell("silent", u"Nobody told the time."_s));
    QCOMPARE(codeOf(signWith(request(), *m_key)), ErrorCode::EnvironmentUnclear); // nobody there to agree
    nothingHappened();

    int asked = 0;
    auto agrees = false;
    const SigningServices services { m_clock, *m_journal, m_gate, {},
        [&](const std::vector<environment::CheckResult>& unknown) {
            ++asked;
            return unknown.size() == 1 && unknown.front().id == u"sample"_s && agrees;
        } };
    QCOMPARE(codeOf(sign(request(), *m_key, services)), ErrorCode::EnvironmentUnclear);
    nothingHappened();
    agrees = true;
    const auto done = sign(request(), *m_key, services);
    QVERIFY2(done, problemOf(done).constData());
    QCOMPARE(asked, 2);
    const auto entry = m_journal->entries()->front();
    QCOMPARE(entry.agreedUnknown, QStringList { u"sample"_s });
    QCOMPARE(entry.environmentDigest, QCryptographicHash::hash(entry.environmentReport, QCryptographicHash::Sha256));
    QVERIFY(entry.environmentReport.contains("Nobody told the time."));
}

void tst_SigningFlow::looksAtTheFoldersThatAreWrittenTo()
{
    const auto done = signWith(request(), *m_key);
    QVERIFY2(done, problemOf(done).constData());
    QCOMPARE(m_gate.outputs().size(), 1u);
    QCOMPARE(m_gate.outputs().front().folder, QFileInfo(output()).absolutePath());
    QCOMPARE(m_gate.outputs().front().documentBytes, QFileInfo(path(u"bid.pdf"_s)).size());
}

void tst_SigningFlow::suggestsANameThatIsFree()
{
    const QString source = path(u"投标文件.v2.pdf"_s);
    QCOMPARE(suggestedOutput(source), path(u"投标文件.v2_已签章.pdf"_s));
    QVERIFY(writeFile(path(u"投标文件.v2_已签章.pdf"_s), "x"));
    QCOMPARE(suggestedOutput(source), path(u"投标文件.v2_已签章_2.pdf"_s));
    QCOMPARE(suggestedOutput(path(u"投标文件.v2_已签章.pdf"_s)), path(u"投标文件.v2_已签章_2.pdf"_s));
}

QTEST_GUILESS_MAIN(tst_SigningFlow)
#include "tst_SigningFlow.moc"
