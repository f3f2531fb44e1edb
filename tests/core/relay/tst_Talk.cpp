// The order of the talk, which is its security: what each half does with a counterpart that has the right keys.
#include "RawSide.h"

#include "tests/support/Problem.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::relay;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace bidseal::demonstration;
using namespace Qt::StringLiterals;

using Messages = std::vector<Message>;

class tst_Talk : public QObject {
    Q_OBJECT

private:
    std::optional<CertificateMint> m_mint;
    std::map<KeyType, TestSigner> m_signers;

    const TestSigner& signer(KeyType type = KeyType::P256)
    {
        auto found = m_signers.find(type);
        if (found == m_signers.end())
            found = m_signers.emplace(type, TestSigner(*m_mint, { .keyType = type })).first;
        return found->second;
    }

    ChosenCertificate chosen(int atOnce = 500, KeyAlgorithm algorithm = KeyAlgorithm::EcdsaSha256)
    {
        return { { signer().certificate().der() }, algorithm, atOnce };
    }

    ToSign toSign(int count = 1) { return { QByteArray(32, '\x05'), sampleDocuments(signer(), count) }; }

    /// A desktop, and a phone that a test speaks for.
    struct DesktopTable {
        MemoryRelay relay { newSession(), std::chrono::milliseconds(200) };
        DesktopTalk::Invitation invitation = DesktopTalk::Invitation::make();
        Link link = invitation.linkFor(sampleOrigin(), relay.mailboxOf(Side::Desktop).session());
        RawSide phone { relay.mailboxOf(Side::Phone), link };
        DesktopTalk talk { relay.mailboxOf(Side::Desktop), std::move(invitation), sampleOrigin() };
    };

    /// The whole of a desktop's talk about `count` documents, up to the first error.
    Status leadDesktop(DesktopTalk& talk, int count = 1)
    {
        if (const auto hello = talk.waitForPhone({}); !hello)
            return failure(hello.error());
        if (const auto certificate = talk.request(sampleRequest(count), {}); !certificate)
            return failure(certificate.error());
        if (const auto code = talk.present(sampleDocuments(signer(), count), {}); !code)
            return failure(code.error());
        const auto signatures = talk.waitForSignatures({});
        return signatures ? Status() : failure(signatures.error());
    }

    /// A phone, and a desktop that a test speaks for.
    struct PhoneTable {
        MemoryRelay relay { newSession(), std::chrono::milliseconds(200) };
        DesktopTalk::Invitation invitation = DesktopTalk::Invitation::make();
        RawSide desktop { relay.mailboxOf(Side::Desktop), invitation };
        PhoneTalk talk { relay.mailboxOf(Side::Phone),
            invitation.linkFor(sampleOrigin(), relay.mailboxOf(Side::Desktop).session()) };
    };

    /// The whole of a phone's talk up to the first error, while the desktop says `messages` whatever it hears.
    Status leadPhone(PhoneTable& table, const Messages& messages)
    {
        auto& talk = table.talk;
        if (auto said = talk.hello(u"Sample phone"_s, u"Sample device"_s, {}); !said)
            return said;
        (void)table.desktop.hearHello();
        for (const auto& message : messages)
            table.desktop.say(message);
        if (const auto request = talk.waitForRequest({}); !request)
            return failure(request.error());
        if (auto said = talk.choose(signer().chain(), KeyAlgorithm::EcdsaSha256, 500, {}); !said)
            return said;
        const auto confirmation = talk.waitForToSign({});
        if (!confirmation)
            return failure(confirmation.error());
        if (auto said = talk.sendSignatures({ QByteArray("sample") }, {}); !said)
            return said;
        const auto outcome = talk.waitForOutcome({});
        return outcome ? Status() : failure(outcome.error());
    }

private Q_SLOTS:
    void initTestCase();

    void bothSidesShowTheSameCodeAndTheSignaturesArrive_data();
    void bothSidesShowTheSameCodeAndTheSignaturesArrive();
    void fiveHundredDocumentsGoThroughOneTalk();

    void aPhoneThatKeepsTheOrderIsHeard();
    void desktopEndsOnAMessageThatIsNotDue_data();
    void desktopEndsOnAMessageThatIsNotDue();
    void desktopEndsOnAnotherNonceThanCommitted();
    void desktopEndsOnAnotherCountOfSignatures();
    void desktopRefusesACertificateThatDoesNotSuit_data();
    void desktopRefusesACertificateThatDoesNotSuit();
    void desktopSaysWhatARefusalMeans_data();
    void desktopSaysWhatARefusalMeans();
    void desktopDoesNotAskForMoreThanThePhoneSignsAtOnce();
    void desktopSendsNothingThatNobodyMayTake();

    void aDesktopThatKeepsTheOrderIsHeard();
    void phoneEndsOnAMessageThatIsNotDue_data();
    void phoneEndsOnAMessageThatIsNotDue();
    void phoneShowsThatTheComputerHasCancelled();
    void phoneChoosesNoAlgorithmThatTheKeyDoesNotHave();

    void versionsDecideWhoIsTooOld_data();
    void versionsDecideWhoIsTooOld();
    void aPhoneSaysHelloBeforeItSaysWhoIsTooOld();
    void aKeyThatIsNoPointEndsTheSession();

    void anOutcomeBeforeAPhoneHasBeenAskedJustEndsTheSession();
    void anOutcomeIsToldOnceAndLeftToThePhone();
    void anOutcomeIsToldAfterACancelledSend_data();
    void anOutcomeIsToldAfterACancelledSend();
    void aCancelledWaitIsNoAttack();
};

void tst_Talk::initTestCase()
{
    auto mint = CertificateMint::create(CaLevels::WithIntermediate);
    QVERIFY2(mint, problemOf(mint).constData());
    m_mint = std::move(*mint);
}

void tst_Talk::bothSidesShowTheSameCodeAndTheSignaturesArrive_data()
{
    QTest::addColumn<KeyType>("type");
    QTest::newRow("RSA") << KeyType::Rsa2048;
    QTest::newRow("P-256") << KeyType::P256;
    QTest::newRow("P-384") << KeyType::P384;
}

void tst_Talk::bothSidesShowTheSameCodeAndTheSignaturesArrive()
{
    QFETCH(KeyType, type);
    MemoryRelay relay(newSession());
    const auto report = talkThrough(relay, signer(type), { .documents = 3 });
    QVERIFY2(report.desktopCode, problemOf(report.desktopCode).constData());
    QVERIFY2(report.phoneCode, problemOf(report.phoneCode).constData());
    QCOMPARE(*report.desktopCode, *report.phoneCode);
    QCOMPARE(report.desktopCode->size(), 6);
    QVERIFY2(report.signatures, problemOf(report.signatures).constData());
    QCOMPARE(report.signatures->size(), 3u);
    QVERIFY2(report.outcome, problemOf(report.outcome).constData());
    QCOMPARE(*report.outcome, OutcomeResult::Signed);
    QVERIFY(relay.isEnded());
}

void tst_Talk::fiveHundredDocumentsGoThroughOneTalk()
{
    MemoryRelay relay(newSession());
    const auto report = talkThrough(relay, signer(), { .documents = 500, .previewBytes = 6000 });
    QVERIFY2(report.signatures, problemOf(report.signatures).constData());
    QCOMPARE(report.signatures->size(), 500u);
    QCOMPARE(*report.desktopCode, *report.phoneCode);
    QVERIFY(relay.records(Side::Desktop).size() > 10);
    qsizetype sum = 0;
    for (const auto& record : relay.records(Side::Desktop))
        sum += record.size();
    QVERIFY2(sum <= 8 * 1024 * 1024, QByteArray::number(sum).constData());
}

void tst_Talk::aPhoneThatKeepsTheOrderIsHeard()
{
    DesktopTable table;
    table.phone.sayHello();
    for (const Message& message :
        Messages { chosen(), Reveal { table.phone.nonce() }, Signatures { { QByteArray("sample") } } })
        table.phone.say(message);
    const auto led = leadDesktop(table.talk);
    QVERIFY2(led, problemOf(led).constData());
    QVERIFY(!table.relay.isEnded());
}

void tst_Talk::desktopEndsOnAMessageThatIsNotDue_data()
{
    QTest::addColumn<Messages>("messages");
    const Reveal reveal { QByteArray(32, 'n') };
    const Signatures signatures { { QByteArray("sample") } };
    QTest::newRow("reveal before toSign") << Messages { reveal };
    QTest::newRow("signatures before toSign") << Messages { signatures };
    QTest::newRow("signatures before reveal") << Messages { chosen(), signatures };
    QTest::newRow("hello again") << Messages { Hello {
        { 1 }, QByteArray(32, 'k'), QByteArray(32, 'c'), u"a"_s, u"b"_s } };
    QTest::newRow("certificate again") << Messages { chosen(), chosen() };
    QTest::newRow("the desktop's own request") << Messages { sampleRequest(1) };
    QTest::newRow("the desktop's own toSign") << Messages { chosen(), toSign() };
    QTest::newRow("an outcome") << Messages { chosen(), Outcome { OutcomeResult::Signed } };
}

void tst_Talk::desktopEndsOnAMessageThatIsNotDue()
{
    QFETCH(Messages, messages);
    DesktopTable table;
    table.phone.sayHello();
    for (const auto& message : messages)
        table.phone.say(message);
    const auto led = leadDesktop(table.talk);
    QVERIFY(!led);
    QCOMPARE(led.error().code, ErrorCode::PhoneMessageInvalid);
    QVERIFY(table.relay.isEnded());
    const auto after = table.talk.waitForSignatures({});
    QVERIFY(!after);
}

void tst_Talk::desktopEndsOnAnotherNonceThanCommitted()
{
    DesktopTable table;
    table.phone.sayHello();
    auto other = table.phone.nonce();
    other[31] = static_cast<char>(other[31] ^ 1);
    table.phone.say(chosen());
    table.phone.say(Reveal { other });
    const auto led = leadDesktop(table.talk);
    QVERIFY(!led);
    QCOMPARE(led.error().code, ErrorCode::PhoneMessageInvalid);
    QVERIFY(table.relay.isEnded());
}

void tst_Talk::desktopEndsOnAnotherCountOfSignatures()
{
    DesktopTable table;
    table.phone.sayHello();
    table.phone.say(chosen());
    table.phone.say(Reveal { table.phone.nonce() });
    table.phone.say(Signatures { { "a", "b", "c" } });
    const auto led = leadDesktop(table.talk, 2);
    QVERIFY(!led);
    QCOMPARE(led.error().code, ErrorCode::PhoneMessageInvalid);
    QVERIFY(table.relay.isEnded());
}

void tst_Talk::desktopRefusesACertificateThatDoesNotSuit_data()
{
    QTest::addColumn<Message>("certificate");
    const auto der = signer().certificate().der();
    QTest::newRow("another kind of key") << Message { chosen(500, KeyAlgorithm::RsaPkcs1Sha256) };
    QTest::newRow("the other curve's hash") << Message { chosen(500, KeyAlgorithm::EcdsaSha384) };
    QTest::newRow("no certificate at all")
        << Message { ChosenCertificate { { "junk" }, KeyAlgorithm::EcdsaSha256, 1 } };
    QTest::newRow("an issuer that is none")
        << Message { ChosenCertificate { { der, "junk" }, KeyAlgorithm::EcdsaSha256, 1 } };
}

void tst_Talk::desktopRefusesACertificateThatDoesNotSuit()
{
    QFETCH(Message, certificate);
    DesktopTable table;
    table.phone.sayHello();
    table.phone.say(certificate);
    const auto led = leadDesktop(table.talk);
    QVERIFY(!led);
    QCOMPARE(led.error().code, ErrorCode::PhoneMessageInvalid);
    QVERIFY(table.relay.isEnded());
}

void tst_Talk::desktopSaysWhatARefusalMeans_data()
{
    QTest::addColumn<RefusalReason>("reason");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("declined") << RefusalReason::Declined << ErrorCode::PhoneRefused;
    QTest::newRow("code differs") << RefusalReason::CodeDiffers << ErrorCode::PhoneCodeDiffers;
    QTest::newRow("PIN locked") << RefusalReason::PinLocked << ErrorCode::PinLocked;
    QTest::newRow("no certificate") << RefusalReason::NoCertificate << ErrorCode::PhoneCannotSign;
    QTest::newRow("too many") << RefusalReason::TooMany << ErrorCode::PhoneBatchTooLarge;
    QTest::newRow("not a document") << RefusalReason::NotADocument << ErrorCode::PhoneCannotSign;
    QTest::newRow("not supported") << RefusalReason::NotSupported << ErrorCode::PhoneCannotSign;
}

void tst_Talk::desktopSaysWhatARefusalMeans()
{
    QFETCH(RefusalReason, reason);
    QFETCH(ErrorCode, code);
    // In place of the certificate, of the reveal, of the signatures.
    for (std::size_t place = 0; place < 3; ++place) {
        DesktopTable table;
        table.phone.sayHello();
        Messages messages { chosen(), Reveal { table.phone.nonce() } };
        messages.resize(place);
        messages.push_back(Refusal { reason });
        for (const auto& message : messages)
            table.phone.say(message);
        const auto led = leadDesktop(table.talk);
        QVERIFY(!led);
        QCOMPARE(led.error().code, code);
        QVERIFY(table.relay.isEnded());
    }
}

void tst_Talk::desktopDoesNotAskForMoreThanThePhoneSignsAtOnce()
{
    DesktopTable table;
    table.phone.sayHello();
    table.phone.say(chosen(2));
    const auto led = leadDesktop(table.talk, 3);
    QVERIFY(!led);
    QCOMPARE(led.error().code, ErrorCode::PhoneBatchTooLarge);
    table.talk.tellOutcome(OutcomeResult::Failed);
    (void)table.phone.hear<Request>();
    QCOMPARE(table.phone.hear<Outcome>().result, OutcomeResult::Failed);
}

void tst_Talk::desktopSendsNothingThatNobodyMayTake()
{
    DesktopTable table;
    table.phone.sayHello();
    QVERIFY(table.talk.waitForPhone({}));
    auto tooMany = table.talk.request(sampleRequest(501), {});
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().code, ErrorCode::PhoneBatchTooLarge);
    auto request = sampleRequest(1);
    request.documents[0].sha256 = "short";
    const auto broken = table.talk.request(request, {});
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::InternalFault);
    QVERIFY(table.relay.records(Side::Desktop).empty());
}

void tst_Talk::aDesktopThatKeepsTheOrderIsHeard()
{
    PhoneTable table;
    const auto led = leadPhone(table, { sampleRequest(1), toSign(), Outcome { OutcomeResult::Signed } });
    QVERIFY2(led, problemOf(led).constData());
    QVERIFY(table.relay.isEnded());
}

void tst_Talk::phoneEndsOnAMessageThatIsNotDue_data()
{
    QTest::addColumn<Messages>("messages");
    const Outcome outcome { OutcomeResult::Signed };
    QTest::newRow("toSign before a request") << Messages { toSign() };
    QTest::newRow("outcome before a request") << Messages { outcome };
    QTest::newRow("reveal from the desktop") << Messages { Reveal { QByteArray(32, 'n') } };
    QTest::newRow("request again") << Messages { sampleRequest(1), sampleRequest(1) };
    QTest::newRow("more documents than requested") << Messages { sampleRequest(1), toSign(2) };
    QTest::newRow("fewer documents than requested") << Messages { sampleRequest(2), toSign(1) };
    QTest::newRow("toSign again") << Messages { sampleRequest(1), toSign(), toSign() };
}

void tst_Talk::phoneEndsOnAMessageThatIsNotDue()
{
    QFETCH(Messages, messages);
    PhoneTable table;
    const auto led = leadPhone(table, messages);
    QVERIFY(!led);
    QCOMPARE(led.error().code, ErrorCode::PhoneMessageInvalid);
    QVERIFY(table.relay.isEnded());
}

void tst_Talk::phoneShowsThatTheComputerHasCancelled()
{
    PhoneTable table;
    const auto led = leadPhone(table, { sampleRequest(1), Outcome { OutcomeResult::Cancelled } });
    QVERIFY(!led);
    QCOMPARE(led.error().code, ErrorCode::Cancelled);
    QVERIFY(table.relay.isEnded());
}

void tst_Talk::phoneChoosesNoAlgorithmThatTheKeyDoesNotHave()
{
    PhoneTable table;
    QVERIFY(table.talk.hello(u"Sample phone"_s, u"Sample device"_s, {}));
    const auto chosen = table.talk.choose(signer().chain(), KeyAlgorithm::EcdsaSha384, 1, {});
    QVERIFY(!chosen);
    QCOMPARE(chosen.error().code, ErrorCode::KeyUnsupported);
    QCOMPARE(table.relay.records(Side::Phone).size(), 1u);
}

void tst_Talk::versionsDecideWhoIsTooOld_data()
{
    QTest::addColumn<std::vector<int>>("phoneVersions");
    QTest::addColumn<std::optional<ErrorCode>>("code");
    QTest::newRow("both the same") << std::vector { 1 } << std::optional<ErrorCode>();
    QTest::newRow("the phone speaks more") << std::vector { 1, 2, 9 } << std::optional<ErrorCode>();
    QTest::newRow("the phone is newer") << std::vector { 2, 3 } << std::optional(ErrorCode::ClientTooOld);
    QTest::newRow("the phone is older") << std::vector { 0 } << std::optional(ErrorCode::PhoneTooOld);
}

void tst_Talk::versionsDecideWhoIsTooOld()
{
    QFETCH(std::vector<int>, phoneVersions);
    QFETCH(std::optional<ErrorCode>, code);
    DesktopTable table;
    table.phone.sayHello(phoneVersions);
    const auto hello = table.talk.waitForPhone({});
    QCOMPARE(hello.has_value(), !code);
    if (code) {
        QCOMPARE(hello.error().code, *code);
        QVERIFY(table.relay.isEnded());
        return;
    }
    // The lists are part of the keys: both sides have derived the same.
    table.phone.say(chosen());
    const auto certificate = table.talk.request(sampleRequest(1), {});
    QVERIFY2(certificate, problemOf(certificate).constData());
}

void tst_Talk::aPhoneSaysHelloBeforeItSaysWhoIsTooOld()
{
    MemoryRelay relay(newSession());
    const auto invitation = DesktopTalk::Invitation::make();
    auto link = invitation.linkFor(sampleOrigin(), relay.mailboxOf(Side::Phone).session());
    link.versions = "\2\3";
    PhoneTalk talk(relay.mailboxOf(Side::Phone), std::move(link));
    const auto said = talk.hello(u"Sample phone"_s, u"Sample device"_s, {});
    QVERIFY(!said);
    QCOMPARE(said.error().code, ErrorCode::PhoneTooOld);
    QCOMPARE(relay.records(Side::Phone).size(), 1u);
    QVERIFY(!relay.isEnded()); // the desktop has to read it first
}

void tst_Talk::aKeyThatIsNoPointEndsTheSession()
{
    MemoryRelay relay(newSession());
    const auto invitation = DesktopTalk::Invitation::make();
    auto link = invitation.linkFor(sampleOrigin(), relay.mailboxOf(Side::Phone).session());
    link.desktopKey = QByteArray(32, '\0'); // X25519 with it is all zero whatever the other key is
    PhoneTalk talk(relay.mailboxOf(Side::Phone), std::move(link));
    const auto said = talk.hello(u"Sample phone"_s, u"Sample device"_s, {});
    QVERIFY(!said);
    QCOMPARE(said.error().code, ErrorCode::PhoneMessageInvalid);
    QVERIFY(relay.isEnded());
}

void tst_Talk::anOutcomeBeforeAPhoneHasBeenAskedJustEndsTheSession()
{
    DesktopTable nobody;
    nobody.talk.tellOutcome(OutcomeResult::Cancelled);
    QVERIFY(nobody.relay.isEnded());

    DesktopTable joined;
    joined.phone.sayHello();
    QVERIFY(joined.talk.waitForPhone({}));
    joined.talk.tellOutcome(OutcomeResult::Cancelled);
    QVERIFY(joined.relay.isEnded());
    QVERIFY(joined.relay.records(Side::Desktop).empty());
}

void tst_Talk::anOutcomeIsToldOnceAndLeftToThePhone()
{
    DesktopTable table;
    table.phone.sayHello();
    table.phone.say(chosen());
    QVERIFY(table.talk.waitForPhone({}));
    QVERIFY(table.talk.request(sampleRequest(1), {}));
    table.talk.tellOutcome(OutcomeResult::Cancelled);
    table.talk.tellOutcome(OutcomeResult::Signed);
    QCOMPARE(table.relay.records(Side::Desktop).size(), 2u);
    QVERIFY(!table.relay.isEnded());
    (void)table.phone.hear<Request>();
    QCOMPARE(table.phone.hear<Outcome>().result, OutcomeResult::Cancelled);
    const auto after = table.talk.present(sampleDocuments(signer(), 1), {});
    QVERIFY(!after);
}

void tst_Talk::anOutcomeIsToldAfterACancelledSend_data()
{
    QTest::addColumn<MemoryRelay::Kept>("kept");
    QTest::newRow("the relay has the record") << MemoryRelay::Kept::Yes;
    QTest::newRow("the relay has it not") << MemoryRelay::Kept::No;
}

/// The interrupted record goes out again as it was sealed, and the outcome behind it.
void tst_Talk::anOutcomeIsToldAfterACancelledSend()
{
    QFETCH(MemoryRelay::Kept, kept);
    DesktopTable table;
    table.phone.sayHello();
    QVERIFY(table.talk.waitForPhone({}));
    table.relay.interruptPuts(1, kept);
    const auto asked = table.talk.request(sampleRequest(1), {});
    QVERIFY(!asked);
    QCOMPARE(asked.error().code, ErrorCode::Cancelled);
    const auto before = table.relay.records(Side::Desktop);
    table.talk.tellOutcome(OutcomeResult::Cancelled);
    const auto after = table.relay.records(Side::Desktop);
    QCOMPARE(after.size(), 2u);
    QVERIFY(before.empty() || before[0] == after[0]);
    QCOMPARE(table.relay.repetitions(), kept == MemoryRelay::Kept::Yes ? 1 : 0);
    (void)table.phone.hear<Request>();
    QCOMPARE(table.phone.hear<Outcome>().result, OutcomeResult::Cancelled);
}

void tst_Talk::aCancelledWaitIsNoAttack()
{
    std::stop_source stop;
    stop.request_stop();
    DesktopTable table;
    const auto early = table.talk.waitForPhone(stop.get_token());
    QVERIFY(!early);
    QCOMPARE(early.error().code, ErrorCode::Cancelled);
    // A phone that joins just then is heard by the next wait.
    table.phone.sayHello();
    const auto late = table.talk.waitForPhone({});
    QVERIFY2(late, problemOf(late).constData());

    const auto asked = table.talk.request(sampleRequest(1), stop.get_token());
    QVERIFY(!asked);
    QCOMPARE(asked.error().code, ErrorCode::Cancelled);
    QVERIFY(!table.relay.isEnded()); // there is still an outcome to be told
}

QTEST_GUILESS_MAIN(tst_Talk)
#include "tst_Talk.moc"
