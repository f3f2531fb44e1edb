#include "core/key/mobile/MobileKey.h"

#include "core/base/Beside.h"
#include "core/relay/PhoneTalk.h"
#include "tests/core/relay/SampleTalk.h"
#include "tests/support/Problem.h"
#include "tests/support/RelayProcess.h"
#include "tests/support/SignatureJudge.h"

#include <QtTest>

#include <condition_variable>
#include <future>
#include <mutex>

using namespace bidseal;
using namespace bidseal::key;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cms::DigestAlgorithm;
using cms::SignatureScheme;
using demonstration::CaLevels;
using demonstration::CertificateMint;
using demonstration::KeyType;
using relay::KeyAlgorithm;
using relay::RefusalReason;
using Clock = std::chrono::steady_clock;
using Step = MobileProgress::Step;

namespace {

template <class T> QString codeOf(const Result<T>& result)
{
    return result ? QString() : errorCodeName(result.error().code);
}

relay::RelayAddress addressOf(const RelayProcess& relay)
{
    return { *relay::Origin::parse(relay.origin()), relay.caFile() };
}

/// What the observer was told, for the test's own thread to wait for.
class Screen {
public:
    [[nodiscard]] MobileObserver observer()
    {
        return [this](const MobileProgress& progress) {
            const std::scoped_lock lock(m_mutex);
            m_shown.push_back(progress);
            m_changed.notify_all();
        };
    }
    /// The first progress of this kind that was shown, from the `number`-th on (0 is the first); nothing in 20 s.
    std::optional<MobileProgress> waitFor(Step step, int number = 0)
    {
        return waitUntil([&](const MobileProgress& shown) { return shown.step == step && number-- == 0; });
    }
    std::optional<MobileProgress> waitUntil(const std::function<bool(const MobileProgress&)>& isIt)
    {
        std::unique_lock lock(m_mutex);
        std::size_t seen = 0;
        std::optional<MobileProgress> found;
        m_changed.wait_for(lock, 20s, [&] {
            while (!found && seen < m_shown.size()) {
                if (isIt(m_shown[seen++]))
                    found = m_shown[seen - 1];
            }
            return found.has_value();
        });
        return found;
    }
    [[nodiscard]] std::vector<Step> steps() const
    {
        const std::scoped_lock lock(m_mutex);
        std::vector<Step> steps;
        for (const auto& shown : m_shown)
            steps.push_back(shown.step);
        return steps;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<MobileProgress> m_shown;
};

/// What the phone's owner does.
struct Owner {
    std::chrono::milliseconds slowness {}; ///< between scanning and the phone's first word
    int atOnce = 500;
    std::optional<RefusalReason> refusesRequest {}, refusesSignature {};
    std::function<void()> meanwhile {}; ///< happens while the owner reads the request
    std::function<void()> beforeSigning {}; ///< and while the owner compares the code
};

struct PhoneReport {
    Status ended {};
    std::optional<relay::Request> request {};
    QString compareCode {};
    std::optional<relay::OutcomeResult> outcome {};
};

KeyAlgorithm algorithmOf(const TestSigner& signer)
{
    switch (signer.certificate().keyKind()) {
    case certificate::KeyKind::EcP256:
        return KeyAlgorithm::EcdsaSha256;
    case certificate::KeyKind::EcP384:
        return KeyAlgorithm::EcdsaSha384;
    default:
        return KeyAlgorithm::RsaPkcs1Sha256;
    }
}

/// From the scan to the outcome.
Status talkOnPhone(
    const RelayProcess& relay, const QString& code, const TestSigner& signer, const Owner& owner, PhoneReport& report)
{
    const auto link = relay::Link::parse(code);
    if (!link)
        return failure(link.error());
    relay::RelayClient client({ link->origin, relay.caFile() });
    const auto mailbox = client.join(*link, {});
    if (!mailbox)
        return failure(mailbox.error());
    std::this_thread::sleep_for(owner.slowness);
    relay::PhoneTalk talk(
        **mailbox, { link->origin, link->session, link->versions, link->desktopKey, link->secret.clone() });
    if (auto said = talk.hello(u"Sample app 1.0"_s, u"示例手机"_s, {}); !said)
        return said;
    auto request = talk.waitForRequest({});
    if (!request)
        return failure(request.error());
    report.request = *request;
    if (owner.meanwhile)
        owner.meanwhile();
    if (owner.refusesRequest)
        return talk.refuse(*owner.refusesRequest, {});
    if (auto said = talk.choose(signer.chain(), algorithmOf(signer), owner.atOnce, {}); !said)
        return said;
    auto confirmation = talk.waitForToSign({});
    if (!confirmation)
        return failure(confirmation.error());
    report.compareCode = confirmation->compareCode;
    if (owner.beforeSigning)
        owner.beforeSigning();
    if (owner.refusesSignature)
        return talk.refuse(*owner.refusesSignature, {});
    std::vector<QByteArray> signatures;
    for (const auto& document : confirmation->documents)
        signatures.push_back(signer.sign(document.attributes, relay::signatureAlgorithm(algorithmOf(signer))));
    if (auto said = talk.sendSignatures(signatures, {}); !said)
        return said;
    const auto outcome = talk.waitForOutcome({});
    if (!outcome)
        return failure(outcome.error());
    report.outcome = *outcome;
    return {};
}

/// A phone on a thread of its own.
Beside<PhoneReport> scan(const RelayProcess& relay, const QString& code, const TestSigner& signer, Owner owner = {})
{
    return Beside([&relay, &signer, code, owner = std::move(owner)] {
        PhoneReport report;
        report.ended = talkOnPhone(relay, code, signer, owner, report);
        return report;
    });
}

std::vector<DocumentDescription> sampleDescriptions(int count)
{
    std::vector<DocumentDescription> all;
    for (int i = 1; i <= count; ++i) {
        DocumentDescription one;
        one.name = u"投标文件%1.pdf"_s.arg(i);
        one.pages = 12;
        one.bytes = 482'113;
        one.sha256 = QByteArray(32, char(i));
        one.marks = { { u"公章"_s, { 3, 6 } } };
        all.push_back(std::move(one));
    }
    return all;
}

DescribeDocuments describing(int count)
{
    return
        [count](const std::stop_token&) { return Result<std::vector<DocumentDescription>>(sampleDescriptions(count)); };
}

std::vector<ToBeSigned> toBeSigned(const TestSigner& signer, int count)
{
    std::vector<ToBeSigned> all;
    const auto algorithm = relay::signatureAlgorithm(algorithmOf(signer));
    for (const auto& document : sampleDocuments(signer, count))
        all.push_back({ { algorithm.digest, document.digest }, document.attributes });
    return all;
}

MobileOptions options()
{
    MobileOptions made;
    made.client = u"BidSeal test"_s;
    made.computerId = QByteArray(16, 'c');
    made.computerName = u"示例电脑"_s;
    made.project = u"示例项目"_s;
    return made;
}

/// How one run at the desktop ended.
struct DeskReport {
    Result<std::vector<certificate::Certificate>> chain = failure(ErrorCode::InternalFault);
    Result<std::vector<QByteArray>> signatures = failure(ErrorCode::InternalFault);
    Clock::time_point ended {};
};

/// The desktop's side on a thread of its own, as the flow does it.
struct Desk {
    const TestSigner& signer;
    Screen screen {};
    MobileKey key;
    std::stop_source stop {};
    std::optional<Beside<DeskReport>> report;

    Desk(const RelayProcess& relay, const TestSigner& ofThePhone, MobileOptions wanted = options())
        : signer(ofThePhone)
        , key(addressOf(relay), std::move(wanted), screen.observer())
    {
    }
    ~Desk() { stop.request_stop(); } // a test that has failed waits for nothing
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    void start(int count = 1) { start(count, describing(count)); }
    void start(int count, DescribeDocuments describe)
    {
        report.emplace([this, count, describe = std::move(describe)] {
            DeskReport made;
            made.chain = key.certificateChain(describe, stop.get_token());
            if (made.chain) {
                const auto algorithm = cms::algorithmFor(made.chain->front());
                made.signatures = key.sign(toBeSigned(signer, count), *algorithm, stop.get_token());
            }
            made.ended = Clock::now();
            key.tellOutcome(outcomeOf(made));
            return made;
        });
    }
    static SigningOutcome outcomeOf(const DeskReport& made)
    {
        if (made.signatures)
            return SigningOutcome::Signed;
        const auto& error = made.chain ? made.signatures.error() : made.chain.error();
        return error.code == ErrorCode::Cancelled ? SigningOutcome::Cancelled : SigningOutcome::Failed;
    }
    /// The link of the first code, or of a later one.
    QString code(int number = 0)
    {
        QStringList links;
        const auto shown = screen.waitUntil([&](const MobileProgress& progress) {
            if (!progress.link.isEmpty() && !links.contains(progress.link))
                links.append(progress.link);
            return links.size() > number;
        });
        return shown ? shown->link : QString();
    }
};

} // namespace

class tst_MobileKey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void signsWithThePhonesCertificate_data();
    void signsWithThePhonesCertificate();
    void tellsThePhoneWhatIsAsked();
    void showsTheCodeBeforeTheDocumentsAreDescribed();
    void tellsWhyTheDocumentsCannotBeDescribed();
    void renewsTheCodeInTime();
    void goesOnWithAPhoneThatJoinsAtTheLastMoment();
    void endsAfterTheLastCode();
    void waitsForAPersonAfterTheLastCode();
    void showsANewCodeWhenAsked();
    void showsANewCodeWhenAskedInTheMomentItIsShown();
    void asksForNoNewCodeOnceAPhoneIsThere();
    void showsANewCodeWhereTheRelayHasLostTheOldOne();
    void tellsThePhonesRefusal_data();
    void tellsThePhonesRefusal();
    void tooManyForThePhone();
    void anotherAlgorithmThanThePhones();
    void endsWhereThereIsNoRelay();
    void cancelIsDoneWithinASecond_data();
    void cancelIsDoneWithinASecond();
    void readsAddresses_data();
    void readsAddresses();

private:
    RelayProcess m_relay, m_briefRelay;
    std::unique_ptr<TestSigner> m_signer;
};

void tst_MobileKey::initTestCase()
{
    qunsetenv("https_proxy");
    QVERIFY(m_relay.start());
    QVERIFY(m_briefRelay.start({ .redis = {}, .arguments = { u"--waiting-life"_s, u"3"_s } }));
    m_signer = std::make_unique<TestSigner>(*CertificateMint::create(CaLevels::WithIntermediate),
        demonstration::CertificateOrder { .keyType = KeyType::P256 });
}

void tst_MobileKey::signsWithThePhonesCertificate_data()
{
    QTest::addColumn<KeyType>("keyType");
    QTest::addColumn<int>("count");
    QTest::newRow("RSA") << KeyType::Rsa2048 << 1;
    QTest::newRow("P-256") << KeyType::P256 << 1;
    QTest::newRow("P-384") << KeyType::P384 << 2;
    QTest::newRow("hundreds at once") << KeyType::P256 << 300;
}

void tst_MobileKey::signsWithThePhonesCertificate()
{
    QFETCH(KeyType, keyType);
    QFETCH(int, count);
    const TestSigner signer(*CertificateMint::create(CaLevels::WithIntermediate), { .keyType = keyType });
    Desk desk(m_relay, signer);
    desk.start(count);
    auto phone = scan(m_relay, desk.code(), signer);
    const auto made = desk.report->get();
    const auto seen = phone.get();

    QVERIFY2(made.chain, problemOf(made.chain).constData());
    QVERIFY(*made.chain == signer.chain());
    QVERIFY2(made.signatures, problemOf(made.signatures).constData());
    QVERIFY2(seen.ended, problemOf(seen.ended).constData());
    const auto documents = sampleDocuments(signer, count);
    QCOMPARE(made.signatures->size(), std::size_t(count));
    const auto algorithm = *cms::algorithmFor(signer.certificate());
    for (std::size_t i = 0; i < documents.size(); ++i) {
        QVERIFY(signatureHolds(signer.certificate().der(), documents[i].attributes, (*made.signatures)[i], algorithm));
    }
    QCOMPARE(seen.outcome, relay::OutcomeResult::Signed);
    QCOMPARE(desk.screen.steps(),
        std::vector({ Step::Connecting, Step::WaitingForScan, Step::Scanned, Step::CertificateChosen, Step::Comparing,
            Step::Confirmed }));
    const auto comparing = desk.screen.waitFor(Step::Comparing);
    QCOMPARE(comparing->compareCode, seen.compareCode);
    QCOMPARE(comparing->holder, signer.certificate().holder().displayName);
    QCOMPARE(comparing->device, u"示例手机"_s);
    QCOMPARE(comparing->app, u"Sample app 1.0"_s);
    QVERIFY(comparing->link.isEmpty());
    QCOMPARE(comparing->relay, u"127.0.0.1:%1"_s.arg(m_relay.port()));
    QVERIFY(comparing->expires > Clock::now() + 500s);
}

void tst_MobileKey::tellsThePhoneWhatIsAsked()
{
    Desk desk(m_relay, *m_signer);
    desk.start(2);
    auto phone = scan(m_relay, desk.code(), *m_signer, { .refusesRequest = RefusalReason::Declined });
    const auto seen = phone.get();
    QVERIFY(seen.request);
    QCOMPARE(seen.request->client, u"BidSeal test"_s);
    QCOMPARE(seen.request->computerId, QByteArray(16, 'c'));
    QCOMPARE(seen.request->computerName, u"示例电脑"_s);
    QCOMPARE(seen.request->project, u"示例项目"_s);
    QCOMPARE(seen.request->documents.size(), 2u);
    const auto& second = seen.request->documents.back();
    QCOMPARE(second.name, u"投标文件2.pdf"_s);
    QCOMPARE(second.pages, 12);
    QCOMPARE(second.bytes, 482'113);
    QCOMPARE(second.sha256, QByteArray(32, '\2'));
    QCOMPARE(second.marks.front().seal, u"公章"_s);
    QCOMPARE(second.marks.front().pages, std::vector({ 3, 6 }));
}

void tst_MobileKey::showsTheCodeBeforeTheDocumentsAreDescribed()
{
    std::promise<void> scanned;
    Desk desk(m_relay, *m_signer);
    desk.start(1, [&](const std::stop_token& stop) {
        scanned.get_future().wait(); // takes until somebody has scanned
        return describing(1)(stop);
    });
    auto phone = scan(m_relay, desk.code(), *m_signer);
    QVERIFY(desk.screen.waitFor(Step::Scanned));
    scanned.set_value();
    const auto made = desk.report->get();
    QVERIFY2(made.signatures, problemOf(made.signatures).constData());
    QVERIFY(phone.get().ended);
}

void tst_MobileKey::tellsWhyTheDocumentsCannotBeDescribed()
{
    Desk desk(m_relay, *m_signer);
    desk.start(1, [](const std::stop_token&) -> Result<std::vector<DocumentDescription>> {
        return failure(ErrorCode::FileNotReadable);
    });
    auto phone = scan(m_relay, desk.code(), *m_signer);
    QCOMPARE(codeOf(desk.report->get().chain), errorCodeName(ErrorCode::FileNotReadable));
    QVERIFY(!phone.get().ended);
}

void tst_MobileKey::renewsTheCodeInTime()
{
    RelayProcess relay;
    QVERIFY(relay.start({ .redis = {}, .arguments = { u"--waiting-life"_s, u"8"_s } }));
    Desk desk(relay, *m_signer);
    desk.start();
    const auto first = desk.code();
    const auto began = Clock::now();
    const auto second = desk.code(1);
    QVERIFY(!second.isEmpty() && second != first);
    QVERIFY2(Clock::now() - began < 8s, "before the first one had run out");

    QCOMPARE(codeOf(scan(relay, first, *m_signer).get().ended), errorCodeName(ErrorCode::PhoneCodeExpired));
    auto phone = scan(relay, second, *m_signer);
    const auto made = desk.report->get();
    QVERIFY2(made.signatures, problemOf(made.signatures).constData());
    QVERIFY(phone.get().ended);
}

void tst_MobileKey::goesOnWithAPhoneThatJoinsAtTheLastMoment()
{
    Desk desk(m_briefRelay, *m_signer);
    desk.start();
    auto phone = scan(m_briefRelay, desk.code(), *m_signer, { .slowness = 4s }); // joins, and says nothing for a while
    const auto made = desk.report->get();
    QVERIFY2(made.signatures, problemOf(made.signatures).constData());
    QVERIFY(phone.get().ended);
    QCOMPARE(desk.screen.steps()[2], Step::Scanned); // no other code was shown
}

void tst_MobileKey::endsAfterTheLastCode()
{
    auto two = options();
    two.codes = 2;
    Desk desk(m_briefRelay, *m_signer, two);
    desk.start();
    const auto made = desk.report->get();
    QCOMPARE(codeOf(made.chain), errorCodeName(ErrorCode::PhoneCodeExpired));
    QCOMPARE(desk.screen.steps(), std::vector({ Step::Connecting, Step::WaitingForScan, Step::WaitingForScan }));
}

void tst_MobileKey::waitsForAPersonAfterTheLastCode()
{
    auto patient = options();
    patient.codes = 1;
    patient.afterLastCode = MobileOptions::AfterLastCode::Wait;
    Desk desk(m_briefRelay, *m_signer, patient);
    desk.start();
    const auto expired = desk.screen.waitFor(Step::CodeExpired);
    QVERIFY(expired && expired->link.isEmpty());
    std::this_thread::sleep_for(500ms);
    const auto renewed = Clock::now();
    desk.key.renewCode();
    auto phone = scan(m_briefRelay, desk.code(1), *m_signer);
    const auto made = desk.report->get();
    QVERIFY2(made.signatures, problemOf(made.signatures).constData());
    QVERIFY(made.ended > renewed);
    QVERIFY(phone.get().ended);
}

/// A click may come before anybody waits for the code that it is about.
void tst_MobileKey::showsANewCodeWhenAskedInTheMomentItIsShown()
{
    Screen screen;
    MobileKey* shown = nullptr;
    QString first;
    MobileKey key(addressOf(m_relay), options(), [&, tell = screen.observer()](const MobileProgress& progress) {
        if (first.isEmpty() && !progress.link.isEmpty()) {
            first = progress.link;
            shown->renewCode();
        }
        tell(progress);
    });
    shown = &key;
    std::stop_source stop;
    auto chain = Beside([&] { return key.certificateChain(describing(1), stop.get_token()).has_value(); });
    const auto second = screen.waitUntil(
        [&](const MobileProgress& progress) { return !progress.link.isEmpty() && progress.link != first; });
    stop.request_stop();
    QVERIFY(!chain.get());
    QVERIFY(second);
}

void tst_MobileKey::showsANewCodeWhenAsked()
{
    Desk desk(m_relay, *m_signer);
    desk.start();
    const auto first = desk.code();
    const auto asked = Clock::now();
    desk.key.renewCode();
    const auto second = desk.code(1);
    QVERIFY(!second.isEmpty() && second != first);
    QVERIFY(Clock::now() - asked < 1s);
    QCOMPARE(codeOf(scan(m_relay, first, *m_signer).get().ended), errorCodeName(ErrorCode::PhoneCodeExpired));
    auto phone = scan(m_relay, second, *m_signer);
    QVERIFY(desk.report->get().signatures);
    QVERIFY(phone.get().ended);
}

void tst_MobileKey::asksForNoNewCodeOnceAPhoneIsThere()
{
    Desk desk(m_relay, *m_signer);
    desk.start();
    auto phone = scan(m_relay, desk.code(), *m_signer, { .meanwhile = [&] { desk.key.renewCode(); } });
    const auto made = desk.report->get();
    QVERIFY2(made.signatures, problemOf(made.signatures).constData());
    QVERIFY(phone.get().ended);
}

void tst_MobileKey::showsANewCodeWhereTheRelayHasLostTheOldOne()
{
    RelayProcess relay;
    QVERIFY(relay.start());
    Desk desk(relay, *m_signer);
    desk.start();
    const auto first = desk.code();
    relay.kill();
    QVERIFY(desk.screen.waitUntil([](const MobileProgress& shown) { return shown.isInterrupted; }));
    QVERIFY(relay.restart());
    const auto second = desk.code(1);
    QVERIFY(!second.isEmpty() && second != first);
    auto phone = scan(relay, second, *m_signer);
    const auto made = desk.report->get();
    QVERIFY2(made.signatures, problemOf(made.signatures).constData());
    QVERIFY(phone.get().ended);
}

void tst_MobileKey::tellsThePhonesRefusal_data()
{
    QTest::addColumn<Owner>("owner");
    QTest::addColumn<ErrorCode>("expected");
    const auto atOnce = [](RefusalReason reason) { return Owner { .refusesRequest = reason }; };
    const auto atTheCode = [](RefusalReason reason) { return Owner { .refusesSignature = reason }; };
    QTest::newRow("declined") << atOnce(RefusalReason::Declined) << ErrorCode::PhoneRefused;
    QTest::newRow("no certificate") << atOnce(RefusalReason::NoCertificate) << ErrorCode::PhoneCannotSign;
    QTest::newRow("too many") << atOnce(RefusalReason::TooMany) << ErrorCode::PhoneBatchTooLarge;
    QTest::newRow("declined later") << atTheCode(RefusalReason::Declined) << ErrorCode::PhoneRefused;
    QTest::newRow("code differs") << atTheCode(RefusalReason::CodeDiffers) << ErrorCode::PhoneCodeDiffers;
    QTest::newRow("PIN locked") << atTheCode(RefusalReason::PinLocked) << ErrorCode::PinLocked;
}

void tst_MobileKey::tellsThePhonesRefusal()
{
    QFETCH(Owner, owner);
    QFETCH(ErrorCode, expected);
    Desk desk(m_relay, *m_signer);
    desk.start();
    auto phone = scan(m_relay, desk.code(), *m_signer, owner);
    const auto made = desk.report->get();
    QVERIFY(!made.signatures);
    QCOMPARE(owner.refusesRequest ? codeOf(made.chain) : codeOf(made.signatures), errorCodeName(expected));
    QVERIFY(phone.get().ended);
}

void tst_MobileKey::tooManyForThePhone()
{
    Desk desk(m_relay, *m_signer);
    desk.start(3);
    auto phone = scan(m_relay, desk.code(), *m_signer, { .atOnce = 2 });
    QCOMPARE(codeOf(desk.report->get().chain), errorCodeName(ErrorCode::PhoneBatchTooLarge));
    QCOMPARE(codeOf(phone.get().ended), errorCodeName(ErrorCode::Cancelled)); // the desktop has ended it
}

void tst_MobileKey::anotherAlgorithmThanThePhones()
{
    Screen screen;
    MobileKey key(addressOf(m_relay), options(), screen.observer());
    auto phone = Beside([&] {
        const auto shown = screen.waitFor(Step::WaitingForScan);
        return scan(m_relay, shown ? shown->link : QString(), *m_signer).get();
    });
    const auto chain = key.certificateChain(describing(1), {});
    QVERIFY2(chain, problemOf(chain).constData());
    for (const auto algorithm : { cms::SignatureAlgorithm { SignatureScheme::Ecdsa, DigestAlgorithm::Sha384 },
             cms::SignatureAlgorithm { SignatureScheme::RsaPkcs1, DigestAlgorithm::Sha256 } }) {
        QCOMPARE(codeOf(key.sign(toBeSigned(*m_signer, 1), algorithm, {})), errorCodeName(ErrorCode::KeyUnsupported));
    }
    key.tellOutcome(SigningOutcome::Failed);
    QVERIFY(!phone.get().ended);
}

void tst_MobileKey::endsWhereThereIsNoRelay()
{
    MobileKey untrusted({ *relay::Origin::parse(m_relay.origin()), {} }, options(), {});
    QCOMPARE(codeOf(untrusted.certificateChain(describing(1), {})), errorCodeName(ErrorCode::RelayUntrusted));
    untrusted.tellOutcome(SigningOutcome::Failed);
}

void tst_MobileKey::cancelIsDoneWithinASecond_data()
{
    QTest::addColumn<Step>("step");
    QTest::newRow("while the code is shown") << Step::WaitingForScan;
    QTest::newRow("while the owner reads") << Step::Scanned;
    QTest::newRow("while the owner compares") << Step::Comparing;
}

void tst_MobileKey::cancelIsDoneWithinASecond()
{
    QFETCH(Step, step);
    Desk desk(m_relay, *m_signer);
    desk.start();
    const auto code = desk.code();
    std::promise<void> cancelled;
    std::optional<Beside<PhoneReport>> phone;
    if (step != Step::WaitingForScan) {
        const auto waits = [&cancelled] { cancelled.get_future().wait(); };
        phone.emplace(scan(m_relay, code, *m_signer,
            step == Step::Scanned ? Owner { .meanwhile = waits } : Owner { .beforeSigning = waits }));
    }
    QVERIFY(desk.screen.waitFor(step));
    std::this_thread::sleep_for(300ms);
    const auto asked = Clock::now();
    desk.stop.request_stop();
    const auto made = desk.report->get();
    QVERIFY(Clock::now() - asked < 1s); // with telling the phone
    QVERIFY(!made.signatures);
    QCOMPARE(
        step == Step::Comparing ? codeOf(made.signatures) : codeOf(made.chain), errorCodeName(ErrorCode::Cancelled));
    cancelled.set_value();
    if (step == Step::WaitingForScan) // nobody can join any more
        QCOMPARE(codeOf(scan(m_relay, code, *m_signer).get().ended), errorCodeName(ErrorCode::PhoneCodeExpired));
    else if (step == Step::Scanned) // the phone learns it in place of what it waits for
        QCOMPARE(codeOf(phone->get().ended), errorCodeName(ErrorCode::Cancelled));
    else
        QCOMPARE(phone->get().outcome, relay::OutcomeResult::Cancelled);
}

void tst_MobileKey::readsAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("origin"); // empty: refused
    QTest::addColumn<QString>("caFile");
    QTest::newRow("plain") << u"mobile:https://relay.example.com"_s << QByteArray("https://relay.example.com")
                           << QString();
    QTest::newRow("port and CA") << u"mobile:https://127.0.0.1:8443;ca=/etc/示例/ca.pem"_s
                                 << QByteArray("https://127.0.0.1:8443") << u"/etc/示例/ca.pem"_s;
    QTest::newRow("CA with a semicolon") << u"mobile:https://relay.example.com;ca=/a;b/ca.pem"_s
                                         << QByteArray("https://relay.example.com") << u"/a;b/ca.pem"_s;
    for (const auto& wrong : { u"mobile:"_s, u"mobile:http://relay.example.com"_s, u"https://relay.example.com"_s,
             u"mobile:https://relay.example.com/path"_s, u"mobile:https://relay.example.com;"_s,
             u"mobile:https://relay.example.com;ca="_s, u"mobile:https://relay.example.com;pin=1"_s,
             u"mobile:;ca=/etc/ca.pem"_s })
        QTest::newRow(wrong.toUtf8().constData()) << wrong << QByteArray() << QString();
}

void tst_MobileKey::readsAddresses()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, origin);
    QFETCH(QString, caFile);
    const auto address = parseMobileAddress(text);
    if (origin.isEmpty()) {
        QCOMPARE(codeOf(address), errorCodeName(ErrorCode::RelayAddressInvalid));
        return;
    }
    QVERIFY2(address, problemOf(address).constData());
    QCOMPARE(address->origin.ascii(), origin);
    QCOMPARE(address->caFile, caFile);
    const MobileKey key(*address, options(), {});
    QCOMPARE(key.description(), u"mobile:"_s + QString::fromLatin1(origin));
}

QTEST_GUILESS_MAIN(tst_MobileKey)
#include "tst_MobileKey.moc"
