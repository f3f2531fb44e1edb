#include "core/environment/keys/KeyTrial.h"
#include "core/key/pkcs11/Pkcs11Key.h"
#include "tests/core/environment/keys/KeyDesk.h"
#include "tests/support/ScriptedModule.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace Qt::StringLiterals;
using demonstration::CertificateMint;
using demonstration::KeyType;
using demonstration::MintedKey;

namespace {

constexpr std::string_view kPin = "482913";

key::PinSource pinOf(std::string_view pin)
{
    return [pin](const key::PinQuestion& question) -> Result<Secret> {
        if (question.state == key::PinState::LastTry)
            return failure(ErrorCode::PinLastTry);
        return Secret::fromUtf8(pin);
    };
}

/// Gives back a signature of something else.
class WrongKey : public key::SigningKey {
public:
    explicit WrongKey(certificate::Certificate certificate)
        : m_certificate(std::move(certificate))
    {
    }
    Result<std::vector<certificate::Certificate>> certificateChain(
        const key::DescribeDocuments&, std::stop_token) override
    {
        return std::vector { m_certificate };
    }
    Result<std::vector<QByteArray>> sign(
        const std::vector<key::ToBeSigned>& documents, cms::SignatureAlgorithm, std::stop_token) override
    {
        return std::vector<QByteArray>(documents.size(), QByteArray(70, 'x'));
    }
    void tellOutcome(key::SigningOutcome outcome) override { told = outcome; }
    QString description() const override { return u"wrong"_s; }

    std::optional<key::SigningOutcome> told;

private:
    certificate::Certificate m_certificate;
};

} // namespace

class tst_KeyTrial : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SoftHsmTokens> m_tokens;
    MintedKey m_key;

    static Finding tried(std::string_view pin, const std::stop_token& stop = {})
    {
        key::Pkcs11Key key(std::make_shared<key::TokenHost>(ScriptedModule::path()),
            { u"Sample"_s, {}, {}, {}, u"k"_s, {} }, pinOf(pin));
        return tryKey(key, stop);
    }

private Q_SLOTS:
    void initTestCase();
    void keyOnATokenSigns_data();
    void keyOnATokenSigns();
    void wrongPinIsSentOnceAndTold();
    void lastTryIsNotUsedUnasked();
    void lockedTokenIsTold();
    void tokenPulledOutIsTold();
    void crashIsTold();
    void signatureThatDoesNotFitIsTold();
    void cancelledIsNoFailure();
};

void tst_KeyTrial::initTestCase()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    const auto mint = CertificateMint::create();
    QVERIFY(mint);
    m_key = *mint->issue({ .keyType = KeyType::P256, .validity = daysFromNow(-10, 400) });
    m_tokens = std::make_unique<SoftHsmTokens>();
    m_tokens->add(u"Sample"_s, kPin,
        { { m_key, u"k"_s, "\x01" },
            { *mint->issue({ .keyType = KeyType::Rsa2048, .validity = daysFromNow(-10, 400) }), u"rsa"_s, "\x02" },
            { *mint->issue({ .keyType = KeyType::P384, .validity = daysFromNow(-10, 400) }), u"p384"_s, "\x03" } });
}

void tst_KeyTrial::keyOnATokenSigns_data()
{
    QTest::addColumn<QString>("object");
    for (const auto* object : { "k", "rsa", "p384" })
        QTest::newRow(object) << QString::fromLatin1(object);
}

void tst_KeyTrial::keyOnATokenSigns()
{
    QFETCH(QString, object);
    const ScriptedModule driver;
    key::Pkcs11Key key(
        std::make_shared<key::TokenHost>(ScriptedModule::path()), { u"Sample"_s, {}, {}, {}, object, {} }, pinOf(kPin));
    const auto finding = tryKey(key, {});
    QVERIFY2(finding.outcome == Outcome::Passed, qPrintable(finding.meaning));
    QCOMPARE(finding.code, u"signed"_s);
    QVERIFY(foundText(finding).contains(demonstration::sampleSupplier().name));
    QCOMPARE(driver.counted("signatures"), 1);
    QCOMPARE(driver.counted("logins"), 1);
    QCOMPARE(missingIn(finding), QString());
}

void tst_KeyTrial::wrongPinIsSentOnceAndTold()
{
    const ScriptedModule driver;
    const auto finding = tried("000000");
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(finding.code, u"pin-wrong"_s);
    QVERIFY(finding.meaning.contains(u"PIN is wrong"_s));
    QCOMPARE(missingIn(finding), QString());
    QCOMPARE(driver.counted("logins"), 1);
}

void tst_KeyTrial::lastTryIsNotUsedUnasked()
{
    ScriptedModule driver;
    driver.set("tries", "2");
    QCOMPARE(tried("000000").code, u"pin-wrong"_s);
    QCOMPARE(tried(kPin).code, u"pin-last-try"_s);
    QCOMPARE(driver.counted("logins"), 1);
}

void tst_KeyTrial::lockedTokenIsTold()
{
    ScriptedModule driver;
    driver.set("tries", "1");
    QCOMPARE(tried("000000").code, u"pin-locked"_s);
    const auto finding = tried(kPin);
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(finding.code, u"pin-locked"_s);
    QCOMPARE(missingIn(finding), QString());
    QCOMPARE(driver.counted("logins"), 1);
}

void tst_KeyTrial::tokenPulledOutIsTold()
{
    ScriptedModule driver;
    driver.set("sign", "remove");
    QCOMPARE(tried(kPin).code, u"token-removed"_s);
    driver.set("absent", "yes");
    QCOMPARE(tried(kPin).code, u"token-absent"_s);
}

void tst_KeyTrial::crashIsTold()
{
    ScriptedModule driver;
    driver.set("sign", "crash");
    const auto finding = tried(kPin);
    QCOMPARE(finding.code, u"driver-crashed"_s);
    QCOMPARE(missingIn(finding), QString());
}

void tst_KeyTrial::signatureThatDoesNotFitIsTold()
{
    WrongKey key(*certificate::Certificate::fromDer(m_key.certificate));
    const auto finding = tryKey(key, {});
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(finding.code, u"signature-wrong"_s);
    QCOMPARE(key.told, key::SigningOutcome::Failed);
}

void tst_KeyTrial::cancelledIsNoFailure()
{
    const ScriptedModule driver;
    std::stop_source stop;
    stop.request_stop();
    const auto finding = tried(kPin, stop.get_token());
    QCOMPARE(finding.outcome, Outcome::CouldNotTell);
    QCOMPARE(finding.code, u"cancelled"_s);
    QCOMPARE(driver.counted("signatures"), 0);
}

QTEST_GUILESS_MAIN(tst_KeyTrial)
#include "tst_KeyTrial.moc"
