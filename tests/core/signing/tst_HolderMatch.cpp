#include "core/key/pkcs12/Pkcs12Key.h"
#include "core/signing/HolderMatch.h"
#include "resources/demonstration/CertificateMint.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/OpenGate.h"
#include "tests/support/Problem.h"
#include "tests/support/SamplePdfs.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::signing;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using certificate::Certificate;
using demonstration::CertificateMint;
using demonstration::CertificateOrder;
using demonstration::KeyType;
using environment::AnotherHoldersSeal;

namespace {

constexpr std::string_view kPassword = "sample-Password-1";

template <class T> ErrorCode codeOf(const Result<T>& result)
{
    return result ? ErrorCode::InternalFault : result.error().code;
}

seal::Seal sealOf(const QString& holder)
{
    QImage picture(60, 60, QImage::Format_ARGB32);
    picture.fill(qRgba(220, 0, 0, 255));
    return { {}, u"样章"_s, seal::Kind::Company, picture, { 42, 42 }, holder };
}

} // namespace

/// Whether a certificate is the one that the seals were enrolled for, and who may say that it does not matter.
class tst_HolderMatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void takesTwoWaysToWriteANameForOne_data();
    void takesTwoWaysToWriteANameForOne();
    void aSealsCertificatesDecideWhereItNamesAny_data();
    void aSealsCertificatesDecideWhereItNamesAny();
    void aRenewedCertificateCountsAsTheOneItReplaces();
    void twoPeopleOfOneCompanyAreTwo();
    void anotherHolderIsRefused();
    void anotherHolderNeedsAgreementWhereThePolicyAllowsIt();
    void agreementIsAskedForOnceAndBeforeAnything();
    void errorOfTheQuestionIsHandedOn();
    void matchingAndUnknownHoldersAskNobody();
    void aSealIsUsedOnTheDaysOfItsValidityOnly_data();
    void aSealIsUsedOnTheDaysOfItsValidityOnly();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    std::vector<SigningRequest> requests(const QStringList& holders) const;
    Result<std::vector<SignedDocument>> signWith(
        const QStringList& holders, ConfirmHolder confirm, AnotherHoldersSeal rule = AnotherHoldersSeal::Ask) const
    {
        m_gate.setSealOfAnotherHolder(rule);
        return signAll(requests(holders), *m_key, { m_clock, *m_journal, m_gate, std::move(confirm) });
    }
    bool isOutputFolderEmpty() const { return QDir(path(u"out"_s)).isEmpty(QDir::Files | QDir::Hidden); }

    std::unique_ptr<CertificateMint> m_mint;
    QTemporaryDir m_keys;
    std::unique_ptr<key::SigningKey> m_key; ///< of 示例建设工程有限公司
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<journal::Journal> m_journal;
    FixedClock m_clock { QDateTime(QDate(2026, 3, 2), QTime(9, 30), Qt::UTC) };
    mutable testing::OpenGate m_gate;
};

void tst_HolderMatch::initTestCase()
{
    auto mint = CertificateMint::create();
    QVERIFY2(mint, problemOf(mint).constData());
    m_mint = std::make_unique<CertificateMint>(std::move(*mint));
    const QString file = m_keys.filePath(u"company.p12"_s);
    QVERIFY(writeFile(file, *demonstration::keyFile(*m_mint->issue({ .keyType = KeyType::P256 }), kPassword)));
    m_key = std::make_unique<key::Pkcs12Key>(
        file, [](const key::PinQuestion&) -> Result<Secret> { return Secret::fromUtf8(kPassword); });
}

void tst_HolderMatch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(u"out"_s));
    auto journal = journal::Journal::open(path(u"journal.sqlite"_s));
    QVERIFY2(journal, problemOf(journal).constData());
    m_journal = std::move(*journal);
}

/// One document for each holder, with that holder's seal.
std::vector<SigningRequest> tst_HolderMatch::requests(const QStringList& holders) const
{
    std::vector<SigningRequest> requests;
    for (const auto& holder : holders) {
        SigningRequest request;
        request.source = path(u"bid-%1.pdf"_s.arg(requests.size()));
        request.output = path(u"out/bid-%1.pdf"_s.arg(requests.size()));
        if (!writeFile(request.source, samples::twoPages()))
            qFatal("no source");
        request.seals.push_back({ sealOf(holder), { 0, { 60, 200 }, { 42, 42 }, 0 } });
        requests.push_back(std::move(request));
    }
    return requests;
}

void tst_HolderMatch::takesTwoWaysToWriteANameForOne_data()
{
    QTest::addColumn<QString>("ofCertificate");
    QTest::addColumn<QString>("ofSeal");
    QTest::addColumn<bool>("isSame");
    const auto name = u"示例（北京）科技有限公司"_s;
    QTest::newRow("the same") << name << name << true;
    QTest::newRow("narrow brackets") << name << u"示例(北京)科技有限公司"_s << true;
    QTest::newRow("other brackets") << name << u"示例〔北京〕科技有限公司"_s << true;
    QTest::newRow("spaces") << name << u"  示例 （ 北京 ）　科技有限公司 "_s << true;
    QTest::newRow("wide letters") << u"示例ABC公司"_s << u"示例ＡＢＣ公司"_s << true;
    QTest::newRow("composed otherwise") << u"Société Exemple"_s << u"Socie\u0301te\u0301 Exemple"_s << true;
    QTest::newRow("another place") << name << u"示例（上海）科技有限公司"_s << false;
    QTest::newRow("without the place") << name << u"示例科技有限公司"_s << false;
    QTest::newRow("a part of it") << name << u"示例"_s << false;
    QTest::newRow("somebody else") << name << u"另一示例公司"_s << false;
}

void tst_HolderMatch::takesTwoWaysToWriteANameForOne()
{
    QFETCH(QString, ofCertificate);
    QFETCH(QString, ofSeal);
    QFETCH(bool, isSame);
    const auto byOrganisation
        = m_mint->issue({ .company = { ofCertificate, {} }, .commonName = u"张三"_s, .keyType = KeyType::P256 });
    const auto byCommonName
        = m_mint->issue({ .company = { u"示例集团"_s, {} }, .commonName = ofCertificate, .keyType = KeyType::P256 });
    for (const auto& minted : { byOrganisation, byCommonName }) {
        QVERIFY2(minted, problemOf(minted).constData());
        QCOMPARE(isHolder(ofSeal, *Certificate::fromDer(minted->certificate)), isSame);
    }
}

void tst_HolderMatch::aSealsCertificatesDecideWhereItNamesAny_data()
{
    QTest::addColumn<QString>("holder");
    QTest::addColumn<std::vector<seal::EnrolledCertificate>>("enrolled");
    QTest::addColumn<bool>("may");
    const auto own = demonstration::sampleSupplier().name;
    const auto other = u"示例招标代理有限公司"_s;
    const auto row = [](const char* name, const QString& holder, std::vector<seal::EnrolledCertificate> enrolled,
                         bool may) { QTest::newRow(name) << holder << enrolled << may; };
    row("nothing is named", {}, {}, true);
    row("the holder", own, {}, true);
    row("another holder", other, {}, false);
    row("the certificate", {}, { { u"PRESENTED"_s, {} } }, true);
    row("the certificate, of a seal of somebody else", other, { { u"PRESENTED"_s, other } }, true);
    row("another certificate", own, { { u"00"_s, {} } }, false);
    row("another one of another holder", own, { { u"00"_s, other } }, false);
    row("one of several", {}, { { u"00"_s, other }, { u"PRESENTED"_s, {} } }, true);
    row("a renewed one", {}, { { u"00"_s, own } }, true);
    row("a holder in blanks", {}, { { u"00"_s, u"  "_s } }, false);
    row("no fingerprint and no holder", {}, { { {}, {} } }, false);
}

void tst_HolderMatch::aSealsCertificatesDecideWhereItNamesAny()
{
    QFETCH(QString, holder);
    QFETCH(std::vector<seal::EnrolledCertificate>, enrolled);
    QFETCH(bool, may);
    const auto certificate = *Certificate::fromDer(m_mint->issue({ .keyType = KeyType::P256 })->certificate);
    auto seal = sealOf(holder);
    for (auto& one : enrolled) {
        if (one.fingerprint == u"PRESENTED"_s)
            one.fingerprint = enrolmentOf(certificate).fingerprint;
        seal.certificates.push_back(one);
    }
    QCOMPARE(maySeal(seal, certificate), may);
}

void tst_HolderMatch::aRenewedCertificateCountsAsTheOneItReplaces()
{
    const auto first = *Certificate::fromDer(m_mint->issue({ .keyType = KeyType::P256 })->certificate);
    const auto renewed = *Certificate::fromDer(m_mint->issue({ .keyType = KeyType::P256 })->certificate);
    QVERIFY(first.sha256() != renewed.sha256());
    auto seal = sealOf({});
    seal.certificates = { enrolmentOf(first) };
    QVERIFY(maySeal(seal, renewed));
    seal.certificates.front().holder.clear();
    QVERIFY(maySeal(seal, first));
    QVERIFY(!maySeal(seal, renewed));
}

void tst_HolderMatch::twoPeopleOfOneCompanyAreTwo()
{
    const auto of = [&](const QString& person) {
        return *Certificate::fromDer(m_mint->issue({ .commonName = person, .keyType = KeyType::P256 })->certificate);
    };
    const auto director = of(u"张三"_s);
    const auto clerk = of(u"李四"_s);
    QCOMPARE(enrolmentOf(director).holder, u"张三（%1）"_s.arg(demonstration::sampleSupplier().name));
    auto seal = sealOf(demonstration::sampleSupplier().name);
    QVERIFY(maySeal(seal, clerk)); // it says no more than the company
    seal.certificates = { enrolmentOf(director) };
    QVERIFY(maySeal(seal, of(u"张三"_s)));
    QVERIFY(!maySeal(seal, clerk));
    QVERIFY(!maySeal(seal, of(demonstration::sampleSupplier().name)));
}

void tst_HolderMatch::anotherHolderIsRefused()
{
    bool isAsked = false;
    const auto refused = signWith(
        { u"示例招标代理有限公司"_s }, [&](const HolderQuestion&) { return isAsked = true; },
        AnotherHoldersSeal::Refuse);
    QCOMPARE(codeOf(refused), ErrorCode::HolderDiffers);
    QVERIFY(!isAsked);
    QVERIFY(isOutputFolderEmpty());
    QVERIFY(m_journal->entries()->empty());
}

void tst_HolderMatch::anotherHolderNeedsAgreementWhereThePolicyAllowsIt()
{
    const QStringList holders { u"示例招标代理有限公司"_s };
    const auto unasked = signWith(holders, {});
    QCOMPARE(codeOf(unasked), ErrorCode::HolderDiffers);
    QCOMPARE(unasked.error().facts.name, demonstration::sampleSupplier().name);
    QVERIFY(isOutputFolderEmpty());
    QCOMPARE(codeOf(signWith(holders, [](const HolderQuestion&) { return false; })), ErrorCode::HolderDiffers);
    QVERIFY(isOutputFolderEmpty());
    QVERIFY(m_journal->entries()->empty());

    const auto agreed = signWith(holders, [](const HolderQuestion&) { return true; });
    QVERIFY2(agreed, problemOf(agreed).constData());
    QCOMPARE(m_journal->entries()->front().agreedUnknown, QStringList { u"seal-of-another-holder"_s });
}

void tst_HolderMatch::agreementIsAskedForOnceAndBeforeAnything()
{
    const auto own = demonstration::sampleSupplier().name;
    std::vector<HolderQuestion> questions;
    const auto done = signWith({ u"示例招标代理有限公司"_s, own, u"示例市公共服务中心"_s, u"示例招标代理有限公司"_s },
        [&](const HolderQuestion& question) {
            questions.push_back(question);
            return isOutputFolderEmpty();
        });
    QVERIFY2(done, problemOf(done).constData());
    QCOMPARE(questions.size(), std::size_t(1));
    QCOMPARE(questions[0].certificateHolder, own);
    QCOMPARE(questions[0].sealHolders, QStringList({ u"示例招标代理有限公司"_s, u"示例市公共服务中心"_s }));
}

void tst_HolderMatch::errorOfTheQuestionIsHandedOn()
{
    const auto done = signWith({ u"示例招标代理有限公司"_s },
        [](const HolderQuestion&) -> Result<bool> { return failure(ErrorCode::Cancelled); });
    QCOMPARE(codeOf(done), ErrorCode::Cancelled);
}

void tst_HolderMatch::matchingAndUnknownHoldersAskNobody()
{
    bool isAsked = false;
    const auto done = signWith({ demonstration::sampleSupplier().name, QString(), u"  "_s },
        [&](const HolderQuestion&) { return !(isAsked = true); });
    QVERIFY2(done, problemOf(done).constData());
    QVERIFY(!isAsked);
    QVERIFY(m_journal->entries()->front().agreedUnknown.isEmpty());
}

void tst_HolderMatch::aSealIsUsedOnTheDaysOfItsValidityOnly_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("until");
    QTest::addColumn<bool>("isInForce");
    const auto today = m_clock.nowUtc().toLocalTime().date();
    QTest::newRow("always") << QDate() << QDate() << true;
    QTest::newRow("first day") << today << QDate() << true;
    QTest::newRow("last day") << QDate() << today << true;
    QTest::newRow("only today") << today << today << true;
    QTest::newRow("from tomorrow") << today.addDays(1) << QDate() << false;
    QTest::newRow("until yesterday") << QDate() << today.addDays(-1) << false;
}

void tst_HolderMatch::aSealIsUsedOnTheDaysOfItsValidityOnly()
{
    QFETCH(QDate, from);
    QFETCH(QDate, until);
    QFETCH(bool, isInForce);
    auto documents = requests({ {}, {} });
    auto& seal = documents[1].seals.front().seal;
    seal.validFrom = from;
    seal.validUntil = until;
    const auto done = signAll(documents, *m_key, { m_clock, *m_journal, m_gate });
    QCOMPARE(done.has_value(), isInForce);
    if (isInForce)
        return;
    QCOMPARE(done.error().code, ErrorCode::SealExpired);
    QCOMPARE(done.error().facts.name, seal.name);
    QVERIFY(isOutputFolderEmpty());
}

QTEST_GUILESS_MAIN(tst_HolderMatch)
#include "tst_HolderMatch.moc"
