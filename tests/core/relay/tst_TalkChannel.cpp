#include "MemoryRelay.h"
#include "core/relay/Frame.h"
#include "core/relay/Link.h"
#include "core/relay/TalkChannel.h"
#include "tests/support/Problem.h"

#include <QtTest>

#include <random>
#include <set>

using namespace bidseal;
using namespace bidseal::relay;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int kHead = 5;
constexpr int kMostInOneRecord = 262144 - kTagBytes - kHead;

/// A session of which both ends have the keys; the hello has gone by already.
struct Session {
    MemoryRelay relay { toBase64Url(randomBytes(16)), std::chrono::milliseconds(200) };
    KeyPair desktopKeys = KeyPair::generate(), phoneKeys = KeyPair::generate();
    Secret linkSecret = randomSecret(32);
    SessionKeys keys = *SessionKeys::derive(linkSecret, desktopKeys, Side::Desktop,
        { relay.mailboxOf(Side::Desktop).session(), "https://relay.example.com", "\1", "\1", desktopKeys.publicKey(),
            phoneKeys.publicKey() });
    TalkChannel desktop { relay.mailboxOf(Side::Desktop), Side::Desktop };
    TalkChannel phone { relay.mailboxOf(Side::Phone), Side::Phone };

    Session()
    {
        for (auto* channel : { &desktop, &phone }) {
            channel->setHelloKey(randomSecretOf(7));
            channel->setSessionKeys(keys);
        }
    }
    /// The desktop's record `number` with any plaintext.
    void injectDesktop(std::uint32_t number, const QByteArray& plaintext)
    {
        relay.inject(Side::Desktop,
            sealRecord(keys.recordKey(Side::Desktop), relay.mailboxOf(Side::Desktop).session(), Side::Desktop, number,
                plaintext));
    }

private:
    static Secret randomSecretOf(char byte)
    {
        const std::string bytes(32, byte);
        return Secret::fromUtf8(bytes);
    }
};

/// What a record of `size` bytes says.
QByteArray plaintext(const QByteArray& data, int size, bool isContinued = false)
{
    return (QByteArray(1, isContinued ? '\1' : '\0') + bigEndian(static_cast<quint32>(data.size())) + data)
        .leftJustified(size - kTagBytes, '\0');
}

} // namespace

class tst_TalkChannel : public QObject {
    Q_OBJECT

private:
    static void verifyRefused(Session& session)
    {
        const auto received = session.phone.receive({});
        QVERIFY(!received);
        QCOMPARE(received.error().code, ErrorCode::PhoneMessageInvalid);
    }

private Q_SLOTS:
    void recordsHaveOneOfFiveSizes_data()
    {
        QTest::addColumn<int>("messageSize");
        QTest::addColumn<std::vector<int>>("recordSizes");
        const auto fits = [](int recordSize) { return recordSize - kTagBytes - kHead; };
        QTest::newRow("nothing") << 0 << std::vector { 1024 };
        QTest::newRow("a byte") << 1 << std::vector { 1024 };
        for (const auto& [size, next] :
            std::vector<std::pair<int, int>> { { 1024, 4096 }, { 4096, 16384 }, { 16384, 65536 }, { 65536, 262144 } }) {
            QTest::addRow("just fits %d", size) << fits(size) << std::vector { size };
            QTest::addRow("a byte over %d", size) << fits(size) + 1 << std::vector { next };
        }
        QTest::newRow("fills the largest") << kMostInOneRecord << std::vector { 262144 };
        QTest::newRow("a byte over the largest") << kMostInOneRecord + 1 << std::vector { 262144, 1024 };
        QTest::newRow("fills two") << 2 * kMostInOneRecord << std::vector { 262144, 262144 };
        std::vector<int> twenty(20, 262144);
        twenty.push_back(1024);
        QTest::newRow("5 MiB and what makes 21 records") << 20 * kMostInOneRecord + 1 << twenty;
    }
    void recordsHaveOneOfFiveSizes()
    {
        QFETCH(int, messageSize);
        QFETCH(std::vector<int>, recordSizes);
        Session session;
        const auto message = randomBytes(messageSize);
        const auto sent = session.desktop.send(message, {});
        QVERIFY2(sent, problemOf(sent).constData());
        std::vector<int> sizes;
        for (const auto& record : session.relay.records(Side::Desktop))
            sizes.push_back(static_cast<int>(record.size()));
        QCOMPARE(sizes, recordSizes);
        const auto received = session.phone.receive({});
        QVERIFY2(received, problemOf(received).constData());
        QVERIFY(*received == message);
    }

    void fiveMebibytesArriveWhole()
    {
        Session session;
        const auto message = randomBytes(5 * 1024 * 1024);
        QVERIFY(session.desktop.send(message, {}));
        QVERIFY(session.desktop.send("and another", {}));
        const auto received = session.phone.receive({});
        QVERIFY2(received, problemOf(received).constData());
        QVERIFY(*received == message);
        const auto behind = session.phone.receive({});
        QVERIFY2(behind, problemOf(behind).constData());
        QCOMPARE(*behind, "and another");
    }

    void messagesOfEverySizeArrive()
    {
        std::mt19937 random(20261121);
        Session session;
        for (int i = 0; i < 300; ++i) {
            const auto message = randomBytes(static_cast<int>(random() % (i % 10 == 0 ? 300000 : 5000)));
            auto& from = i % 3 == 0 ? session.phone : session.desktop;
            auto& to = i % 3 == 0 ? session.desktop : session.phone;
            QVERIFY(from.send(message, {}));
            const auto received = to.receive({});
            QVERIFY2(received, problemOf(received).constData());
            QVERIFY(*received == message);
        }
    }

    void theSameWordsNeverLookTheSame()
    {
        Session session;
        std::set<QByteArray> seen;
        for (int i = 0; i < 50; ++i) {
            QVERIFY(session.desktop.send("the same words", {}));
            QVERIFY(session.phone.send("the same words", {}));
        }
        for (const auto side : { Side::Desktop, Side::Phone }) {
            for (const auto& record : session.relay.records(side))
                seen.insert(record);
        }
        QCOMPARE(seen.size(), 100u);
    }

    void wrongPlaintextsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto good = plaintext("{}", 1024);
        const auto with = [&](qsizetype at, char byte) {
            auto changed = good;
            changed[at] = byte;
            return changed;
        };
        QTest::newRow("first byte 2") << with(0, 2);
        QTest::newRow("first byte 255") << with(0, '\xFF');
        QTest::newRow("padding at its start") << with(kHead + 2, 1);
        QTest::newRow("padding in the middle") << with(500, 1);
        QTest::newRow("padding at its end") << with(good.size() - 1, '\x80');
        QTest::newRow("longer than the record") << with(3, '\x7F');
        QTest::newRow("one byte longer than the record")
            << QByteArray(1, '\0') + bigEndian(quint32(1024 - kTagBytes - kHead + 1)) + QByteArray(1003, 'x');
        QTest::newRow("four gigabytes") << QByteArray(1, '\0') + QByteArray(4, '\xFF') + QByteArray(1003, '\0');
        QTest::newRow("an empty beginning of more") << plaintext({}, 1024, true);
        QTest::newRow("no record's size: shorter") << good.chopped(1);
        QTest::newRow("no record's size: longer") << good + '\0';
        QTest::newRow("no record's size: a multiple") << plaintext("{}", 2048);
        QTest::newRow("no record's size: twice the largest") << plaintext("{}", 524288);
        QTest::newRow("nothing but a tag") << QByteArray();
    }
    void wrongPlaintextsAreRefused()
    {
        QFETCH(QByteArray, text);
        Session session;
        session.injectDesktop(1, text);
        verifyRefused(session);
    }

    void anEmptyContinuationIsRefused()
    {
        Session session;
        session.injectDesktop(1, plaintext("{", 1024, true));
        session.injectDesktop(2, plaintext({}, 1024));
        verifyRefused(session);
    }

    void anotherSendersLargerOrEarlierCutRecordsAreRead()
    {
        Session session;
        session.injectDesktop(1, plaintext("{", 4096, true));
        session.injectDesktop(2, plaintext("}", 1024));
        const auto received = session.phone.receive({});
        QVERIFY2(received, problemOf(received).constData());
        QCOMPARE(*received, "{}");
    }

    void aMessageWithoutEndIsRefusedAtSixMebibytes()
    {
        Session session;
        const auto part = plaintext(QByteArray(kMostInOneRecord, 'x'), 262144, true);
        for (std::uint32_t number = 1; number <= 30; ++number)
            session.injectDesktop(number, part);
        const auto received = session.phone.receive({});
        QVERIFY(!received);
        QCOMPARE(received.error().code, ErrorCode::PhoneMessageInvalid);
        QVERIFY2(received.error().detail.contains(u"record 25"), qPrintable(received.error().detail));
    }

    void nothingOverSixMebibytesIsSent()
    {
        Session session;
        const auto sent = session.desktop.send(QByteArray(TalkChannel::kMostTalk + 1, 'x'), {});
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, ErrorCode::PhoneBatchTooLarge);
        QVERIFY(session.relay.records(Side::Desktop).empty());
        QVERIFY(!session.desktop.hasSealed());
    }

    void aRetransmissionIsTheStoredRecord()
    {
        Session session;
        session.relay.interruptPuts(1, MemoryRelay::Kept::Yes);
        QVERIFY(!session.desktop.send("first", {}));
        const auto before = session.relay.records(Side::Desktop);
        QVERIFY(session.desktop.send("second", {}));
        const auto after = session.relay.records(Side::Desktop);
        QCOMPARE(before.size(), 1u);
        QCOMPARE(after.size(), 2u);
        QCOMPARE(after[0], before[0]);
        QCOMPARE(session.relay.repetitions(), 1); // a relay refuses other bytes under this number
        QCOMPARE(*session.phone.receive({}), "first");
        QCOMPARE(*session.phone.receive({}), "second");
    }

    void aLongMessageGoesOnWhereItWasInterrupted()
    {
        Session session;
        const auto message = randomBytes(3 * kMostInOneRecord);
        session.relay.interruptPuts(1, MemoryRelay::Kept::No);
        QVERIFY(!session.desktop.send(message, {}));
        QVERIFY(session.relay.records(Side::Desktop).empty());
        QVERIFY(session.desktop.sendBriefly("last"));
        QVERIFY(*session.phone.receive({}) == message);
        QCOMPARE(*session.phone.receive({}), "last");
    }

    void aWaitGoesOnWhereItWasInterrupted()
    {
        Session session;
        const auto message = randomBytes(2 * kMostInOneRecord);
        QVERIFY(session.desktop.send(message, {}));
        int taken = 0;
        std::stop_source stop;
        session.relay.setAlter([&](Side, int, const QByteArray& record) {
            if (++taken == 1)
                stop.request_stop(); // between the two records
            return record;
        });
        const auto interrupted = session.phone.receive(stop.get_token());
        QVERIFY(!interrupted);
        QCOMPARE(interrupted.error().code, ErrorCode::Cancelled);
        const auto received = session.phone.receive({});
        QVERIFY2(received, problemOf(received).constData());
        QVERIFY(*received == message);
        QCOMPARE(taken, 2);
    }

    void nothingIsSealedOrOpenedWithoutAKey()
    {
        MemoryRelay relay(toBase64Url(randomBytes(16)), std::chrono::milliseconds(50));
        TalkChannel channel(relay.mailboxOf(Side::Desktop), Side::Desktop);
        const auto sent = channel.send("{}", {});
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, ErrorCode::InternalFault);
        relay.inject(Side::Phone, QByteArray(1024, '\0'));
        const auto received = channel.receive({});
        QVERIFY(!received);
        QCOMPARE(received.error().code, ErrorCode::PhoneMessageInvalid);
    }

    /// A record opens at one place only: session, sender and number are part of it.
    void aRecordOpensAtItsPlaceOnly()
    {
        const auto key = randomSecret(32);
        const auto session = toBase64Url(randomBytes(16));
        const auto record = sealRecord(key, session, Side::Phone, 7, QByteArray(1008, 'x'));
        QVERIFY(openRecord(key, session, Side::Phone, 7, record));
        QVERIFY(!openRecord(key, session, Side::Phone, 8, record));
        QVERIFY(!openRecord(key, session, Side::Desktop, 7, record));
        QVERIFY(!openRecord(key, toBase64Url(randomBytes(16)), Side::Phone, 7, record));
        QVERIFY(!openRecord(randomSecret(32), session, Side::Phone, 7, record));
        for (qsizetype bit = 0; bit < record.size() * 8; bit += 7) {
            auto other = record;
            other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY(!openRecord(key, session, Side::Phone, 7, other));
        }
    }
};

QTEST_GUILESS_MAIN(tst_TalkChannel)
#include "tst_TalkChannel.moc"
