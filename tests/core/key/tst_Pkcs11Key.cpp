#include "core/certificate/OpenSsl.h"
#include "core/key/pkcs11/Pkcs11Key.h"
#include "tests/support/OtherThread.h"
#include "tests/support/ScriptedModule.h"
#include "tests/support/SignatureJudge.h"
#include "tests/support/SoftHsmTokens.h"

#include <QtTest>

#include <openssl/x509.h>

#include <thread>

using namespace bidseal;
using namespace bidseal::key;
using namespace bidseal::test;
using namespace Qt::StringLiterals;
using demonstration::CertificateMint;
using demonstration::KeyType;
using demonstration::MintedKey;

namespace {

constexpr std::string_view kPin = "482913";
const auto kToken = u"示例公司"_s;
const QByteArray kBytes = "the signed attributes of a bid";
const std::vector<ToBeSigned> kOne { { {}, kBytes } };

template <class T> ErrorCode codeOf(const Result<T>& result)
{
    return result ? ErrorCode::InternalFault : result.error().code;
}

/// The certificate as if it had been issued for another time; nobody here checks the issuer's signature.
QByteArray withBeginning(const QByteArray& certificate, const char* time)
{
    const auto* der = openssl::bytesOf(certificate);
    const openssl::Handle<X509, X509_free> parsed(d2i_X509(nullptr, &der, static_cast<long>(certificate.size())));
    ASN1_TIME_set_string_X509(X509_getm_notBefore(parsed.get()), time);
    i2d_re_X509_tbs(parsed.get(), nullptr);
    return openssl::toDer(parsed.get(), i2d_X509);
}

/// Somebody in front of the screen: notes what was asked, answers with one PIN, and takes the last try only if told to.
struct Person {
    enum class LastTry { Refuses, Takes };

    std::string pin { kPin };
    LastTry lastTry = LastTry::Refuses;
    std::vector<PinQuestion> questions {};

    PinSource source()
    {
        return [this](const PinQuestion& question) -> Result<Secret> {
            questions.push_back(question);
            if (question.state == PinState::LastTry && lastTry == LastTry::Refuses)
                return failure(ErrorCode::PinLastTry);
            return Secret::fromUtf8(pin);
        };
    }
};

} // namespace

class tst_Pkcs11Key : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void givesTheChainWithoutPin();
    void prefersTheRenewedCertificate();
    void asksOnceAndSigns();
    void tellsWhatThePersonMustKnowBeforeThePin();
    void wrongPinIsNotAskedAgain();
    void lastTryIsUsedOnlyWhenAgreed();
    void lockedPinIsNotAskedFor();
    void refusalIsHandedOn();
    void keyWithoutCertificateIsNotAskedFor();
    void absentTokenIsNotAskedFor();
    void tokenPulledOutWhileSigning();
    void cancelWhileTheDriverHangs();
    void crashOfTheDriver();
    void describesItselfWithoutSecrets();

private:
    std::shared_ptr<TokenHost> host() const { return std::make_shared<TokenHost>(ScriptedModule::path()); }
    KeyUri uri(const QString& label) const { return { kToken, {}, {}, {}, label, {} }; }

    std::unique_ptr<SoftHsmTokens> m_tokens;
    MintedKey m_key, m_renewed;
};

void tst_Pkcs11Key::initTestCase()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    const auto mint = CertificateMint::create(demonstration::CaLevels::WithIntermediate);
    QVERIFY(mint);
    m_key = *mint->issue({ .keyType = KeyType::P256 });
    const auto bare = *mint->issue({ .keyType = KeyType::P256 });
    m_renewed = *mint->issue({ .keyType = KeyType::P256, .validity = demonstration::Validity::years(2025, 2030) });
    m_tokens = std::make_unique<SoftHsmTokens>();
    m_tokens->add(kToken, kPin,
        { { .key = m_key, .label = u"签章"_s, .id = "\x01" },
            { .key = bare,
                .label = u"bare"_s,
                .id = "\x02",
                .certificate = demonstration::CertificateOnToken::Missing },
            { .key = m_renewed,
                .label = u"renewed"_s,
                .id = "\x03",
                .earlierCertificate = withBeginning(m_renewed.certificate, "20200101000000Z") } });
}

void tst_Pkcs11Key::givesTheChainWithoutPin()
{
    ScriptedModule script;
    Person person;
    Pkcs11Key key(host(), uri(u"签章"_s), person.source());
    const auto chain = key.certificateChain({}, {});
    QVERIFY(chain);
    // The signer and its issuer; the root is everybody's own matter.
    QCOMPARE(chain->size(), std::size_t(2));
    QCOMPARE(chain->at(0).der(), m_key.certificate);
    QCOMPARE(chain->at(1).der(), m_key.issuers.at(0));
    QCOMPARE(person.questions.size(), std::size_t(0));
    QCOMPARE(script.counted("logins"), 0);
}

void tst_Pkcs11Key::prefersTheRenewedCertificate()
{
    ScriptedModule script;
    Person person;
    Pkcs11Key key(host(), uri(u"renewed"_s), person.source());
    const auto chain = key.certificateChain({}, {});
    QVERIFY2(chain, qPrintable(chain ? QString() : chain.error().detail));
    QCOMPARE(chain->at(0).der(), m_renewed.certificate);
}

void tst_Pkcs11Key::asksOnceAndSigns()
{
    ScriptedModule script;
    Person person;
    Pkcs11Key key(host(), uri(u"签章"_s), person.source());
    const auto algorithm = cms::SignatureAlgorithm { cms::SignatureScheme::Ecdsa, cms::DigestAlgorithm::Sha256 };
    const auto signature = key.sign(kOne, algorithm, {});
    QVERIFY2(signature, qPrintable(signature ? QString() : signature.error().detail));
    QVERIFY(signatureHolds(m_key.certificate, kBytes, signature->front(), algorithm));
    QCOMPARE(person.questions.size(), std::size_t(1));
    QCOMPARE(script.counted("logins"), 1);
}

void tst_Pkcs11Key::tellsWhatThePersonMustKnowBeforeThePin()
{
    ScriptedModule script;
    script.set("tries", "3");
    Person person;
    person.pin = "000000";
    Pkcs11Key key(host(), uri(u"签章"_s), person.source());
    QCOMPARE(codeOf(key.sign(kOne, {}, {})), ErrorCode::PinWrong);
    QCOMPARE(codeOf(key.sign(kOne, {}, {})), ErrorCode::PinWrong);
    QCOMPARE(codeOf(key.sign(kOne, {}, {})), ErrorCode::PinLastTry);
    QCOMPARE(person.questions.at(0).holder, demonstration::sampleSupplier().name);
    QCOMPARE(person.questions.at(0).tokenLabel, kToken);
    QCOMPARE(person.questions.at(0).state, PinState::Normal);
    QCOMPARE(person.questions.at(1).state, PinState::SomeWrong);
    QCOMPARE(person.questions.at(2).state, PinState::LastTry);
}

void tst_Pkcs11Key::wrongPinIsNotAskedAgain()
{
    ScriptedModule script;
    Person person;
    person.pin = "000000";
    Pkcs11Key key(host(), uri(u"签章"_s), person.source());
    QCOMPARE(codeOf(key.sign(kOne, {}, {})), ErrorCode::PinWrong);
    QCOMPARE(person.questions.size(), std::size_t(1));
    QCOMPARE(script.counted("logins"), 1);
}

void tst_Pkcs11Key::lastTryIsUsedOnlyWhenAgreed()
{
    ScriptedModule script;
    script.set("tries", "2");
    Person person;
    person.pin = "000000";
    Pkcs11Key key(host(), uri(u"签章"_s), person.source());
    QCOMPARE(codeOf(key.sign(kOne, {}, {})), ErrorCode::PinWrong);
    person.pin = kPin;
    QCOMPARE(codeOf(key.sign(kOne, {}, {})), ErrorCode::PinLastTry);
    QCOMPARE(script.counted("logins"), 1);
    person.lastTry = Person::LastTry::Takes;
    QVERIFY(key.sign(kOne, { cms::SignatureScheme::Ecdsa, cms::DigestAlgorithm::Sha256 }, {}));
}

void tst_Pkcs11Key::lockedPinIsNotAskedFor()
{
    ScriptedModule script;
    script.set("tries", "1");
    Person person { .pin = "000000", .lastTry = Person::LastTry::Takes };
    Pkcs11Key key(host(), uri(u"签章"_s), person.source());
    QCOMPARE(codeOf(key.sign(kOne, {}, {})), ErrorCode::PinLocked);
    const auto asked = person.questions.size();
    const auto again = key.sign(kOne, {}, {});
    QCOMPARE(codeOf(again), ErrorCode::PinLocked);
    QCOMPARE(again.error().facts.name, kToken);
    QCOMPARE(person.questions.size(), asked);
    QCOMPARE(script.counted("logins"), 1);
}

void tst_Pkcs11Key::refusalIsHandedOn()
{
    ScriptedModule script;
    Pkcs11Key key(
        host(), uri(u"签章"_s), [](const PinQuestion&) -> Result<Secret> { return failure(ErrorCode::Cancelled); });
    QCOMPARE(codeOf(key.sign(kOne, {}, {})), ErrorCode::Cancelled);
    QCOMPARE(script.counted("logins"), 0);
}

void tst_Pkcs11Key::keyWithoutCertificateIsNotAskedFor()
{
    ScriptedModule script;
    Person person;
    Pkcs11Key key(host(), uri(u"bare"_s), person.source());
    QCOMPARE(codeOf(key.certificateChain({}, {})), ErrorCode::KeyWithoutCertificate);
    QCOMPARE(codeOf(key.sign(kOne, {}, {})), ErrorCode::KeyWithoutCertificate);
    QCOMPARE(person.questions.size(), std::size_t(0));
}

void tst_Pkcs11Key::absentTokenIsNotAskedFor()
{
    ScriptedModule script;
    script.set("absent", "yes");
    Person person;
    Pkcs11Key key(host(), uri(u"签章"_s), person.source());
    QCOMPARE(codeOf(key.sign(kOne, {}, {})), ErrorCode::TokenAbsent);
    QCOMPARE(person.questions.size(), std::size_t(0));
}

void tst_Pkcs11Key::tokenPulledOutWhileSigning()
{
    ScriptedModule script;
    script.set("sign", "remove");
    Person person;
    Pkcs11Key key(host(), uri(u"签章"_s), person.source());
    QCOMPARE(codeOf(key.sign(kOne, { cms::SignatureScheme::Ecdsa, cms::DigestAlgorithm::Sha256 }, {})),
        ErrorCode::TokenRemoved);
}

void tst_Pkcs11Key::cancelWhileTheDriverHangs()
{
    ScriptedModule script;
    script.set("sign", "hang");
    Person person;
    Pkcs11Key key(host(), uri(u"签章"_s), person.source());
    std::stop_source stop;
    const OtherThread impatient([&] {
        while (script.counted("signatures") == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        stop.request_stop();
    });
    QCOMPARE(codeOf(key.sign(kOne, { cms::SignatureScheme::Ecdsa, cms::DigestAlgorithm::Sha256 }, stop.get_token())),
        ErrorCode::Cancelled);
}

void tst_Pkcs11Key::crashOfTheDriver()
{
    ScriptedModule script;
    script.set("sign", "crash");
    Person person;
    Pkcs11Key key(host(), uri(u"签章"_s), person.source());
    QCOMPARE(codeOf(key.sign(kOne, { cms::SignatureScheme::Ecdsa, cms::DigestAlgorithm::Sha256 }, {})),
        ErrorCode::DriverCrashed);
}

void tst_Pkcs11Key::describesItselfWithoutSecrets()
{
    ScriptedModule script;
    Person person;
    const Pkcs11Key key(host(), uri(u"签章"_s), person.source());
    const auto again = KeyUri::parse(key.description());
    QVERIFY(again);
    QVERIFY(*again == uri(u"签章"_s));
}

QTEST_GUILESS_MAIN(tst_Pkcs11Key)
#include "tst_Pkcs11Key.moc"
