#include "core/key/pkcs11/TokenHost.h"
#include "tests/core/environment/keys/KeyDesk.h"
#include "tests/support/ScriptedModule.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view kPin = "482913";
const auto kToken = u"示例公司"_s;

void enterWrongPin()
{
    key::TokenHost host(ScriptedModule::path());
    const auto refused
        = host.sign({ kToken, {}, {}, {}, {}, {} }, Secret::fromUtf8("000000"), { QByteArray("bytes") }, {});
    QVERIFY(!refused);
}

} // namespace

/// UKeys whose PINs are in every state, by wrong PINs that were really entered.
class tst_TokensCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void readyTokenPasses();
    void noTokenIsNoBadNews();
    void noDriverIsNoBadNews();
    void countsWrongPinsAsTheTokenDoes();
    void tellsThatThePinMustBeChanged();
    void silentDriverCouldNotTell();
    void tokenThatTwoDriversShowIsOne();
    void leavesNamesOutOfRedactedReports();
    void triesNoPin();
};

void tst_TokensCheck::initTestCase()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
}

void tst_TokensCheck::readyTokenPasses()
{
    SoftHsmTokens tokens;
    tokens.add(kToken, kPin, {});
    const auto finding = measured("ukey-tokens", withModules({ SoftHsmTokens::module() }));
    QCOMPARE(finding.outcome, Outcome::Passed);
    QCOMPARE(finding.code, u"token-ready"_s);
    QVERIFY(foundText(finding).contains(kToken));
}

void tst_TokensCheck::noTokenIsNoBadNews()
{
    const SoftHsmTokens tokens;
    ScriptedModule driver;
    driver.set("absent", "yes");
    const auto finding = measured("ukey-tokens", withModules({ ScriptedModule::path() }));
    QCOMPARE(finding.outcome, Outcome::NotApplicable);
    QCOMPARE(finding.code, u"no-token"_s);
}

void tst_TokensCheck::noDriverIsNoBadNews()
{
    QCOMPARE(measured("ukey-tokens", withModules({})).outcome, Outcome::NotApplicable);
}

void tst_TokensCheck::countsWrongPinsAsTheTokenDoes()
{
    SoftHsmTokens tokens;
    tokens.add(kToken, kPin, {});
    ScriptedModule driver;
    driver.set("tries", "3");
    const auto situation = withModules({ ScriptedModule::path() });
    QCOMPARE(measured("ukey-tokens", situation).code, u"token-ready"_s);

    enterWrongPin();
    const auto some = measured("ukey-tokens", situation);
    QCOMPARE(some.code, u"pin-some-wrong"_s);
    QCOMPARE(some.outcome, Outcome::Warning);
    QCOMPARE(missingIn(some), QString());

    enterWrongPin();
    const auto last = measured("ukey-tokens", situation);
    QCOMPARE(last.code, u"pin-last-try"_s);
    QCOMPARE(last.outcome, Outcome::Warning);
    QCOMPARE(missingIn(last), QString());

    enterWrongPin();
    const auto locked = measured("ukey-tokens", situation);
    QCOMPARE(locked.code, u"pin-locked"_s);
    QCOMPARE(locked.outcome, Outcome::Failed);
    QCOMPARE(missingIn(locked), QString());
    // PKCS#11 tells no number.
    static const QRegularExpression number(u"\\d"_s);
    for (const auto& finding : { some, last, locked })
        QVERIFY(!foundText(finding).contains(number));
}

void tst_TokensCheck::tellsThatThePinMustBeChanged()
{
    SoftHsmTokens tokens;
    tokens.add(kToken, kPin, {});
    ScriptedModule driver;
    driver.set("change-pin", "yes");
    const auto finding = measured("ukey-tokens", withModules({ ScriptedModule::path() }));
    QCOMPARE(finding.code, u"pin-to-be-changed"_s);
    QCOMPARE(finding.outcome, Outcome::Warning);
    QCOMPARE(missingIn(finding), QString());
}

void tst_TokensCheck::silentDriverCouldNotTell()
{
    const auto finding = measured("ukey-tokens", withModules({ crashingDriver() }));
    QCOMPARE(finding.outcome, Outcome::CouldNotTell);
    QVERIFY(!finding.remedy.text.isEmpty());
    QCOMPARE(missingIn(finding), QString());
}

void tst_TokensCheck::tokenThatTwoDriversShowIsOne()
{
    SoftHsmTokens tokens;
    tokens.add(kToken, kPin, {});
    const ScriptedModule driver;
    const auto finding = measured("ukey-tokens", withModules({ SoftHsmTokens::module(), ScriptedModule::path() }));
    QCOMPARE(finding.code, u"token-ready"_s);
    QVERIFY(finding.parts.empty());
}

void tst_TokensCheck::leavesNamesOutOfRedactedReports()
{
    SoftHsmTokens tokens;
    tokens.add(kToken, kPin, {});
    const auto finding = measured("ukey-tokens", withModules({ SoftHsmTokens::module() }));
    QVERIFY(!filled(finding.found, finding.facts, Disclosure::Redacted).contains(kToken));
}

void tst_TokensCheck::triesNoPin()
{
    SoftHsmTokens tokens;
    tokens.add(kToken, kPin, {});
    const ScriptedModule driver;
    (void)measured("ukey-tokens", withModules({ ScriptedModule::path() }));
    (void)measured("certificate-validity", withModules({ ScriptedModule::path() }));
    QCOMPARE(driver.counted("logins"), 0);
}

QTEST_GUILESS_MAIN(tst_TokensCheck)
#include "tst_TokensCheck.moc"
