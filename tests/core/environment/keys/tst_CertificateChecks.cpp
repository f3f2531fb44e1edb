#include "tests/core/environment/keys/KeyDesk.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/OpensslAuthority.h"
#include "tests/support/ScriptedModule.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace Qt::StringLiterals;
using demonstration::CertificateMint;
using demonstration::CertificateOrder;
using demonstration::KeyType;
using demonstration::KeyUse;
using demonstration::MintedKey;

namespace {

constexpr std::string_view kPin = "482913";

certificate::Certificate read(const QByteArray& der)
{
    const auto certificate = certificate::Certificate::fromDer(der);
    if (!certificate)
        qFatal("%s", qPrintable(certificate.error().detail));
    return *certificate;
}

Situation onTokens() { return withModules({ SoftHsmTokens::module() }); }

Situation named(const std::vector<MintedKey>& keys)
{
    Situation situation;
    situation.certificates.emplace();
    for (const auto& key : keys)
        situation.certificates->push_back(read(key.certificate));
    return situation;
}

} // namespace

/// Certificates with every fault that a date or a use can have, on tokens and named one by one.
class tst_CertificateChecks : public QObject {
    Q_OBJECT

private:
    std::optional<CertificateMint> m_mint;

    MintedKey issued(CertificateOrder order) const
    {
        order.keyType = order.keyType == KeyType::Rsa2048 ? KeyType::P256 : order.keyType;
        const auto key = m_mint->issue(order);
        if (!key)
            qFatal("%s", qPrintable(key.error().detail));
        return *key;
    }
    MintedKey valid() const { return issued({ .validity = daysFromNow(-10, 400) }); }
    MintedKey expired() const { return issued({ .validity = daysFromNow(-400, -1) }); }
    MintedKey future() const { return issued({ .validity = daysFromNow(2, 400) }); }
    MintedKey encryption() const { return issued({ .keyUse = KeyUse::Encryption, .validity = daysFromNow(-10, 400) }); }

private Q_SLOTS:
    void initTestCase();

    // certificate-validity
    void validCertificateOnATokenPasses();
    void findsCertificatesThatMayNotSign_data();
    void findsCertificatesThatMayNotSign();
    void findsAnExpiredOneOnAToken();
    void oneThatMaySignMakesTheOthersAWarning();
    void keyOfAnotherKindBesideIsNoNews();
    void renewedCertificateIsNotHeldAgainstItsHolder();
    void encryptingHalfIsNotTakenForTheSigner();
    void whileSigningNoDriverIsAsked();
    void withoutTokensThereIsNothingToJudge();
    void silentDriverCouldNotTell();
    void silentDriverBesideACertificateDoesNotMatter();
    void leavesHoldersOutOfRedactedReports();

    // certificate-days-left
    void countsTheDaysLeft_data();
    void countsTheDaysLeft();
    void thresholdsAreThePolicys();
    void expiredOneHasNoDaysToCount();

    // certificate-usage
    void signingCertificateIsForSigning();
    void findsEncryptionThatStandsAlone();
    void pairOfCertificatesIsAsItShallBe();
    void findsAnAuthoritysCertificate();
    void findsUsageWithoutSignature();
};

void tst_CertificateChecks::initTestCase()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    auto mint = CertificateMint::create();
    QVERIFY(mint);
    m_mint = std::move(*mint);
}

void tst_CertificateChecks::validCertificateOnATokenPasses()
{
    SoftHsmTokens tokens;
    tokens.add(u"T"_s, kPin, { { valid(), u"k"_s, "\x01" } });
    const auto finding = measured("certificate-validity", onTokens());
    QCOMPARE(finding.outcome, Outcome::Passed);
    QVERIFY(foundText(finding).contains(demonstration::sampleSupplier().name));
}

void tst_CertificateChecks::findsCertificatesThatMayNotSign_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QString>("code");
    QTest::newRow("expired") << expired().certificate << u"expired"_s;
    QTest::newRow("of the future") << future().certificate << u"not-yet-valid"_s;
    QTest::newRow("for encryption") << encryption().certificate << u"for-encryption"_s;
    QTest::newRow("a short key")
        << issued({ .keyType = KeyType::Rsa1024TooShort, .validity = daysFromNow(-10, 400) }).certificate << u"unfit"_s;
    QTest::newRow("a key that cannot sign here")
        << issued({ .keyType = KeyType::Sm2, .validity = daysFromNow(-10, 400) }).certificate << u"unfit"_s;
    QTest::newRow("an authority's") << m_mint->rootCertificate() << u"unfit"_s;
}

void tst_CertificateChecks::findsCertificatesThatMayNotSign()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QString, code);
    const auto finding = measured("certificate-validity", named({ { certificate, {}, {} } }));
    QCOMPARE(finding.code, code);
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(missingIn(finding), QString());
}

void tst_CertificateChecks::findsAnExpiredOneOnAToken()
{
    SoftHsmTokens tokens;
    tokens.add(u"T"_s, kPin, { { expired(), u"k"_s, "\x01" } });
    const auto finding = measured("certificate-validity", onTokens());
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(finding.code, u"expired"_s);
}

void tst_CertificateChecks::oneThatMaySignMakesTheOthersAWarning()
{
    SoftHsmTokens tokens;
    tokens.add(u"T"_s, kPin, { { expired(), u"old"_s, "\x01" }, { valid(), u"new"_s, "\x02" } });
    const auto finding = measured("certificate-validity", onTokens());
    QCOMPARE(finding.outcome, Outcome::Warning);
    QCOMPARE(finding.code, u"expired"_s);
    QVERIFY(partOf(finding, u"valid"_s));
    QCOMPARE(missingIn(finding), QString());
}

/// As on UKeys that hold an RSA and an SM2 pair.
void tst_CertificateChecks::keyOfAnotherKindBesideIsNoNews()
{
    const auto other = issued({ .keyType = KeyType::Sm2, .validity = daysFromNow(-10, 400) });
    const auto finding = measured("certificate-validity", named({ valid(), { other.certificate, {}, {} } }));
    QVERIFY2(finding.outcome == Outcome::Passed, qPrintable(foundText(finding)));
    QCOMPARE(finding.parts.size(), std::size_t(2));
}

void tst_CertificateChecks::renewedCertificateIsNotHeldAgainstItsHolder()
{
    // The old certificate is another one's; the token keeps it beside the new one of the same key only.
    if (!OpensslAuthority::isInstalled())
        QSKIP("openssl is not installed");
    OpensslAuthority authority;
    const auto now = QDateTime::currentDateTimeUtc();
    const auto old = authority.issue(u"Sample Company"_s, { u"keyUsage=critical,digitalSignature"_s });
    const auto renewed = authority.renew(old, now.addDays(-3), now.addDays(300));
    const auto earlier = authority.renew(old, now.addDays(-400), now.addDays(-5));
    SoftHsmTokens tokens;
    tokens.add(
        u"T"_s, kPin, { { .key = renewed, .label = u"k"_s, .id = "\x01", .earlierCertificate = earlier.certificate } });
    const auto finding = measured("certificate-validity", onTokens());
    QVERIFY2(finding.outcome == Outcome::Passed, qPrintable(foundText(finding)));
}

void tst_CertificateChecks::encryptingHalfIsNotTakenForTheSigner()
{
    SoftHsmTokens tokens;
    tokens.add(u"T"_s, kPin, { { valid(), u"签名"_s, "\x01" }, { encryption(), u"加密"_s, "\x02" } });
    const auto finding = measured("certificate-validity", onTokens());
    QCOMPARE(finding.outcome, Outcome::Passed);
    QVERIFY(finding.parts.empty());
}

void tst_CertificateChecks::whileSigningNoDriverIsAsked()
{
    const ScriptedModule driver;
    auto situation = withModules({ ScriptedModule::path() });
    (void)measured("certificate-validity", situation);
    QCOMPARE(driver.counted("initialized"), 1); // so it would be seen

    situation.certificates.emplace();
    for (const auto* id : { "certificate-validity", "certificate-days-left", "certificate-usage", "certificate-chain",
             "certificate-revocation" }) {
        const auto finding = measured(id, situation);
        QCOMPARE(finding.outcome, Outcome::NotApplicable);
        QCOMPARE(driver.counted("initialized"), 1);
    }
    QCOMPARE(measured("certificate-validity", situation).code, u"looked-at-when-signing"_s);
}

void tst_CertificateChecks::withoutTokensThereIsNothingToJudge()
{
    const SoftHsmTokens tokens;
    for (const auto* id : { "certificate-validity", "certificate-days-left", "certificate-usage" }) {
        QCOMPARE(measured(id, onTokens()).outcome, Outcome::NotApplicable);
        QCOMPARE(measured(id, withModules({})).outcome, Outcome::NotApplicable);
    }
}

void tst_CertificateChecks::silentDriverCouldNotTell()
{
    const auto finding = measured("certificate-validity", withModules({ crashingDriver() }));
    QCOMPARE(finding.outcome, Outcome::CouldNotTell);
    QCOMPARE(finding.code, u"driver-silent"_s);
    QVERIFY(!finding.remedy.text.isEmpty());
    QCOMPARE(missingIn(finding), QString());
}

void tst_CertificateChecks::silentDriverBesideACertificateDoesNotMatter()
{
    SoftHsmTokens tokens;
    tokens.add(u"T"_s, kPin, { { valid(), u"k"_s, "\x01" } });
    const auto finding = measured("certificate-validity", withModules({ crashingDriver(), SoftHsmTokens::module() }));
    QCOMPARE(finding.outcome, Outcome::Passed);
}

void tst_CertificateChecks::leavesHoldersOutOfRedactedReports()
{
    const auto finding = measured("certificate-validity", named({ expired() }));
    const auto redacted = filled(finding.found, finding.facts, Disclosure::Redacted);
    QVERIFY(!redacted.contains(demonstration::sampleSupplier().name));
    QVERIFY(foundText(finding).contains(demonstration::sampleSupplier().name));
}

void tst_CertificateChecks::countsTheDaysLeft_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("code");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("a year") << 365 << u"enough-days"_s << Outcome::Passed;
    QTest::newRow("91") << 91 << u"enough-days"_s << Outcome::Passed;
    QTest::newRow("90") << 90 << u"days-notice"_s << Outcome::Warning;
    QTest::newRow("80") << 80 << u"days-notice"_s << Outcome::Warning;
    QTest::newRow("30") << 30 << u"days-few"_s << Outcome::Warning;
    QTest::newRow("20") << 20 << u"days-few"_s << Outcome::Warning;
    QTest::newRow("7") << 7 << u"days-urgent"_s << Outcome::Warning;
    QTest::newRow("today") << 0 << u"days-urgent"_s << Outcome::Warning;
}

void tst_CertificateChecks::countsTheDaysLeft()
{
    QFETCH(int, days);
    QFETCH(QString, code);
    QFETCH(Outcome, outcome);
    const auto finding = measured("certificate-days-left", named({ issued({ .validity = daysFromNow(-100, days) }) }));
    QCOMPARE(finding.code, code);
    QCOMPARE(finding.outcome, outcome);
    QVERIFY2(foundText(finding).contains(u": %1)"_s.arg(days)), qPrintable(foundText(finding)));
    QCOMPARE(missingIn(finding), QString());
}

void tst_CertificateChecks::thresholdsAreThePolicys()
{
    auto policy = standardPolicy();
    policy.thresholds.certificateNoticeDays = 200;
    const auto finding
        = measured("certificate-days-left", named({ issued({ .validity = daysFromNow(-100, 150) }) }), policy);
    QCOMPARE(finding.code, u"days-notice"_s);
}

void tst_CertificateChecks::expiredOneHasNoDaysToCount()
{
    QCOMPARE(measured("certificate-days-left", named({ expired() })).outcome, Outcome::NotApplicable);
}

void tst_CertificateChecks::signingCertificateIsForSigning()
{
    SoftHsmTokens tokens;
    tokens.add(u"T"_s, kPin, { { valid(), u"k"_s, "\x01" } });
    QCOMPARE(measured("certificate-usage", onTokens()).outcome, Outcome::Passed);
    QCOMPARE(measured("certificate-usage",
                 named({ issued({ .keyUse = KeyUse::Unstated, .validity = daysFromNow(-1, 400) }) }))
                 .outcome,
        Outcome::Passed);
}

void tst_CertificateChecks::findsEncryptionThatStandsAlone()
{
    SoftHsmTokens tokens;
    tokens.add(u"T"_s, kPin, { { encryption(), u"k"_s, "\x01" } });
    const auto finding = measured("certificate-usage", onTokens());
    QCOMPARE(finding.code, u"encryption-alone"_s);
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(missingIn(finding), QString());
}

void tst_CertificateChecks::pairOfCertificatesIsAsItShallBe()
{
    SoftHsmTokens tokens;
    tokens.add(u"T"_s, kPin, { { valid(), u"签名"_s, "\x01" }, { encryption(), u"加密"_s, "\x02" } });
    const auto finding = measured("certificate-usage", onTokens());
    QCOMPARE(finding.outcome, Outcome::Passed);
    QVERIFY(partOf(finding, u"pair"_s));
}

void tst_CertificateChecks::findsAnAuthoritysCertificate()
{
    SoftHsmTokens tokens;
    auto authority = valid();
    authority.certificate = m_mint->rootCertificate();
    tokens.add(u"T"_s, kPin, { { authority, u"k"_s, "\x01" } });
    const auto finding = measured("certificate-usage", onTokens());
    QCOMPARE(finding.code, u"authority"_s);
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(missingIn(finding), QString());
}

void tst_CertificateChecks::findsUsageWithoutSignature()
{
    if (!OpensslAuthority::isInstalled())
        QSKIP("openssl is not installed");
    OpensslAuthority authority;
    const auto listSigner = authority.issue(u"Sample Company"_s, { u"keyUsage=critical,cRLSign"_s });
    const auto finding = measured("certificate-usage", named({ listSigner }));
    QCOMPARE(finding.code, u"usage-no-signature"_s);
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(missingIn(finding), QString());
    QCOMPARE(measured("certificate-usage", named({ listSigner, valid() })).outcome, Outcome::Warning);
}

QTEST_GUILESS_MAIN(tst_CertificateChecks)
#include "tst_CertificateChecks.moc"
