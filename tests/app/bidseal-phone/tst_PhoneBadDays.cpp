#include "core/base/Beside.h"
#include "core/key/mobile/MobileKey.h"
#include "core/signing/SigningFlow.h"
#include "tests/app/bidseal-phone/PhoneDesk.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Forwarder.h"
#include "tests/support/OpenGate.h"
#include "tests/support/Problem.h"
#include "tests/support/RedisProcess.h"
#include "tests/support/RelayProcess.h"

#include <QtTest>

#include <functional>
#include <future>
#include <map>
#include <semaphore>

using namespace bidseal;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using demonstration::CertificateOrder;
using demonstration::KeyType;
using demonstration::KeyUse;
using demonstration::Validity;
using Steady = std::chrono::steady_clock;
using Network = Forwarder::Network;

namespace {

/// How a bad day ended, on both screens.
struct Ended {
    std::unique_ptr<PhoneDesk> desk;
    CliRun cli {};
    PhoneRun phone {};
    std::chrono::milliseconds needed {}; ///< from what went wrong to the end
    QString fault {}; ///< of the test itself

    void expectSigned() const
    {
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        desk->expectSigned(cli);
    }
    void expectNothingSigned(ErrorCode code, int exitCode = 3) const
    {
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        desk->expectNothingSigned(cli, code, exitCode);
    }
};

using Course = std::function<void(PhoneDesk&, Ended&)>;

std::chrono::milliseconds since(Steady::time_point moment)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - moment);
}

CertificateOrder fastKey() { return { .keyType = KeyType::P256 }; } // minted in no time

Ended at(const RelayProcess& relay, const Course& course, const CertificateOrder& order = fastKey())
{
    Ended ended { std::make_unique<PhoneDesk>(relay, order) };
    course(*ended.desk, ended);
    return ended;
}

/// With a relay that only this day has.
Ended atOwnRelay(
    const RelayProcess::Options& options, const std::function<void(RelayProcess&, PhoneDesk&, Ended&)>& course)
{
    RelayProcess relay;
    if (!relay.start(options))
        return { .desk = nullptr, .fault = u"no relay"_s };
    return at(relay, [&](PhoneDesk& desk, Ended& ended) { course(relay, desk, ended); });
}

/// A phone that answers as `how` says, and a desktop that waits for it.
Course answeredWith(const QStringList& how, const QStringList& more = {})
{
    return [how, more](PhoneDesk& desk, Ended& ended) {
        auto cli = desk.sign(more);
        ended.phone = desk.answer(cli.waitForLink(), how);
        ended.cli = cli.finish();
    };
}

QStringList confirmedAfter(int seconds) { return { u"--confirm"_s, u"--delay"_s, QString::number(seconds) }; }

QByteArray rowName(const char* test, const char* row) { return QByteArray(test) + ':' + row; }

struct Row {
    const char* name;
    QStringList how;
    ErrorCode expected;
    int exitCode = 3;
};

const std::vector<Row>& refusals()
{
    static const std::vector<Row> rows {
        { "declined at once", { u"--refuse"_s }, ErrorCode::PhoneRefused, 1 },
        { "declined", { u"--misbehave"_s, u"declined"_s }, ErrorCode::PhoneRefused, 1 },
        { "codes differ", { u"--misbehave"_s, u"code-differs"_s }, ErrorCode::PhoneCodeDiffers, 1 },
        { "PIN locked", { u"--misbehave"_s, u"pin-locked"_s }, ErrorCode::PinLocked },
        { "no certificate", { u"--misbehave"_s, u"no-certificate"_s }, ErrorCode::PhoneCannotSign },
        { "too many", { u"--misbehave"_s, u"too-many"_s }, ErrorCode::PhoneBatchTooLarge },
        { "not supported", { u"--misbehave"_s, u"not-supported"_s }, ErrorCode::PhoneCannotSign },
    };
    return rows;
}

const std::vector<Row>& faultyMessages()
{
    const auto faulty = [](const QString& how) { return QStringList { u"--misbehave"_s, how }; };
    static const std::vector<Row> rows {
        { "not JSON", faulty(u"malformed"_s), ErrorCode::PhoneMessageInvalid },
        { "one member too many", faulty(u"unknown-member"_s), ErrorCode::PhoneMessageInvalid },
        { "a record of noise", faulty(u"garbage-record"_s), ErrorCode::PhoneMessageInvalid },
        { "a record of another size", faulty(u"odd-record"_s), ErrorCode::PhoneMessageInvalid },
        { "too large", faulty(u"oversized"_s), ErrorCode::PhoneMessageInvalid },
        { "another commitment", faulty(u"wrong-commitment"_s), ErrorCode::PhoneMessageInvalid },
        { "revealed too early", faulty(u"early-reveal"_s), ErrorCode::PhoneMessageInvalid },
        { "signed too early", faulty(u"early-signatures"_s), ErrorCode::PhoneMessageInvalid },
        { "too few signatures", faulty(u"too-few-signatures"_s), ErrorCode::PhoneMessageInvalid },
        { "a signature over other bytes", faulty(u"wrong-signature"_s), ErrorCode::SignatureWrong },
    };
    return rows;
}

constexpr std::array kVanishings { "hello", "request", "certificate", "toSign", "code" };

struct UnfitCertificate {
    const char* name;
    CertificateOrder order;
    ErrorCode expected;
};
const std::vector<UnfitCertificate>& unfitCertificates()
{
    static const std::vector<UnfitCertificate> all {
        { "for encryption", { .keyType = KeyType::P256, .keyUse = KeyUse::Encryption },
            ErrorCode::CertificateForEncryption },
        { "expired", { .keyType = KeyType::P256, .validity = Validity::years(2020, 2021) },
            ErrorCode::CertificateExpired },
        { "not yet valid", { .keyType = KeyType::P256, .validity = Validity::years(2040, 2041) },
            ErrorCode::CertificateNotYetValid },
    };
    return all;
}

/// Where only some tests are asked for, only their days begin.
bool isAskedFor(const QByteArray& day)
{
    const auto tests = QCoreApplication::arguments().mid(1).filter(QRegularExpression(u"^[a-zA-Z]"_s));
    const auto name = QString::fromLatin1(day);
    const auto isOneOf
        = [&](const QString& test) { return name == test || test.section(u':', 0, 0) == name.section(u':', 0, 0); };
    return tests.isEmpty() || std::any_of(tests.begin(), tests.end(), isOneOf);
}

} // namespace

/// Most of a bad day is waiting: all begin at once, each on a thread of its own, and the tests judge how they end.
class tst_PhoneBadDays : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    // The relay
    void relayThatIsNotThere();
    void relayThatIsNotTrusted();
    void addressThatIsNone();
    void relayThatGoesAwayWhileTheCodeIsShown();
    void relayThatLosesTheCode();
    void relayThatLosesTheSession();
    void relayWithRedisKeepsCodeAndSession();

    // The network and the time
    void networkLostForHalfAMinute();
    void networkCutOffWhileTheCodeIsShown();
    void phoneWithoutNetworkForAWhile();
    void clockThatIsADayOff_data();
    void clockThatIsADayOff();
    void codeThatNobodyScans();
    void timeoutOfTheCommandLine();
    void sessionThatRunsOut();

    // The phone and its owner
    void refusal_data();
    void refusal();
    void codeThatAnotherPhoneHasUsed();
    void certificateThatMayNotSign_data();
    void certificateThatMayNotSign();
    void certificateOfAnotherCompanyThanTheSeals();
    void signatureByAnotherKeyThanTheCertificates();
    void phoneThatVanishes_data();
    void phoneThatVanishes();
    void phoneThatVanishesAfterItsSignatures();
    void faultyMessage_data();
    void faultyMessage();

    // The person at the computer
    void interruptWhileTheCodeIsShown();
    void interruptWhileTheOwnerCompares();

private:
    void begin(const QByteArray& day, std::function<Ended()> course);
    /// Does not keep the others from getting on.
    void beginShort(const QByteArray& day, std::function<Ended()> course);
    Ended end(const QByteArray& day = QTest::currentTestFunction()) { return m_days.at(day).get(); }
    Ended endOfTheRow() { return end(rowName(QTest::currentTestFunction(), QTest::currentDataTag())); }

    void beginRelaysDays();
    void beginNetworksDays();
    void beginPhonesDays();
    void beginPersonsDays();

    RelayProcess m_relay, m_briefCodes, m_briefSessions;
    std::counting_semaphore<6> m_few { 6 };
    std::map<QByteArray, Beside<Ended>> m_days;
};

void tst_PhoneBadDays::begin(const QByteArray& day, std::function<Ended()> course)
{
    if (isAskedFor(day))
        m_days.try_emplace(day, std::move(course));
}

void tst_PhoneBadDays::beginShort(const QByteArray& day, std::function<Ended()> course)
{
    begin(day, [this, course = std::move(course)] {
        m_few.acquire();
        auto ended = course();
        m_few.release();
        return ended;
    });
}

void tst_PhoneBadDays::initTestCase()
{
    qunsetenv("https_proxy");
    QVERIFY(m_relay.start());
    QVERIFY(m_briefCodes.start({ .redis = {}, .arguments = { u"--waiting-life"_s, u"3"_s } }));
    QVERIFY(m_briefSessions.start({ .redis = {}, .arguments = { u"--joined-life"_s, u"8"_s } }));
    beginNetworksDays(); // the longest first
    beginRelaysDays();
    beginPersonsDays();
    beginPhonesDays();
}

// The relay

void tst_PhoneBadDays::beginRelaysDays()
{
    begin("relayThatIsNotThere", [this] {
        return at(m_relay, [](PhoneDesk& desk, Ended& ended) {
            desk.setPort(1);
            const auto began = Steady::now();
            ended.cli = desk.sign().finish();
            ended.needed = since(began);
        });
    });
    beginShort("relayThatIsNotTrusted", [this] {
        return at(m_relay, [](PhoneDesk& desk, Ended& ended) {
            const auto systemsAuthorities = desk.key().section(u';', 0, 0);
            ended.cli = desk.signWith(systemsAuthorities).finish();
        });
    });
    beginShort("addressThatIsNone", [this] {
        return at(m_relay,
            [](PhoneDesk& desk, Ended& ended) { ended.cli = desk.signWith(u"mobile:http://127.0.0.1"_s).finish(); });
    });
    begin("relayThatGoesAwayWhileTheCodeIsShown", [] {
        return atOwnRelay({ .redis = {}, .arguments = { u"--waiting-life"_s, u"6"_s } },
            [](RelayProcess& relay, PhoneDesk& desk, Ended& ended) {
                auto cli = desk.sign();
                (void)cli.waitForLink();
                relay.kill();
                ended.cli = cli.finish();
            });
    });
    begin("relayThatLosesTheCode", [] {
        return atOwnRelay({}, [](RelayProcess& relay, PhoneDesk& desk, Ended& ended) {
            auto cli = desk.sign();
            const auto first = cli.waitForLink();
            if (!relay.restart())
                ended.fault = u"not restarted"_s;
            const auto second = cli.waitForLink();
            if (const auto late = desk.answer(first); late.errorCode() != u"phone-code-expired"_s)
                ended.fault = u"the lost code: "_s + late.errorCode();
            ended.phone = desk.answer(second);
            ended.cli = cli.finish();
        });
    });
    begin("relayThatLosesTheSession", [] {
        return atOwnRelay({}, [](RelayProcess& relay, PhoneDesk& desk, Ended& ended) {
            auto cli = desk.sign();
            const auto phone = desk.scan(cli.waitForLink(), confirmedAfter(6));
            (void)cli.waitForCompareCode();
            const auto lost = Steady::now();
            if (!relay.restart())
                ended.fault = u"not restarted"_s;
            ended.cli = cli.finish();
            ended.needed = since(lost);
            ended.phone = PhoneDesk::finish(*phone);
        });
    });
    begin("relayWithRedisKeepsCodeAndSession", [] {
        RedisProcess redis;
        if (!redis.start())
            return Ended { .desk = nullptr, .fault = u"no Redis"_s };
        return atOwnRelay(
            { .redis = redis.url(), .arguments = {} }, [](RelayProcess& relay, PhoneDesk& desk, Ended& ended) {
                auto cli = desk.sign();
                const auto link = cli.waitForLink();
                relay.kill();
                std::this_thread::sleep_for(2s);
                if (!relay.restart())
                    ended.fault = u"not restarted"_s;
                const auto phone = desk.scan(link, confirmedAfter(6)); // the same code
                (void)cli.waitForCompareCode();
                relay.kill();
                std::this_thread::sleep_for(2s);
                if (!relay.restart())
                    ended.fault = u"not restarted again"_s;
                ended.cli = cli.finish();
                ended.phone = PhoneDesk::finish(*phone);
            });
    });
}

void tst_PhoneBadDays::relayThatIsNotThere()
{
    const auto ended = end();
    ended.expectNothingSigned(ErrorCode::RelayUnreachable);
    QVERIFY(ended.needed > 25s); // a short interruption would have been waited out
}

void tst_PhoneBadDays::relayThatIsNotTrusted() { end().expectNothingSigned(ErrorCode::RelayUntrusted); }

void tst_PhoneBadDays::addressThatIsNone() { end().expectNothingSigned(ErrorCode::RelayAddressInvalid, 2); }

void tst_PhoneBadDays::relayThatGoesAwayWhileTheCodeIsShown()
{
    end().expectNothingSigned(ErrorCode::RelayUnreachable);
}

void tst_PhoneBadDays::relayThatLosesTheCode()
{
    const auto ended = end();
    ended.expectSigned(); // another code was shown
    QVERIFY2(ended.phone.outcome() == u"signed"_s, ended.phone.output + ended.phone.errors);
}

void tst_PhoneBadDays::relayThatLosesTheSession()
{
    const auto ended = end();
    ended.expectNothingSigned(ErrorCode::PhoneSessionExpired);
    QVERIFY(ended.needed < 15s); // nobody waits for ten minutes
    QVERIFY2(ended.phone.errorCode() == u"phone-session-expired"_s, ended.phone.output + ended.phone.errors);
}

void tst_PhoneBadDays::relayWithRedisKeepsCodeAndSession()
{
    const auto ended = end();
    ended.expectSigned();
    QVERIFY2(ended.phone.outcome() == u"signed"_s, ended.phone.output + ended.phone.errors);
}

// The network and the time

void tst_PhoneBadDays::beginNetworksDays()
{
    begin("networkLostForHalfAMinute", [this] {
        return at(m_relay, [this](PhoneDesk& desk, Ended& ended) {
            Forwarder network(m_relay.port());
            desk.setPort(network.port());
            auto cli = desk.sign();
            const auto phone = desk.scan(cli.waitForLink(), confirmedAfter(20));
            (void)cli.waitForCompareCode();
            network.set(Network::Silent);
            std::this_thread::sleep_for(30s); // meanwhile the owner confirms
            network.set(Network::Working);
            const auto back = Steady::now();
            ended.cli = cli.finish();
            ended.needed = since(back);
            ended.phone = PhoneDesk::finish(*phone);
        });
    });
    begin("networkCutOffWhileTheCodeIsShown", [this] {
        return at(m_relay, [this](PhoneDesk& desk, Ended& ended) {
            Forwarder network(m_relay.port());
            desk.setPort(network.port());
            auto cli = desk.sign();
            const auto link = cli.waitForLink();
            network.set(Network::Cut);
            const auto phone = desk.scan(link);
            std::this_thread::sleep_for(6s);
            network.set(Network::Working);
            ended.cli = cli.finish();
            ended.phone = PhoneDesk::finish(*phone);
        });
    });
    begin("phoneWithoutNetworkForAWhile", [] {
        Forwarder network(0);
        const auto origin = u"https://127.0.0.1:%1"_s.arg(network.port());
        return atOwnRelay({ .redis = {}, .arguments = { u"--public-url"_s, origin } },
            [&](RelayProcess& relay, PhoneDesk& desk, Ended& ended) {
                network.leadTo(relay.port());
                auto cli = desk.sign();
                const auto phone = desk.scan(cli.waitForLink(), confirmedAfter(2));
                (void)cli.waitForCompareCode();
                network.set(Network::Cut); // when the owner confirms there is no network
                std::this_thread::sleep_for(6s);
                network.set(Network::Working);
                ended.cli = cli.finish();
                ended.phone = PhoneDesk::finish(*phone);
            });
    });
    begin("codeThatNobodyScans", [this] {
        return at(m_briefCodes, [](PhoneDesk& desk, Ended& ended) {
            auto cli = desk.sign();
            QStringList links;
            for (int i = 0; i < 5; ++i)
                links.append(cli.waitForLink());
            ended.cli = cli.finish();
            if (links.contains(QString()) || links.removeDuplicates() > 0)
                ended.fault = u"not five codes"_s;
        });
    });
    beginShort("timeoutOfTheCommandLine", [this] {
        return at(m_relay, [](PhoneDesk& desk, Ended& ended) {
            const auto began = Steady::now();
            ended.cli = desk.sign({ u"--timeout"_s, u"2"_s }).finish();
            ended.needed = since(began);
        });
    });
    begin("sessionThatRunsOut", [this] {
        return at(m_briefSessions, [](PhoneDesk& desk, Ended& ended) {
            auto cli = desk.sign();
            ended.phone = desk.answer(cli.waitForLink(), confirmedAfter(12)); // too late
            ended.cli = cli.finish();
        });
    });
}

void tst_PhoneBadDays::networkLostForHalfAMinute()
{
    const auto ended = end();
    ended.expectSigned();
    QVERIFY2(ended.phone.outcome() == u"signed"_s, ended.phone.output + ended.phone.errors);
    QVERIFY(ended.needed < 15s); // it was noticed that the network is back
}

void tst_PhoneBadDays::networkCutOffWhileTheCodeIsShown()
{
    const auto ended = end();
    ended.expectSigned();
    QVERIFY2(ended.phone.outcome() == u"signed"_s, ended.phone.output + ended.phone.errors);
}

void tst_PhoneBadDays::phoneWithoutNetworkForAWhile()
{
    const auto ended = end();
    ended.expectSigned();
    QVERIFY2(ended.phone.outcome() == u"signed"_s, ended.phone.output + ended.phone.errors);
}

void tst_PhoneBadDays::clockThatIsADayOff_data()
{
    QTest::addColumn<int>("days");
    QTest::newRow("fast") << 1;
    QTest::newRow("slow") << -1;
}

/// The flow's clock is another; the session lives by clocks that nobody sets.
void tst_PhoneBadDays::clockThatIsADayOff()
{
    QFETCH(int, days);
    PhoneDesk desk(m_relay, fastKey());
    const FixedClock clock(QDateTime::currentDateTimeUtc().addDays(days));
    const auto journal = journal::Journal::open(desk.place.path(u"data/journal.sqlite"_s));
    QVERIFY2(journal, problemOf(journal).constData());
    key::MobileOptions options;
    options.client = u"BidSeal test"_s;
    options.computerId = QByteArray(16, 'c');
    options.computerName = u"示例电脑"_s;
    std::promise<QString> code;
    key::MobileKey key(*key::parseMobileAddress(desk.key()), options, [&](const key::MobileProgress& progress) {
        if (progress.step == key::MobileProgress::Step::WaitingForScan)
            code.set_value(progress.link);
    });
    auto phone = Beside([&] { return desk.answer(code.get_future().get()); });
    signing::SigningRequest request;
    request.source = desk.place.source();
    request.output = desk.place.output();
    testing::OpenGate gate;
    const auto document = signing::sign(request, key, { clock, **journal, gate });
    QVERIFY2(document, problemOf(document).constData());
    QCOMPARE(document->claimedTime.date(), clock.nowUtc().date());
    QCOMPARE(phone.get().outcome(), u"signed"_s);
    desk.expectSigned(desk.place.source(), desk.place.output());
}

void tst_PhoneBadDays::codeThatNobodyScans() { end().expectNothingSigned(ErrorCode::PhoneCodeExpired); }

void tst_PhoneBadDays::timeoutOfTheCommandLine()
{
    const auto ended = end();
    ended.expectNothingSigned(ErrorCode::PhoneCodeExpired);
    QVERIFY(ended.needed >= 2s && ended.needed < 20s);
}

void tst_PhoneBadDays::sessionThatRunsOut()
{
    const auto ended = end();
    ended.expectNothingSigned(ErrorCode::PhoneSessionExpired);
    QVERIFY2(ended.phone.errorCode() == u"phone-session-expired"_s, ended.phone.output + ended.phone.errors);
}

// The phone and its owner

void tst_PhoneBadDays::beginPhonesDays()
{
    for (const auto* step : kVanishings) {
        begin(rowName("phoneThatVanishes", step), [this, step] {
            return at(m_briefSessions, answeredWith({ u"--vanish"_s, QString::fromLatin1(step) }));
        });
    }
    beginShort("phoneThatVanishesAfterItsSignatures", [this] {
        return at(m_relay, answeredWith({ u"--vanish"_s, u"signatures"_s }));
    });
    for (const auto& row : refusals()) {
        beginShort(rowName("refusal", row.name), [this, &row] { return at(m_relay, answeredWith(row.how)); });
    }
    for (const auto& row : faultyMessages()) {
        beginShort(rowName("faultyMessage", row.name), [this, &row] { return at(m_relay, answeredWith(row.how)); });
    }
    for (const auto& unfit : unfitCertificates()) {
        beginShort(rowName("certificateThatMayNotSign", unfit.name),
            [this, &unfit] { return at(m_relay, answeredWith({ u"--confirm"_s }), unfit.order); });
    }
    beginShort("certificateOfAnotherCompanyThanTheSeals", [this] {
        return at(m_relay, [](PhoneDesk& desk, Ended& ended) {
            const QStringList seal { u"--seal"_s, desk.place.sealFile(u"seal.png"_s), u"--seal-size"_s, u"42mm"_s,
                u"--at"_s, u"page=1,x=100mm,y=100mm"_s, u"--seal-holder"_s, demonstration::sampleAgency().name };
            answeredWith({ u"--confirm"_s }, seal)(desk, ended);
        });
    });
    beginShort("signatureByAnotherKeyThanTheCertificates", [this] {
        return at(m_relay, [](PhoneDesk& desk, Ended& ended) {
            const auto other = desk.keyFile(fastKey());
            answeredWith({ u"--p12"_s, other, u"--misbehave"_s, u"other-certificate"_s })(desk, ended);
        });
    });
    beginShort("codeThatAnotherPhoneHasUsed", [this] {
        return at(m_relay, [](PhoneDesk& desk, Ended& ended) {
            auto cli = desk.sign();
            const auto link = cli.waitForLink();
            const auto first = desk.scan(link, confirmedAfter(3));
            (void)cli.waitForScan();
            ended.phone = desk.answer(link);
            const auto owners = PhoneDesk::finish(*first);
            ended.cli = cli.finish();
            if (owners.outcome() != u"signed"_s)
                ended.fault = u"the first phone was disturbed"_s;
        });
    });
}

void tst_PhoneBadDays::refusal_data()
{
    QTest::addColumn<ErrorCode>("expected");
    QTest::addColumn<int>("exitCode");
    for (const auto& row : refusals())
        QTest::newRow(row.name) << row.expected << row.exitCode;
}

void tst_PhoneBadDays::refusal()
{
    QFETCH(ErrorCode, expected);
    QFETCH(int, exitCode);
    endOfTheRow().expectNothingSigned(expected, exitCode);
}

void tst_PhoneBadDays::codeThatAnotherPhoneHasUsed()
{
    const auto ended = end();
    ended.expectSigned(); // with the phone that was first
    QVERIFY2(ended.phone.errorCode() == u"phone-code-used"_s, ended.phone.output + ended.phone.errors);
}

void tst_PhoneBadDays::certificateThatMayNotSign_data()
{
    QTest::addColumn<ErrorCode>("expected");
    for (const auto& unfit : unfitCertificates())
        QTest::newRow(unfit.name) << unfit.expected;
}

void tst_PhoneBadDays::certificateThatMayNotSign()
{
    QFETCH(ErrorCode, expected);
    const auto ended = endOfTheRow();
    ended.expectNothingSigned(expected);
    QVERIFY(ended.phone.compareCode().isEmpty()); // nobody was asked to sign with it
}

void tst_PhoneBadDays::certificateOfAnotherCompanyThanTheSeals()
{
    const auto ended = end();
    ended.expectNothingSigned(ErrorCode::HolderDiffers);
    QVERIFY(ended.phone.compareCode().isEmpty());
}

void tst_PhoneBadDays::signatureByAnotherKeyThanTheCertificates()
{
    end().expectNothingSigned(ErrorCode::SignatureWrong);
}

void tst_PhoneBadDays::phoneThatVanishes_data()
{
    QTest::addColumn<int>("unused");
    for (const auto* step : kVanishings)
        QTest::newRow(step) << 0;
}

void tst_PhoneBadDays::phoneThatVanishes() { endOfTheRow().expectNothingSigned(ErrorCode::PhoneSessionExpired); }

void tst_PhoneBadDays::phoneThatVanishesAfterItsSignatures() { end().expectSigned(); }

void tst_PhoneBadDays::faultyMessage_data()
{
    QTest::addColumn<ErrorCode>("expected");
    for (const auto& row : faultyMessages())
        QTest::newRow(row.name) << row.expected;
}

void tst_PhoneBadDays::faultyMessage()
{
    QFETCH(ErrorCode, expected);
    endOfTheRow().expectNothingSigned(expected);
}

// The person at the computer

void tst_PhoneBadDays::beginPersonsDays()
{
    beginShort("interruptWhileTheCodeIsShown", [this] {
        return at(m_relay, [](PhoneDesk& desk, Ended& ended) {
            auto cli = desk.sign();
            const auto link = cli.waitForLink();
            const auto pressed = Steady::now();
            cli.interrupt();
            ended.cli = cli.finish();
            ended.needed = since(pressed);
            ended.phone = desk.answer(link);
        });
    });
    beginShort("interruptWhileTheOwnerCompares", [this] {
        return at(m_relay, [](PhoneDesk& desk, Ended& ended) {
            auto cli = desk.sign();
            const auto phone = desk.scan(cli.waitForLink(), confirmedAfter(5));
            (void)cli.waitForCompareCode();
            const auto pressed = Steady::now();
            cli.interrupt();
            ended.cli = cli.finish();
            ended.needed = since(pressed);
            ended.phone = PhoneDesk::finish(*phone);
        });
    });
}

void tst_PhoneBadDays::interruptWhileTheCodeIsShown()
{
    const auto ended = end();
    ended.expectNothingSigned(ErrorCode::Cancelled);
    QVERIFY(ended.needed < 5s); // on a busy machine; one second is promised
    QVERIFY2(ended.phone.errorCode() == u"phone-code-expired"_s,
        ended.phone.output + ended.phone.errors); // the session is over
}

void tst_PhoneBadDays::interruptWhileTheOwnerCompares()
{
    const auto ended = end();
    ended.expectNothingSigned(ErrorCode::Cancelled);
    QVERIFY(ended.needed < 5s);
    QVERIFY2(ended.phone.outcome() == u"cancelled"_s, ended.phone.output + ended.phone.errors);
}

QTEST_GUILESS_MAIN(tst_PhoneBadDays)
#include "tst_PhoneBadDays.moc"
