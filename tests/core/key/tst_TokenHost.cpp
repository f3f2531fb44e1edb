#include "core/key/pkcs11/TokenHost.h"
#include "tests/support/OtherThread.h"
#include "tests/support/ProcessControl.h"
#include "tests/support/ScriptedModule.h"
#include "tests/support/SignatureJudge.h"
#include "tests/support/SoftHsmTokens.h"

#include <QtTest>

#include <thread>

using namespace bidseal;
using namespace bidseal::key;
using namespace bidseal::test;
using namespace Qt::StringLiterals;
using cms::DigestAlgorithm;
using cms::SignatureScheme;
using demonstration::CertificateMint;
using demonstration::KeyType;
using demonstration::KeyUse;
using demonstration::MintedKey;
using demonstration::TokenKeyOrder;

namespace {

constexpr std::string_view kPin = "482913";
const auto kToken = u"示例公司"_s;
const QByteArray kBytes = "the signed attributes of a bid";

template <class T> ErrorCode codeOf(const Result<T>& result)
{
    return result ? ErrorCode::InternalFault : result.error().code;
}

KeyUri named(const QString& label) { return { kToken, {}, {}, {}, label, {} }; }

std::vector<QByteArray> severalDocuments(int count)
{
    std::vector<QByteArray> documents;
    for (auto i = 0; i < count; ++i)
        documents.push_back(kBytes + QByteArray::number(i));
    return documents;
}

/// Fine enough that the tests of what hangs need not wait long.
constexpr TokenHost::Limits kShort { std::chrono::seconds(5), std::chrono::seconds(5) };

} // namespace

/// What the process of a driver does for its client, on good days and on bad ones.
class tst_TokenHost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void listsTokensWithoutPin();
    void listsKeysWithTheirCertificates();
    void findsTheOneKey();
    void findTellsWhatIsMissing();
    void aTokenAloneNamesItsSigningKey();
    void signs_data();
    void signs();
    void signsWithKeyThatAsksEachTime();
    void signsWithPinTypedOnTheToken();
    void signsAfterAnotherProgramLoggedIn();

    void signsManyUnderOneLogin();
    void signsManyWithKeyThatAsksEachTime();
    void refusedPinInTheMiddleIsNotSentAgain();
    void errorInTheMiddleGivesNothing_data();
    void errorInTheMiddleGivesNothing();
    void everySignatureHasATimeLimitOfItsOwn();

    void wrongPinIsSentOnce();
    void lastWrongPinLocks();
    void lockedPinIsNeverSent();
    void wrongLengthIsNeverSent();
    void absentTokenIsToldFromMissingKey();
    void tokenPulledOutWhileSigning_data();
    void tokenPulledOutWhileSigning();
    void failingTokenIsNotTakenForRemoved();
    void hangingSignatureCanBeCancelled();
    void hangingSignatureMeetsItsTimeLimit();
    void hangingDriverMeetsItsTimeLimit();
    void crashCostsNothingButTheProcess();
    void deathBetweenCallsGoesUnnoticed();
    void hostEndsWithItsClient();
    void oneCallAtATimeFromAnyThread();

private:
    std::unique_ptr<SoftHsmTokens> m_tokens;
    MintedKey m_rsa, m_p256, m_p384, m_asking, m_encryption, m_bare;
};

void tst_TokenHost::initTestCase()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    const auto mint = CertificateMint::create();
    QVERIFY(mint);
    const auto issue
        = [&](KeyType type, KeyUse use = KeyUse::Signing) { return *mint->issue({ .keyType = type, .keyUse = use }); };
    m_rsa = issue(KeyType::Rsa2048);
    m_p256 = issue(KeyType::P256);
    m_p384 = issue(KeyType::P384);
    m_asking = issue(KeyType::P256);
    m_encryption = issue(KeyType::Rsa2048, KeyUse::Encryption);
    m_bare = issue(KeyType::P256);
    m_tokens = std::make_unique<SoftHsmTokens>();
    m_tokens->add(kToken, kPin,
        { { m_rsa, u"rsa"_s, "\x01" }, { m_p256, u"p256"_s, "\x02" }, { m_p384, u"p384"_s, "\x03" },
            { m_asking, u"asking"_s, "\x04", demonstration::CertificateOnToken::Present,
                demonstration::PinFor::EachSignature },
            { m_bare, u"bare"_s, "\x05", demonstration::CertificateOnToken::Missing } });
    m_tokens->add(u"pair"_s, kPin, { { m_encryption, u"加密"_s, "\x01" }, { m_p256, u"签章"_s, "\x02" } });
}

void tst_TokenHost::listsTokensWithoutPin()
{
    TokenHost host(SoftHsmTokens::module());
    const auto tokens = host.tokens();
    QVERIFY(tokens);
    QCOMPARE(tokens->size(), std::size_t(2));
    const auto sample
        = std::find_if(tokens->begin(), tokens->end(), [](const TokenState& token) { return token.label == kToken; });
    QVERIFY(sample != tokens->end());
    QCOMPARE(sample->manufacturer, u"SoftHSM project"_s);
    QVERIFY(!sample->serial.isEmpty());
    QCOMPARE(sample->pinState, PinState::Normal);
    QVERIFY(!sample->isPinToBeChanged);
}

void tst_TokenHost::listsKeysWithTheirCertificates()
{
    TokenHost host(SoftHsmTokens::module());
    const auto keys = host.keys();
    QVERIFY(keys);
    QStringList labels;
    for (const auto& key : *keys) {
        if (key.token.label != kToken)
            continue;
        labels.append(key.uri.object);
        QCOMPARE(key.certificate.has_value(), key.uri.object != u"bare"_s);
        if (key.uri.object == u"rsa"_s)
            QCOMPARE(key.certificate->der(), m_rsa.certificate);
        // The authority's certificate is there for the chain, and is no key.
        QCOMPARE(key.others.size(), std::size_t(5));
    }
    labels.sort();
    QCOMPARE(labels, QStringList({ u"asking"_s, u"bare"_s, u"p256"_s, u"p384"_s, u"rsa"_s }));
}

void tst_TokenHost::findsTheOneKey()
{
    TokenHost host(SoftHsmTokens::module());
    const auto byLabel = host.find(named(u"p384"_s));
    QVERIFY(byLabel);
    QCOMPARE(byLabel->certificate->der(), m_p384.certificate);
    const auto byId = host.find({ kToken, {}, {}, {}, {}, "\x01" });
    QVERIFY(byId);
    QCOMPARE(byId->certificate->der(), m_rsa.certificate);
    // The URI that comes back names exactly this key.
    const auto again = host.find(*KeyUri::parse(byId->uri.toString()));
    QVERIFY(again);
    QVERIFY(again->uri == byId->uri);
}

void tst_TokenHost::findTellsWhatIsMissing()
{
    TokenHost host(SoftHsmTokens::module());
    QCOMPARE(codeOf(host.find({ u"no such token"_s, {}, {}, {}, {}, {} })), ErrorCode::TokenAbsent);
    QCOMPARE(codeOf(host.find(named(u"no such key"_s))), ErrorCode::KeyNotFound);
    QCOMPARE(codeOf(host.find(named({}))), ErrorCode::KeyAmbiguous);
    QCOMPARE(codeOf(host.find(named(u"bare"_s))), ErrorCode::KeyWithoutCertificate);
}

void tst_TokenHost::aTokenAloneNamesItsSigningKey()
{
    TokenHost host(SoftHsmTokens::module());
    const auto key = host.find({ u"pair"_s, {}, {}, {}, {}, {} });
    QVERIFY(key);
    QCOMPARE(key->uri.object, u"签章"_s);
}

void tst_TokenHost::signs_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::addColumn<DigestAlgorithm>("digest");
    QTest::addColumn<QByteArray>("without");
    const auto rsa = u"rsa"_s;
    QTest::newRow("RSA PKCS#1, SHA-256") << rsa << m_rsa.certificate << SignatureScheme::RsaPkcs1
                                         << DigestAlgorithm::Sha256 << QByteArray();
    QTest::newRow("RSA PKCS#1, SHA-384") << rsa << m_rsa.certificate << SignatureScheme::RsaPkcs1
                                         << DigestAlgorithm::Sha384 << QByteArray();
    QTest::newRow("RSA PKCS#1, SHA-512, a token that cannot hash")
        << rsa << m_rsa.certificate << SignatureScheme::RsaPkcs1 << DigestAlgorithm::Sha512
        << QByteArray("0x40,0x41,0x42");
    QTest::newRow("RSA PKCS#1, SHA-256, a token that cannot hash")
        << rsa << m_rsa.certificate << SignatureScheme::RsaPkcs1 << DigestAlgorithm::Sha256
        << QByteArray("0x40,0x41,0x42");
    QTest::newRow("RSA-PSS, SHA-256") << rsa << m_rsa.certificate << SignatureScheme::RsaPss << DigestAlgorithm::Sha256
                                      << QByteArray();
    QTest::newRow("RSA-PSS, SHA-384, a token that cannot hash")
        << rsa << m_rsa.certificate << SignatureScheme::RsaPss << DigestAlgorithm::Sha384
        << QByteArray("0x43,0x44,0x45");
    QTest::newRow("P-256, SHA-256") << u"p256"_s << m_p256.certificate << SignatureScheme::Ecdsa
                                    << DigestAlgorithm::Sha256 << QByteArray();
    QTest::newRow("P-384, SHA-384") << u"p384"_s << m_p384.certificate << SignatureScheme::Ecdsa
                                    << DigestAlgorithm::Sha384 << QByteArray();
}

void tst_TokenHost::signs()
{
    QFETCH(QString, label);
    QFETCH(QByteArray, certificate);
    QFETCH(SignatureScheme, scheme);
    QFETCH(DigestAlgorithm, digest);
    QFETCH(QByteArray, without);
    ScriptedModule script;
    script.set("without", without);
    TokenHost host(ScriptedModule::path());
    const cms::SignatureAlgorithm algorithm { scheme, digest };
    // Often enough for ECDSA numbers with leading zeros or a high bit.
    for (auto i = 0; i < 20; ++i) {
        const auto bytes = kBytes + QByteArray::number(i);
        const auto signature = host.sign(named(label), Secret::fromUtf8(kPin), { bytes }, algorithm);
        QVERIFY2(signature, qPrintable(signature ? QString() : signature.error().detail));
        QVERIFY(signatureHolds(certificate, bytes, signature->front(), algorithm));
        QVERIFY(!signatureHolds(certificate, kBytes, signature->front(), algorithm));
    }
}

void tst_TokenHost::signsWithKeyThatAsksEachTime()
{
    ScriptedModule script;
    TokenHost host(ScriptedModule::path());
    const cms::SignatureAlgorithm algorithm { SignatureScheme::Ecdsa, DigestAlgorithm::Sha256 };
    const auto signature = host.sign(named(u"asking"_s), Secret::fromUtf8(kPin), { kBytes }, algorithm);
    QVERIFY2(signature, qPrintable(signature ? QString() : signature.error().detail));
    QVERIFY(signatureHolds(m_asking.certificate, kBytes, signature->front(), algorithm));
    QCOMPARE(script.counted("logins"), 2);
}

void tst_TokenHost::signsWithPinTypedOnTheToken()
{
    ScriptedModule script;
    script.set("pad", QByteArray(kPin.data(), kPin.size()));
    TokenHost host(ScriptedModule::path());
    const auto key = host.find(named(u"rsa"_s));
    QVERIFY(key);
    QVERIFY(key->token.onTokensOwnPad);
    const auto signature = host.sign(key->uri, {}, { kBytes }, {});
    QVERIFY2(signature, qPrintable(signature ? QString() : signature.error().detail));
    QVERIFY(signatureHolds(m_rsa.certificate, kBytes, signature->front(), {}));
}

void tst_TokenHost::signsAfterAnotherProgramLoggedIn()
{
    // SoftHSM behind the script knows of no login, so the key stays hidden: what counts is that nobody was refused
    // for being logged in already.
    ScriptedModule script;
    script.set("login", "already");
    TokenHost host(ScriptedModule::path());
    QCOMPARE(codeOf(host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), { kBytes }, {})), ErrorCode::KeyNotFound);
}

void tst_TokenHost::signsManyUnderOneLogin()
{
    ScriptedModule script;
    TokenHost host(ScriptedModule::path());
    const auto documents = severalDocuments(200);
    const auto signatures = host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), documents, {});
    QVERIFY2(signatures, qPrintable(signatures ? QString() : signatures.error().detail));
    QCOMPARE(signatures->size(), documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i)
        QVERIFY(signatureHolds(m_rsa.certificate, documents[i], signatures->at(i), {}));
    QCOMPARE(script.counted("logins"), 1);
}

void tst_TokenHost::signsManyWithKeyThatAsksEachTime()
{
    ScriptedModule script;
    TokenHost host(ScriptedModule::path());
    const cms::SignatureAlgorithm algorithm { SignatureScheme::Ecdsa, DigestAlgorithm::Sha256 };
    const auto documents = severalDocuments(5);
    const auto signatures = host.sign(named(u"asking"_s), Secret::fromUtf8(kPin), documents, algorithm);
    QVERIFY2(signatures, qPrintable(signatures ? QString() : signatures.error().detail));
    for (std::size_t i = 0; i < documents.size(); ++i)
        QVERIFY(signatureHolds(m_asking.certificate, documents[i], signatures->at(i), algorithm));
    QCOMPARE(script.counted("logins"), 6);
}

void tst_TokenHost::refusedPinInTheMiddleIsNotSentAgain()
{
    ScriptedModule script;
    script.set("login", "once");
    TokenHost host(ScriptedModule::path());
    const cms::SignatureAlgorithm algorithm { SignatureScheme::Ecdsa, DigestAlgorithm::Sha256 };
    const auto refused = host.sign(named(u"asking"_s), Secret::fromUtf8(kPin), severalDocuments(5), algorithm);
    QCOMPARE(codeOf(refused), ErrorCode::PinWrong);
    QCOMPARE(script.counted("logins"), 2);
    QCOMPARE(script.counted("signatures"), 0);
}

void tst_TokenHost::errorInTheMiddleGivesNothing_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("the token fails") << QByteArray("fail") << ErrorCode::TokenFailed;
    QTest::newRow("the token is pulled out") << QByteArray("remove") << ErrorCode::TokenRemoved;
    QTest::newRow("the driver crashes") << QByteArray("crash") << ErrorCode::DriverCrashed;
    QTest::newRow("the driver hangs") << QByteArray("hang") << ErrorCode::DriverNotResponding;
}

void tst_TokenHost::errorInTheMiddleGivesNothing()
{
    QFETCH(QByteArray, how);
    QFETCH(ErrorCode, code);
    ScriptedModule script;
    script.set("sign", how);
    script.set("sign-well", "2");
    TokenHost host(ScriptedModule::path(), {}, kShort);
    QCOMPARE(codeOf(host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), severalDocuments(5), {})), code);
    QCOMPARE(script.counted("signatures"), 3);
    QCOMPARE(script.counted("logins"), 1);
    if (how == "remove")
        return; // that module finds its token never again

    // Nothing of it is left in the pipe.
    script.set("sign", "");
    const auto next = host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), { kBytes }, {});
    QVERIFY2(next, qPrintable(next ? QString() : next.error().detail));
    QCOMPARE(next->size(), std::size_t(1));
    QVERIFY(signatureHolds(m_rsa.certificate, kBytes, next->front(), {}));
}

void tst_TokenHost::everySignatureHasATimeLimitOfItsOwn()
{
    ScriptedModule script;
    script.set("sign", "slow");
    TokenHost host(ScriptedModule::path(), {}, kShort);
    const auto begun = std::chrono::steady_clock::now();
    const auto signatures = host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), severalDocuments(5), {});
    QVERIFY2(signatures, qPrintable(signatures ? QString() : signatures.error().detail));
    QVERIFY(std::chrono::steady_clock::now() - begun > kShort.sign);
}

void tst_TokenHost::wrongPinIsSentOnce()
{
    ScriptedModule script;
    script.set("tries", "3");
    TokenHost host(ScriptedModule::path());
    QCOMPARE(codeOf(host.sign(named(u"rsa"_s), Secret::fromUtf8("000000"), { kBytes }, {})), ErrorCode::PinWrong);
    QCOMPARE(script.counted("logins"), 1);
    QCOMPARE(host.find(named(u"rsa"_s))->token.pinState, PinState::SomeWrong);
    // The right one still works, and makes up for it.
    QVERIFY(host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), { kBytes }, {}));
    QCOMPARE(host.find(named(u"rsa"_s))->token.pinState, PinState::Normal);
}

void tst_TokenHost::lastWrongPinLocks()
{
    ScriptedModule script;
    script.set("tries", "2");
    TokenHost host(ScriptedModule::path());
    QCOMPARE(codeOf(host.sign(named(u"rsa"_s), Secret::fromUtf8("000000"), { kBytes }, {})), ErrorCode::PinWrong);
    QCOMPARE(host.find(named(u"rsa"_s))->token.pinState, PinState::LastTry);
    QCOMPARE(codeOf(host.sign(named(u"rsa"_s), Secret::fromUtf8("000000"), { kBytes }, {})), ErrorCode::PinLocked);
    QCOMPARE(host.find(named(u"rsa"_s))->token.pinState, PinState::Locked);
}

void tst_TokenHost::lockedPinIsNeverSent()
{
    ScriptedModule script;
    script.set("tries", "1");
    TokenHost host(ScriptedModule::path());
    QCOMPARE(codeOf(host.sign(named(u"rsa"_s), Secret::fromUtf8("000000"), { kBytes }, {})), ErrorCode::PinLocked);
    QCOMPARE(codeOf(host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), { kBytes }, {})), ErrorCode::PinLocked);
    QCOMPARE(script.counted("logins"), 1);
}

void tst_TokenHost::wrongLengthIsNeverSent()
{
    ScriptedModule script;
    script.set("pin-lengths", "6-8");
    TokenHost host(ScriptedModule::path());
    for (const std::string_view pin : { "", "12345", "123456789" })
        QCOMPARE(
            codeOf(host.sign(named(u"rsa"_s), Secret::fromUtf8(pin), { kBytes }, {})), ErrorCode::PinLengthInvalid);
    QCOMPARE(script.counted("logins"), 0);
    // A module that says 0 to 0 means that it does not say.
    script.set("pin-lengths", "0-0");
    QVERIFY(host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), { kBytes }, {}));
}

void tst_TokenHost::absentTokenIsToldFromMissingKey()
{
    ScriptedModule script;
    TokenHost host(ScriptedModule::path());
    QVERIFY(host.find(named(u"rsa"_s)));
    script.set("absent", "yes");
    QCOMPARE(host.tokens()->size(), std::size_t(0));
    QCOMPARE(codeOf(host.find(named(u"rsa"_s))), ErrorCode::TokenAbsent);
    QCOMPARE(codeOf(host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), { kBytes }, {})), ErrorCode::TokenAbsent);
    script.set("absent", "no");
    QVERIFY(host.find(named(u"rsa"_s)));
}

void tst_TokenHost::tokenPulledOutWhileSigning_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::newRow("the module says so") << QByteArray("remove");
    QTest::newRow("the module speaks of a general error") << QByteArray("remove-quietly");
}

void tst_TokenHost::tokenPulledOutWhileSigning()
{
    QFETCH(QByteArray, how);
    ScriptedModule script;
    script.set("sign", how);
    TokenHost host(ScriptedModule::path());
    const auto signature = host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), { kBytes }, {});
    QCOMPARE(codeOf(signature), ErrorCode::TokenRemoved);
    QCOMPARE(signature.error().facts.name, kToken);
}

void tst_TokenHost::failingTokenIsNotTakenForRemoved()
{
    ScriptedModule script;
    script.set("sign", "fail");
    TokenHost host(ScriptedModule::path());
    const auto signature = host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), { kBytes }, {});
    QCOMPARE(codeOf(signature), ErrorCode::TokenFailed);
    QCOMPARE(signature.error().detail, u"C_Sign: CKR_DEVICE_ERROR"_s);
}

void tst_TokenHost::hangingSignatureCanBeCancelled()
{
    ScriptedModule script;
    script.set("sign", "hang");
    TokenHost host(ScriptedModule::path());
    std::stop_source stop;
    std::chrono::steady_clock::time_point stopped;
    const OtherThread person([&] {
        while (script.counted("signatures") == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        stopped = std::chrono::steady_clock::now();
        stop.request_stop();
    });
    QCOMPARE(codeOf(host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), { kBytes }, {}, stop.get_token())),
        ErrorCode::Cancelled);
    QVERIFY(std::chrono::steady_clock::now() - stopped < std::chrono::milliseconds(200));
    QVERIFY(!host.processId());

    script.set("sign", "");
    QVERIFY(host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), { kBytes }, {}));
}

void tst_TokenHost::hangingSignatureMeetsItsTimeLimit()
{
    ScriptedModule script;
    script.set("sign", "hang");
    TokenHost host(ScriptedModule::path(), {}, kShort);
    QCOMPARE(
        codeOf(host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), { kBytes }, {})), ErrorCode::DriverNotResponding);
    QVERIFY(!host.processId());
}

void tst_TokenHost::hangingDriverMeetsItsTimeLimit()
{
    ScriptedModule script;
    script.set("initialize", "hang");
    TokenHost host(ScriptedModule::path(), {}, kShort);
    QCOMPARE(codeOf(host.tokens()), ErrorCode::DriverNotResponding);
    script.set("initialize", "");
    QVERIFY(host.tokens());
}

void tst_TokenHost::crashCostsNothingButTheProcess()
{
    ScriptedModule script;
    script.set("sign", "crash");
    TokenHost host(ScriptedModule::path());
    const auto signature = host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), { kBytes }, {});
    QCOMPARE(codeOf(signature), ErrorCode::DriverCrashed);
    QCOMPARE(signature.error().facts.name, QFileInfo(ScriptedModule::path()).fileName());
    script.set("sign", "");
    QVERIFY(host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), { kBytes }, {}));
}

void tst_TokenHost::deathBetweenCallsGoesUnnoticed()
{
    TokenHost host(SoftHsmTokens::module());
    QVERIFY(host.tokens());
    const auto first = host.processId();
    QVERIFY(first);
    testing::killProcess(*first);
    QTRY_VERIFY(!host.processId());
    QVERIFY(host.tokens());
    QVERIFY(host.processId() != first);
}

void tst_TokenHost::hostEndsWithItsClient()
{
    // Also while the driver hangs and cannot be asked to go.
    ScriptedModule script;
    script.set("initialize", "hang");
    QProcess client;
    client.start(QCoreApplication::applicationDirPath() + u"/bidseal-pin-probe"_s,
        { ScriptedModule::path(), u"pkcs11:token=x"_s });
    client.write("482913\n");
    QVERIFY(client.waitForStarted());
    QTRY_COMPARE(script.counted("initialized"), 1);
    const auto children = testing::childrenOf(client.processId()); // on Windows perhaps the console's process too
    QVERIFY(!children.isEmpty());
    client.kill();
    QVERIFY(client.waitForFinished());
    for (const auto child : children)
        QTRY_VERIFY(!testing::isProcessThere(child));
}

void tst_TokenHost::oneCallAtATimeFromAnyThread()
{
    TokenHost host(SoftHsmTokens::module());
    std::atomic<int> good = 0;
    {
        std::vector<OtherThread> threads;
        for (auto i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                const auto bytes = QByteArray::number(QRandomGenerator::global()->generate());
                const auto signature = host.sign(named(u"rsa"_s), Secret::fromUtf8(kPin), { bytes }, {});
                if (signature && signatureHolds(m_rsa.certificate, bytes, signature->front(), {}))
                    ++good;
            });
        }
    }
    QCOMPARE(good.load(), 4);
}

QTEST_GUILESS_MAIN(tst_TokenHost)
#include "tst_TokenHost.moc"
