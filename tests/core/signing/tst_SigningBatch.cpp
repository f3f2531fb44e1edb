#include "core/key/pkcs11/Pkcs11Key.h"
#include "core/key/pkcs12/Pkcs12Key.h"
#include "core/signing/SigningFlow.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/OpenGate.h"
#include "tests/support/Problem.h"
#include "tests/support/SamplePdfs.h"
#include "tests/support/ScriptedModule.h"
#include "tests/support/SoftHsmTokens.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::signing;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using demonstration::CertificateMint;
using demonstration::KeyType;
using key::SigningOutcome;

Q_DECLARE_METATYPE(bidseal::Stage)

namespace {

constexpr std::string_view kPassword = "sample-Password-1";
constexpr std::string_view kPin = "482913";
const QDateTime kMorning(QDate(2026, 3, 2), QTime(9, 30), Qt::UTC);

template <class T> ErrorCode codeOf(const Result<T>& result)
{
    return result ? ErrorCode::InternalFault : result.error().code;
}

/// A real key under observation.
class ObservedKey : public key::SigningKey {
public:
    explicit ObservedKey(SigningKey& behind)
        : m_behind(behind)
    {
    }
    Result<std::vector<certificate::Certificate>> certificateChain(
        const key::DescribeDocuments& describe, std::stop_token stop) override
    {
        ++askedForChain;
        return m_behind.certificateChain(describe, std::move(stop));
    }
    Result<std::vector<QByteArray>> sign(
        const std::vector<key::ToBeSigned>& documents, cms::SignatureAlgorithm algorithm, std::stop_token stop) override
    {
        ++askedToSign;
        meanwhile();
        auto signatures = m_behind.sign(documents, algorithm, std::move(stop));
        if (signatures)
            corrupt(*signatures);
        return signatures;
    }
    void tellOutcome(SigningOutcome outcome) override { outcomes.push_back(outcome); }
    QString description() const override { return m_behind.description(); }

    std::function<void()> meanwhile = [] {};
    std::function<void(std::vector<QByteArray>&)> corrupt = [](auto&) {};
    int askedForChain = 0, askedToSign = 0;
    std::vector<SigningOutcome> outcomes;

private:
    SigningKey& m_behind;
};

seal::Seal redSquare()
{
    QImage picture(120, 120, QImage::Format_ARGB32);
    picture.fill(qRgba(220, 0, 0, 255));
    return { {}, u"样章"_s, seal::Kind::Company, picture, { 42, 42 } };
}

/// Of this process since forgetMostMemoryUsed(), in KiB.
qint64 mostMemoryUsed()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QRegularExpression line(u"VmHWM:\\s+(\\d+)"_s);
    return line.match(QString::fromLatin1(status.readAll())).captured(1).toLongLong();
}

/// proc(5), /proc/PID/clear_refs
bool forgetMostMemoryUsed()
{
    QFile references(u"/proc/self/clear_refs"_s);
    return references.open(QIODevice::WriteOnly) && references.write("5") == 1;
}

int openFiles()
{
    return static_cast<int>(
        QDir(u"/proc/self/fd"_s).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size());
}

} // namespace

/// Several documents under one PIN: all of them or none.
class tst_SigningBatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void signsTwoHundredFilesUnderOnePin();
    void keepsFewFilesOpenAndLittleInMemory();
    void tellsProgressOverTheWholeBatch();
    void oneBadDocumentMeansThatNothingIsWritten_data();
    void oneBadDocumentMeansThatNothingIsWritten();
    void oneWrongSignatureMeansThatNothingIsWritten();
    void fewerSignaturesThanDocumentsAreRefused();
    void oneSourceChangedMeanwhileMeansThatNothingIsWritten();
    void wrongPinMeansThatNothingIsWritten();
    void errorInTheMiddleOfPublishingKeepsWhatIsPublished();
    void collidingOutputsAreRefusedBeforeAnything_data();
    void collidingOutputsAreRefusedBeforeAnything();
    void cancelAtEachStageLeavesNothing_data();
    void cancelAtEachStageLeavesNothing();
    void publishingIsNotCancelledHalfWay();
    void tellsTheKeyWhatBecameOfIt();
    void suggestsNamesThatAreFreeAndDiffer();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString source(int number) const { return path(u"in/投标文件-%1.pdf"_s.arg(number)); }
    QString output(int number) const { return path(u"out/投标文件-%1_已签章.pdf"_s.arg(number)); }
    std::vector<SigningRequest> requests(int count) const;
    Result<std::vector<SignedDocument>> signWith(const std::vector<SigningRequest>& requests, key::SigningKey& key,
        const ProgressCallback& progress = {}, std::stop_token stop = {}) const
    {
        return signAll(requests, key, { m_clock, *m_journal, m_gate }, progress, std::move(stop));
    }
    QStringList inOutputFolder() const
    {
        return QDir(path(u"out"_s)).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    }
    void nothingHappened() const
    {
        QCOMPARE(inOutputFolder(), QStringList());
        QVERIFY(m_journal->entries()->empty());
    }

    std::unique_ptr<CertificateMint> m_mint;
    QTemporaryDir m_keys;
    std::unique_ptr<key::SigningKey> m_fileKey;
    std::unique_ptr<ObservedKey> m_key; ///< P-256
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<journal::Journal> m_journal;
    FixedClock m_clock { kMorning };
    mutable testing::OpenGate m_gate;
};

void tst_SigningBatch::initTestCase()
{
    auto mint = CertificateMint::create(demonstration::CaLevels::WithIntermediate);
    QVERIFY2(mint, problemOf(mint).constData());
    m_mint = std::make_unique<CertificateMint>(std::move(*mint));
    const QString file = m_keys.filePath(u"company.p12"_s);
    QVERIFY(writeFile(file, *demonstration::keyFile(*m_mint->issue({ .keyType = KeyType::P256 }), kPassword)));
    m_fileKey = std::make_unique<key::Pkcs12Key>(
        file, [](const key::PinQuestion&) -> Result<Secret> { return Secret::fromUtf8(kPassword); });
}

void tst_SigningBatch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(u"in"_s) && QDir(m_folder->path()).mkdir(u"out"_s));
    auto journal = journal::Journal::open(path(u"data/journal.sqlite"_s));
    QVERIFY2(journal, problemOf(journal).constData());
    m_journal = std::move(*journal);
    m_key = std::make_unique<ObservedKey>(*m_fileKey);
}

/// Each with its own source, which is made here, and a seal on one of its pages.
std::vector<SigningRequest> tst_SigningBatch::requests(int count) const
{
    const auto seal = redSquare();
    std::vector<SigningRequest> requests;
    for (int number = 1; number <= count; ++number) {
        const int pages = 1 + number % 3;
        if (!writeFile(source(number), samples::pages(pages)))
            qFatal("no source");
        SigningRequest request;
        request.source = source(number);
        request.output = output(number);
        request.seals.push_back({ seal, { pages - 1, { 60, 200 }, { 42, 42 }, 0 } });
        requests.push_back(std::move(request));
    }
    return requests;
}

void tst_SigningBatch::signsTwoHundredFilesUnderOnePin()
{
    if (demonstration::softHsmModule().isEmpty())
        QSKIP("SoftHSM is not installed");
    test::SoftHsmTokens tokens;
    tokens.add(u"Sample"_s, kPin, { { .key = *m_mint->issue({}), .label = u"rsa"_s, .id = "\x01" } });
    test::ScriptedModule script;
    int asked = 0;
    key::Pkcs11Key token(std::make_shared<key::TokenHost>(test::ScriptedModule::path()),
        *key::KeyUri::parse(u"pkcs11:token=Sample;object=rsa"_s), [&](const key::PinQuestion&) -> Result<Secret> {
            ++asked;
            return Secret::fromUtf8(kPin);
        });
    constexpr int kCount = 200;
    const auto wanted = requests(kCount);
    const auto done = signWith(wanted, token);
    QVERIFY2(done, problemOf(done).constData());
    QCOMPARE(asked, 1);
    QCOMPARE(script.counted("logins"), 1);
    QCOMPARE(script.counted("signatures"), kCount);

    QCOMPARE(done->size(), std::size_t(kCount));
    QCOMPARE(inOutputFolder().size(), kCount);
    QCOMPARE(m_journal->entries(1000)->size(), std::size_t(kCount));
    for (int number = 1; number <= kCount; ++number) {
        const auto& document = done->at(std::size_t(number - 1));
        QCOMPARE(document.path, output(number));
        QVERIFY(document.report.isIntact());
        QVERIFY(readFile(output(number)).startsWith(readFile(source(number))));
    }
    for (const int number : { 1, 100, 200 }) {
        const auto verdicts = pdfsig(output(number));
        QCOMPARE(verdicts.size(), std::size_t(1));
        QVERIFY(verdicts[0].isValid && verdicts[0].coversWholeDocument);
        QCOMPARE(qpdfComplaint(output(number)), QString());
    }
}

void tst_SigningBatch::keepsFewFilesOpenAndLittleInMemory()
{
    QBuffer scan;
    QVERIFY(scan.open(QIODevice::ReadWrite));
    samples::writeScan(scan, 4, 3 * 1024 * 1024);
    constexpr int kCount = 200;
    auto wanted = requests(kCount);
    for (int number = 1; number <= 40; ++number) // 120 MB in all
        QVERIFY(writeFile(source(number), scan.data()));

    QVERIFY(forgetMostMemoryUsed());
    const auto before = mostMemoryUsed();
    const int openBefore = openFiles();
    int openWhileSigning = 0;
    m_key->meanwhile = [&] { openWhileSigning = openFiles(); };
    const auto done = signWith(wanted, *m_key);
    QVERIFY2(done, problemOf(done).constData());
    const auto grown = mostMemoryUsed() - before;
    QVERIFY2(before > 0 && grown < 24 * 1024, qPrintable(u"grown by %1 KiB"_s.arg(grown)));
    // One lock file for each, and what libraries keep.
    QVERIFY2(openWhileSigning - openBefore < kCount + 20, qPrintable(QString::number(openWhileSigning)));
}

void tst_SigningBatch::tellsProgressOverTheWholeBatch()
{
    Progress last;
    QList<int> documents;
    std::vector<Stage> stages;
    const auto done = signWith(requests(5), *m_key, [&](const Progress& progress) {
        QCOMPARE(progress.documents, 5);
        QVERIFY(progress.done <= progress.total);
        if (stages.empty() || stages.back() != progress.stage) {
            stages.push_back(progress.stage);
        } else {
            QVERIFY(progress.document >= last.document);
            QVERIFY(last.total == 0 || progress.done >= last.done);
        }
        if (progress.stage == Stage::Verifying && progress.document > 0 && !documents.contains(progress.document))
            documents.append(progress.document);
        last = progress;
    });
    QVERIFY2(done, problemOf(done).constData());
    QCOMPARE(stages,
        std::vector({ Stage::Checking, Stage::Preparing, Stage::WaitingForKey, Stage::Completing, Stage::Verifying,
            Stage::Publishing }));
    QCOMPARE(documents, QList<int>({ 1, 2, 3, 4, 5 }));
}

void tst_SigningBatch::oneBadDocumentMeansThatNothingIsWritten_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("damaged") << samples::wrongStartOfCrossReferences() << ErrorCode::DocumentDamaged;
    QTest::newRow("truncated") << samples::truncated() << ErrorCode::DocumentTruncated;
    QTest::newRow("empty") << QByteArray() << ErrorCode::FileEmpty;
    QTest::newRow("without the page of its seal") << samples::pages(1) << ErrorCode::PageNotFound;
}

void tst_SigningBatch::oneBadDocumentMeansThatNothingIsWritten()
{
    QFETCH(QByteArray, content);
    QFETCH(ErrorCode, code);
    const auto wanted = requests(200);
    QVERIFY(writeFile(source(149), content)); // whose seal stands on page 3
    const auto done = signWith(wanted, *m_key);
    QVERIFY(!done);
    QCOMPARE(errorCodeName(done.error().code), errorCodeName(code));
    QCOMPARE(done.error().facts.name, u"投标文件-149.pdf"_s);
    QCOMPARE(m_key->askedToSign, 0);
    QVERIFY(m_key->outcomes == std::vector({ SigningOutcome::Failed }));
    nothingHappened();
}

void tst_SigningBatch::oneWrongSignatureMeansThatNothingIsWritten()
{
    m_key->corrupt = [](std::vector<QByteArray>& signatures) { std::swap(signatures[3], signatures[4]); };
    const auto done = signWith(requests(6), *m_key);
    QCOMPARE(codeOf(done), ErrorCode::SignatureWrong);
    QCOMPARE(done.error().facts.name, u"投标文件-4.pdf"_s);
    nothingHappened();
}

void tst_SigningBatch::fewerSignaturesThanDocumentsAreRefused()
{
    m_key->corrupt = [](std::vector<QByteArray>& signatures) { signatures.pop_back(); };
    QCOMPARE(codeOf(signWith(requests(3), *m_key)), ErrorCode::SignatureWrong);
    nothingHappened();
}

void tst_SigningBatch::oneSourceChangedMeanwhileMeansThatNothingIsWritten()
{
    m_key->meanwhile = [&] { QVERIFY(writeFile(source(2), samples::pages(9))); };
    const auto done = signWith(requests(3), *m_key);
    QCOMPARE(codeOf(done), ErrorCode::FileChangedMeanwhile);
    QCOMPARE(done.error().facts.name, u"投标文件-2.pdf"_s);
    nothingHappened();
}

void tst_SigningBatch::wrongPinMeansThatNothingIsWritten()
{
    key::Pkcs12Key key(m_keys.filePath(u"company.p12"_s),
        [](const key::PinQuestion&) -> Result<Secret> { return Secret::fromUtf8("another-Password-2"); });
    QCOMPARE(codeOf(signWith(requests(3), key)), ErrorCode::KeyFilePasswordWrong);
    nothingHappened();
}

void tst_SigningBatch::errorInTheMiddleOfPublishingKeepsWhatIsPublished()
{
    const auto wanted = requests(5);
    m_key->meanwhile = [&] { QVERIFY(writeFile(output(3), "appeared meanwhile")); };
    const auto done = signWith(wanted, *m_key);
    QCOMPARE(codeOf(done), ErrorCode::OutputExists);
    QCOMPARE(done.error().facts.name, QFileInfo(output(3)).fileName());
    QCOMPARE(inOutputFolder(),
        QStringList(
            { QFileInfo(output(1)).fileName(), QFileInfo(output(2)).fileName(), QFileInfo(output(3)).fileName() }));
    QCOMPARE(readFile(output(3)), "appeared meanwhile");
    for (const int number : { 1, 2 })
        QVERIFY(pdfsig(output(number)).at(0).isValid);
    const auto entries = *m_journal->entries();
    QCOMPARE(entries.size(), std::size_t(2));
    QCOMPARE(entries[0].output, output(2));
    QCOMPARE(entries[1].output, output(1));
    QVERIFY(m_key->outcomes == std::vector({ SigningOutcome::Failed }));
}

void tst_SigningBatch::collidingOutputsAreRefusedBeforeAnything_data()
{
    QTest::addColumn<QString>("secondOutput");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("the same path") << u"out/投标文件-1_已签章.pdf"_s << ErrorCode::OutputExists;
    QTest::newRow("the same path, written otherwise")
        << u"out/../out/./投标文件-1_已签章.pdf"_s << ErrorCode::OutputExists;
    QTest::newRow("another case") << u"out/投标文件-1_已签章.PDF"_s << ErrorCode::OutputExists;
    QTest::newRow("through a linked folder") << u"linked/投标文件-1_已签章.pdf"_s << ErrorCode::OutputExists;
    QTest::newRow("its own source") << u"in/投标文件-2.pdf"_s << ErrorCode::OutputIsSource;
    QTest::newRow("another's source") << u"in/投标文件-3.pdf"_s << ErrorCode::OutputIsSource;
    QTest::newRow("another's source by a link") << u"out/link.pdf"_s << ErrorCode::OutputIsSource;
}

void tst_SigningBatch::collidingOutputsAreRefusedBeforeAnything()
{
    QFETCH(QString, secondOutput);
    QFETCH(ErrorCode, code);
    auto wanted = requests(3);
    for (auto& request : wanted)
        request.existingOutput = ExistingOutput::Overwrite;
    wanted[1].output = path(secondOutput);
    const bool isLinkedFolder = secondOutput.startsWith(u"linked"_s);
    QVERIFY(!isLinkedFolder || QFile::link(path(u"out"_s), path(u"linked"_s)));
    const bool isLink = secondOutput.endsWith(u"link.pdf"_s);
    QVERIFY(!isLink || QFile::link(source(3), path(secondOutput)));

    const auto done = signWith(wanted, *m_key);
    QVERIFY(!done);
    QCOMPARE(errorCodeName(done.error().code), errorCodeName(code));
    QCOMPARE(done.error().facts.name, QFileInfo(secondOutput).fileName());
    QCOMPARE(m_key->askedForChain, 0);
    QVERIFY(!isLink || QFile::remove(path(secondOutput)));
    nothingHappened();
}

void tst_SigningBatch::cancelAtEachStageLeavesNothing_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<int>("document");
    QTest::newRow("checking the second") << Stage::Checking << 2;
    QTest::newRow("preparing the third") << Stage::Preparing << 3;
    QTest::newRow("waiting for the key") << Stage::WaitingForKey << 0;
    QTest::newRow("completing the second") << Stage::Completing << 2;
    QTest::newRow("verifying the last") << Stage::Verifying << 4;
    QTest::newRow("before publishing") << Stage::Publishing << 0;
}

void tst_SigningBatch::cancelAtEachStageLeavesNothing()
{
    QFETCH(Stage, stage);
    QFETCH(int, document);
    std::stop_source stop;
    const auto done = signWith(
        requests(4), *m_key,
        [&](const Progress& progress) {
            if (progress.stage == stage && progress.document == document)
                stop.request_stop();
        },
        stop.get_token());
    QCOMPARE(codeOf(done), ErrorCode::Cancelled);
    QVERIFY(m_key->outcomes == std::vector({ SigningOutcome::Cancelled }));
    nothingHappened();
}

void tst_SigningBatch::publishingIsNotCancelledHalfWay()
{
    std::stop_source stop;
    const auto done = signWith(
        requests(4), *m_key,
        [&](const Progress& progress) {
            if (progress.stage == Stage::Publishing && progress.document == 2)
                stop.request_stop();
        },
        stop.get_token());
    QVERIFY2(done, problemOf(done).constData());
    QCOMPARE(inOutputFolder().size(), 4);
}

void tst_SigningBatch::tellsTheKeyWhatBecameOfIt()
{
    QVERIFY(signWith(requests(2), *m_key));
    QVERIFY(m_key->outcomes == std::vector({ SigningOutcome::Signed }));
    QCOMPARE(m_key->askedForChain, 1);
    QCOMPARE(m_key->askedToSign, 1);
}

void tst_SigningBatch::suggestsNamesThatAreFreeAndDiffer()
{
    const QStringList sources { path(u"a/投标文件.pdf"_s), path(u"b/投标文件.pdf"_s), path(u"b/报价_已签章.pdf"_s) };
    QVERIFY(writeFile(path(u"out/报价_已签章.pdf"_s), "x"));
    QCOMPARE(suggestedOutputs(sources, path(u"out"_s)),
        QStringList({ path(u"out/投标文件_已签章.pdf"_s), path(u"out/投标文件_已签章_2.pdf"_s),
            path(u"out/报价_已签章_2.pdf"_s) }));
    QCOMPARE(suggestedOutputs(sources),
        QStringList(
            { path(u"a/投标文件_已签章.pdf"_s), path(u"b/投标文件_已签章.pdf"_s), path(u"b/报价_已签章.pdf"_s) }));
}

QTEST_GUILESS_MAIN(tst_SigningBatch)
#include "tst_SigningBatch.moc"
