#include "core/key/pkcs12/Pkcs12Key.h"
#include "core/signing/SigningFlow.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/OpenGate.h"
#include "tests/support/Problem.h"
#include "tests/support/SamplePdfs.h"

#include "resources/demonstration/CertificateMint.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::signing;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using demonstration::CertificateMint;
using demonstration::KeyType;

namespace {

constexpr std::string_view kPassword = "sample-Password-1";
const QDateTime kMorning(QDate(2026, 3, 2), QTime(9, 30), Qt::UTC);

/// A real key that tells what became of the run.
class ToldKey : public key::SigningKey {
public:
    explicit ToldKey(const QString& file)
        : m_behind(file, [](const key::PinQuestion&) -> Result<Secret> { return Secret::fromUtf8(kPassword); })
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
        if (refuses)
            return failure(ErrorCode::Cancelled);
        return m_behind.sign(documents, algorithm, std::move(stop));
    }
    void tellOutcome(key::SigningOutcome outcome) override { outcomes.push_back(outcome); }
    QString description() const override { return m_behind.description(); }

    bool refuses = false;
    std::vector<key::SigningOutcome> outcomes;

private:
    key::Pkcs12Key m_behind;
};

seal::Seal redSquare(const QString& name, seal::Kind kind, double sideMm)
{
    QImage picture(200, 200, QImage::Format_ARGB32);
    picture.fill(qRgba(220, 0, 0, 255));
    return { {}, name, kind, picture, { sideMm, sideMm } };
}

} // namespace

class tst_SignersInTurn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void signsWhatTheOneBeforeHasFinished();
    void laterSealsLeaveTheEarlierSignatureValid();
    void tellsWhoseTurnItIs();
    void recordsEachSignature();
    void nothingHappensWhereTheSecondDoesNotSign();
    void severalFilesAreSignedByEach();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QStringList outputs() const { return QDir(path(u"out"_s)).entryList(QDir::Files | QDir::Hidden | QDir::System); }
    std::vector<SigningRequest> requests(const QStringList& names, const std::vector<seal::PlacedSeal>& seals) const
    {
        std::vector<SigningRequest> requests;
        for (const auto& name : names) {
            auto& request = requests.emplace_back();
            request.source = path(name);
            request.output = path(u"out/"_s + name);
            request.seals = seals;
        }
        return requests;
    }
    Result<std::vector<SignedDocument>> signByBoth(const std::vector<seal::PlacedSeal>& first,
        const std::vector<seal::PlacedSeal>& second, const ProgressCallback& progress = {},
        const QStringList& names = { u"bid.pdf"_s })
    {
        const auto companys = requests(names, first);
        const auto persons = requests(names, second);
        const SignerTurn turns[] { { *m_company, companys }, { *m_person, persons } };
        return signInTurn(turns, { m_clock, *m_journal, m_gate }, progress);
    }

    QTemporaryDir m_keys;
    std::unique_ptr<ToldKey> m_company, m_person;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<journal::Journal> m_journal;
    FixedClock m_clock { kMorning };
    OpenGate m_gate;
    const seal::PlacedSeal m_companySeal { redSquare(u"公章"_s, seal::Kind::Company, 42),
        { 0, { 60, 200 }, { 42, 42 }, 0 } };
    const seal::PlacedSeal m_personSeal { redSquare(u"法定代表人章"_s, seal::Kind::LegalRepresentative, 20),
        { 0, { 120, 200 }, { 20, 20 }, 0 } };
};

void tst_SignersInTurn::initTestCase()
{
    auto mint = CertificateMint::create(demonstration::CaLevels::WithIntermediate);
    QVERIFY2(mint, problemOf(mint).constData());
    const auto keyFile = [&](const QString& name, const demonstration::CertificateOrder& order) {
        const auto minted = mint->issue(order);
        const auto path = m_keys.filePath(name);
        if (!writeFile(path, *demonstration::keyFile(*minted, kPassword)))
            qFatal("no key file");
        return path;
    };
    m_company = std::make_unique<ToldKey>(keyFile(u"company.p12"_s, { .keyType = KeyType::P256 }));
    m_person = std::make_unique<ToldKey>(
        keyFile(u"person.p12"_s, { .company = demonstration::samplePurchaser(), .keyType = KeyType::P256 }));
}

void tst_SignersInTurn::init()
{
    m_gate.answer(environment::Report());
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(u"out"_s));
    auto journal = journal::Journal::open(path(u"data/journal.sqlite"_s));
    QVERIFY2(journal, problemOf(journal).constData());
    m_journal = std::move(*journal);
    for (const auto& name : { u"bid.pdf"_s, u"prices.pdf"_s })
        QVERIFY(writeFile(path(name), samples::twoPages()));
    m_company->outcomes.clear();
    m_person->outcomes.clear();
    m_person->refuses = false;
}

void tst_SignersInTurn::signsWhatTheOneBeforeHasFinished()
{
    const auto done = signByBoth({ m_companySeal }, { m_personSeal });
    QVERIFY2(done, problemOf(done).constData());
    const auto& signedFile = done->front();
    QCOMPARE(signedFile.path, path(u"out/bid.pdf"_s));
    QCOMPARE(signedFile.signers.size(), std::size_t(2));
    QVERIFY(signedFile.signers[0] == m_company->certificateChain({}, {})->front());
    QVERIFY(signedFile.signers[1] == m_person->certificateChain({}, {})->front());
    QVERIFY(signedFile.report.isIntact());
    QCOMPARE(outputs(), QStringList(u"bid.pdf"_s));
    QVERIFY(readFile(signedFile.path).startsWith(readFile(path(u"bid.pdf"_s))));

    const auto verdicts = pdfsig(signedFile.path);
    QCOMPARE(verdicts.size(), std::size_t(2));
    QVERIFY(verdicts[0].isValid && verdicts[1].isValid && verdicts[1].coversWholeDocument);
    QVERIFY(verdicts[0].signer != verdicts[1].signer);
    QCOMPARE(qpdfComplaint(signedFile.path), QString());
    for (const auto renderer : { Renderer::Poppler, Renderer::Mupdf })
        QCOMPARE(redShapes(render(renderer, signedFile.path, 0, 100), 100).size(), std::size_t(2));
}

void tst_SignersInTurn::laterSealsLeaveTheEarlierSignatureValid()
{
    std::vector<seal::PlacedSeal> many; // so many that the first signer's are pictures but one
    for (int i = 0; i < 20; ++i) {
        many.push_back(m_companySeal);
        many.back().placement.centreMm = { 30.0 + 5 * i, 60 };
    }
    const auto done = signByBoth(many, std::vector(18, m_personSeal));
    QVERIFY2(done, problemOf(done).constData());
    QVERIFY(mupdfFindsOnlySignatures(done->front().path));
    for (const auto& verdict : pdfsig(done->front().path))
        QVERIFY(verdict.isValid);
}

void tst_SignersInTurn::tellsWhoseTurnItIs()
{
    std::vector<std::pair<int, Stage>> steps;
    const auto done = signByBoth({}, {}, [&](const Progress& progress) {
        QCOMPARE(progress.turns, 2);
        const std::pair step(progress.turn, progress.stage);
        if (steps.empty() || steps.back() != step)
            steps.push_back(step);
    });
    QVERIFY(done);
    QVERIFY(std::is_sorted(steps.begin(), steps.end()));
    QCOMPARE(
        std::count_if(steps.begin(), steps.end(), [](const auto& step) { return step.second == Stage::WaitingForKey; }),
        std::ptrdiff_t(2));
    QCOMPARE(steps.back(), std::pair(2, Stage::Publishing));
}

void tst_SignersInTurn::recordsEachSignature()
{
    QVERIFY(signByBoth({ m_companySeal }, { m_personSeal }));
    const auto entries = *m_journal->entries(); // newest first
    QCOMPARE(entries.size(), std::size_t(2));
    QVERIFY(entries[0].holder != entries[1].holder);
    QVERIFY(entries[0].documentDigest != entries[1].documentDigest);
    QVERIFY(entries[0].marks.front().startsWith(u"法定代表人章"_s));
    QVERIFY(entries[1].marks.front().startsWith(u"公章"_s));
    for (const auto& entry : entries) {
        QCOMPARE(entry.source, path(u"bid.pdf"_s));
        QCOMPARE(entry.output, path(u"out/bid.pdf"_s));
    }
}

void tst_SignersInTurn::nothingHappensWhereTheSecondDoesNotSign()
{
    m_person->refuses = true;
    const auto done = signByBoth({ m_companySeal }, { m_personSeal });
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QCOMPARE(outputs(), QStringList());
    QVERIFY(m_journal->entries()->empty());
    for (const auto* key : { m_company.get(), m_person.get() })
        QCOMPARE(key->outcomes, std::vector { key::SigningOutcome::Cancelled });
}

void tst_SignersInTurn::severalFilesAreSignedByEach()
{
    const auto done = signByBoth({ m_companySeal }, { m_personSeal }, {}, { u"bid.pdf"_s, u"prices.pdf"_s });
    QVERIFY2(done, problemOf(done).constData());
    QCOMPARE(done->size(), std::size_t(2));
    for (const auto& signedFile : *done)
        QCOMPARE(pdfsig(signedFile.path).size(), std::size_t(2));
    QCOMPARE(m_journal->entries()->size(), std::size_t(4));
}

QTEST_GUILESS_MAIN(tst_SignersInTurn)
#include "tst_SignersInTurn.moc"
