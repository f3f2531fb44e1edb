#include "core/relay/DesktopTalk.h"
#include "core/relay/RelayClient.h"
#include "tests/support/OtherThread.h"
#include "tests/support/Problem.h"
#include "tests/support/RelayProcess.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace bidseal;
using namespace bidseal::relay;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

const QByteArray kRecord(1024, 'r');

/// Both ends of one session on a real relay.
struct Ends {
    RelayClient desktop, phone;
    std::unique_ptr<RelayMailbox> desktopBox {}, phoneBox {};
    std::optional<Link> link {};

    explicit Ends(const RelayProcess& relay)
        : desktop(addressOf(relay))
        , phone(addressOf(relay))
    {
    }
    static RelayAddress addressOf(const RelayProcess& relay)
    {
        return { *Origin::parse(relay.origin()), relay.caFile() };
    }
    void open()
    {
        const auto invitation = DesktopTalk::Invitation::make();
        auto opened = desktop.open(invitation.joinVerifier(), {});
        QVERIFY2(opened, problemOf(opened).constData());
        desktopBox = std::move(opened->mailbox);
        link = invitation.linkFor(opened->origin, desktopBox->session());
    }
    Status join()
    {
        auto joined = phone.join(*link, {});
        if (!joined)
            return failure(joined.error());
        phoneBox = std::move(*joined);
        return {};
    }
};

template <class T> QString codeOf(const Result<T>& result)
{
    return result ? QString() : errorCodeName(result.error().code);
}

} // namespace

class tst_RelayAndClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void relayIsWell();
    void recordsGoBothWays();
    void recordIsThereAsSoonAsItIsSent();
    void nobodyElseJoins();
    void endsOnlyWhatNobodyHasJoined();
    void timeLeftIsTheRelays();
    void codeRunsOut();
    void sessionIsLostWithTheRelaysMemory();
    void otherBytesUnderANumberAreNoted();

private:
    RelayProcess m_relay;
};

void tst_RelayAndClient::initTestCase()
{
    qunsetenv("https_proxy");
    QVERIFY(m_relay.start());
}

void tst_RelayAndClient::relayIsWell()
{
    const auto checked = RelayClient(Ends::addressOf(m_relay)).check({});
    QVERIFY2(checked, problemOf(checked).constData());
    const auto untrusted = RelayClient({ *Origin::parse(m_relay.origin()), {} }).check({});
    QCOMPARE(codeOf(untrusted), errorCodeName(ErrorCode::RelayUntrusted));
}

void tst_RelayAndClient::recordsGoBothWays()
{
    Ends ends(m_relay);
    ends.open();
    const auto joined = ends.join();
    QVERIFY2(joined, problemOf(joined).constData());
    for (int number = 1; number <= 3; ++number) {
        const auto sent = QByteArray(262'144, char('0' + number));
        const auto put = ends.desktopBox->put(number, sent, {});
        QVERIFY2(put, problemOf(put).constData());
        QVERIFY(ends.desktopBox->put(number, sent, {})); // again, as after a lost answer
        QVERIFY(ends.phoneBox->put(number, kRecord, {}));
    }
    for (int number = 1; number <= 3; ++number) {
        QCOMPARE(*ends.phoneBox->take(number, {}), QByteArray(262'144, char('0' + number)));
        QCOMPARE(*ends.desktopBox->take(number, {}), kRecord);
    }
}

void tst_RelayAndClient::recordIsThereAsSoonAsItIsSent()
{
    Ends ends(m_relay);
    ends.open();
    std::atomic<Clock::time_point> sent;
    const OtherThread later([&] {
        RelayClient phone(Ends::addressOf(m_relay));
        const auto box = phone.join(*ends.link, {});
        std::this_thread::sleep_for(1s);
        sent = Clock::now();
        QVERIFY((*box)->put(1, kRecord, {}));
    });
    const auto taken = ends.desktopBox->take(1, {});
    QVERIFY2(taken, problemOf(taken).constData());
    QVERIFY(Clock::now() - sent.load() < 1s);
}

void tst_RelayAndClient::nobodyElseJoins()
{
    Ends ends(m_relay);
    ends.open();
    Link guessed { ends.link->origin, ends.link->session, ends.link->versions, ends.link->desktopKey,
        Secret::fromUtf8("a secret of thirty-two characters") };
    QCOMPARE(codeOf(ends.phone.join(guessed, {})), errorCodeName(ErrorCode::PhoneLinkInvalid));
    QVERIFY(ends.join()); // and the right phone still can
    QCOMPARE(codeOf(ends.phone.join(*ends.link, {})), errorCodeName(ErrorCode::PhoneCodeUsed));
}

void tst_RelayAndClient::endsOnlyWhatNobodyHasJoined()
{
    Ends waiting(m_relay);
    waiting.open();
    const auto ended = waiting.desktopBox->endIfWaiting({});
    QVERIFY2(ended, problemOf(ended).constData());
    QVERIFY(*ended);
    QCOMPARE(codeOf(waiting.join()), errorCodeName(ErrorCode::PhoneCodeExpired));

    Ends joined(m_relay);
    joined.open();
    QVERIFY(joined.join());
    const auto kept = joined.desktopBox->endIfWaiting({});
    QVERIFY2(kept, problemOf(kept).constData());
    QVERIFY(!*kept);
    QVERIFY(joined.phoneBox->put(1, kRecord, {}));
    QCOMPARE(*joined.desktopBox->take(1, {}), kRecord);
    joined.desktopBox->end();
    QCOMPARE(codeOf(joined.phoneBox->put(2, kRecord, {})), errorCodeName(ErrorCode::PhoneSessionExpired));
}

void tst_RelayAndClient::timeLeftIsTheRelays()
{
    Ends ends(m_relay);
    ends.open();
    QVERIFY(ends.desktopBox->timeLeft() <= 120s);
    QVERIFY(ends.join());
    QVERIFY(ends.phoneBox->put(1, kRecord, {}));
    QVERIFY(ends.desktopBox->take(1, {}));
    QVERIFY(ends.desktopBox->timeLeft() > 590s);
    QVERIFY(ends.phoneBox->timeLeft() > 590s);
}

void tst_RelayAndClient::codeRunsOut()
{
    RelayProcess brief;
    QVERIFY(brief.start({ .redis = {}, .arguments = { u"--waiting-life"_s, u"1"_s } }));
    Ends ends(brief);
    ends.open();
    const auto began = Clock::now();
    QCOMPARE(codeOf(ends.desktopBox->take(1, {})), errorCodeName(ErrorCode::PhoneSessionExpired));
    QVERIFY(Clock::now() - began < 5s);
    QCOMPARE(codeOf(ends.join()), errorCodeName(ErrorCode::PhoneCodeExpired));
}

void tst_RelayAndClient::sessionIsLostWithTheRelaysMemory()
{
    RelayProcess relay;
    QVERIFY(relay.start());
    Ends ends(relay);
    ends.open();
    QVERIFY(ends.join());
    QVERIFY(relay.restart());
    QCOMPARE(codeOf(ends.desktopBox->take(1, {})), errorCodeName(ErrorCode::PhoneSessionExpired));
    QCOMPARE(codeOf(ends.phoneBox->put(1, kRecord, {})), errorCodeName(ErrorCode::PhoneSessionExpired));
}

void tst_RelayAndClient::otherBytesUnderANumberAreNoted()
{
    Ends ends(m_relay);
    ends.open();
    QVERIFY(ends.join());
    QVERIFY(ends.phoneBox->put(1, kRecord, {}));
    QCOMPARE(codeOf(ends.phoneBox->put(1, QByteArray(1024, 'x'), {})), errorCodeName(ErrorCode::PhoneMessageInvalid));
    QCOMPARE(codeOf(ends.phoneBox->put(3, kRecord, {})), errorCodeName(ErrorCode::PhoneMessageInvalid));
}

QTEST_GUILESS_MAIN(tst_RelayAndClient)
#include "tst_RelayAndClient.moc"
