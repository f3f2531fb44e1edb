#include "core/environment/SelfCheck.h"
#include "core/environment/keys/KeysChecks.h"
#include "tests/core/environment/keys/KeyDesk.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/ScriptedModule.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace Qt::StringLiterals;
using demonstration::CertificateMint;
using demonstration::KeyType;

namespace {

constexpr std::string_view kPin = "482913";

} // namespace

/// All checks of this group in one run, as the program runs them.
class tst_KeysTogether : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SoftHsmTokens> m_tokens;
    QByteArray m_root;

private Q_SLOTS:
    void initTestCase();
    void goodComputerHearsNoWarning();
    void computerWithoutUKeyHearsNoWarning();
    void badDriversCostOnlyThemselves();
    void driversAreAskedOnceForAllChecks();
    void stopEndsTheRunSoon();
};

void tst_KeysTogether::initTestCase()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    const auto mint = CertificateMint::create();
    QVERIFY(mint);
    m_root = mint->rootCertificate();
    m_tokens = std::make_unique<SoftHsmTokens>();
    m_tokens->add(u"Sample"_s, kPin,
        { { *mint->issue({ .keyType = KeyType::P256, .validity = daysFromNow(-10, 400) }), u"k"_s, "\x01" } });
}

void tst_KeysTogether::goodComputerHearsNoWarning()
{
    QTemporaryDir folder;
    QVERIFY(testing::writeFile(folder.filePath(u"root.pem"_s), demonstration::certificatePem(m_root)));
    auto policy = standardPolicy();
    policy.trustedRoots.append(folder.filePath(u"root.pem"_s));
    const auto report = runChecks(keysChecks(), withModules({ SoftHsmTokens::module() }), policy);
    QCOMPARE(report.results.size(), std::size_t(7));
    for (const auto& result : report.results) {
        const auto expected = result.id == u"certificate-revocation"_s ? Outcome::NotApplicable : Outcome::Passed;
        QVERIFY2(result.finding.outcome == expected, qPrintable(result.id + u": "_s + foundText(result.finding)));
    }
}

void tst_KeysTogether::computerWithoutUKeyHearsNoWarning()
{
    const auto report = runChecks(keysChecks(), withModules({}), standardPolicy());
    for (const auto& result : report.results)
        QVERIFY2(result.finding.outcome == Outcome::NotApplicable, qPrintable(result.id));
    QCOMPARE(report.verdict(), Verdict::Fit);
}

void tst_KeysTogether::badDriversCostOnlyThemselves()
{
    const auto report = runChecks(
        keysChecks(), withModules({ hangingDriver(), crashingDriver(), SoftHsmTokens::module() }), standardPolicy());
    for (const auto& result : report.results) {
        QVERIFY2(result.finding.code != u"too-slow"_s, qPrintable(result.id));
        QCOMPARE(missingIn(result.finding), QString());
    }
    const auto* validity = report.find(u"certificate-validity"_s);
    QVERIFY(validity && validity->finding.outcome == Outcome::Passed);
    QCOMPARE(report.find(u"ukey-tokens"_s)->finding.outcome, Outcome::Passed);
    QCOMPARE(report.find(u"certificate-usage"_s)->finding.outcome, Outcome::Passed);
    const auto& drivers = report.find(u"ukey-drivers"_s)->finding;
    QCOMPARE(drivers.outcome, Outcome::Warning);
    QVERIFY(partOf(drivers, u"hangs"_s) && partOf(drivers, u"crashes"_s) && partOf(drivers, u"works"_s));
}

void tst_KeysTogether::driversAreAskedOnceForAllChecks()
{
    ScriptedModule driver;
    const auto report = runChecks(keysChecks(), withModules({ ScriptedModule::path() }), standardPolicy());
    QCOMPARE(report.find(u"ukey-tokens"_s)->finding.outcome, Outcome::Passed);
    QCOMPARE(driver.counted("initialized"), 1);
}

void tst_KeysTogether::stopEndsTheRunSoon()
{
    std::stop_source stop;
    stop.request_stop();
    const auto report
        = runChecks(keysChecks(), withModules({ hangingDriver() }), standardPolicy(), {}, stop.get_token());
    for (const auto& result : report.results)
        QVERIFY(result.finding.outcome == Outcome::CouldNotTell || result.finding.outcome == Outcome::NotApplicable);
}

QTEST_GUILESS_MAIN(tst_KeysTogether)
#include "tst_KeysTogether.moc"
