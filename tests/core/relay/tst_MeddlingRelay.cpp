// A relay that does with records whatever it can. It has no key; so nothing may come of it but the end of the session.
#include "SampleTalk.h"

#include "tests/support/Problem.h"

#include <QtTest>

#include <atomic>

using namespace bidseal;
using namespace bidseal::relay;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace bidseal::demonstration;
using namespace Qt::StringLiterals;

namespace {

/// What is done with the record that a row of the table names.
enum class Meddling {
    FirstBit,
    MiddleBit,
    LastBit, ///< of the tag
    CutOff,
    ByteMore,
    OtherSize,
    Empty,
    Random,
    Zeros,
    Repeated, ///< the same side's record before this one
    Reflected, ///< what the receiver has sent itself under this number
    Foreign, ///< the record of another session at the same place, with the same link secret even
    Dropped,
};

struct Place {
    Side sender;
    int number;
    const char* name;
};
const std::vector<Place> kPlaces {
    { Side::Phone, 1, "hello" },
    { Side::Desktop, 1, "request" },
    { Side::Phone, 2, "certificate" },
    { Side::Desktop, 2, "toSign" },
    { Side::Phone, 3, "reveal" },
    { Side::Phone, 4, "signatures" },
    { Side::Desktop, 3, "outcome" },
};

QByteArray flipped(QByteArray record, qsizetype at)
{
    record[at] = static_cast<char>(record[at] ^ 0x01);
    return record;
}

} // namespace

class tst_MeddlingRelay : public QObject {
    Q_OBJECT

private:
    std::optional<TestSigner> m_signer;

    /// All records of an honest session by the same invitation, in another session of the relay.
    std::array<std::vector<QByteArray>, 2> foreignRecords(const DesktopTalk::Invitation& invitation)
    {
        MemoryRelay relay(newSession());
        const auto report = talkThrough(relay, { invitation.keys.clone(), invitation.secret.clone() }, *m_signer, {});
        if (!report.signatures)
            qFatal("the honest session has failed");
        return { relay.records(Side::Desktop), relay.records(Side::Phone) };
    }

    static std::optional<QByteArray> meddled(const MemoryRelay& relay, Meddling meddling, const Place& place,
        const QByteArray& record, const std::array<std::vector<QByteArray>, 2>& foreign)
    {
        const auto index = static_cast<std::size_t>(place.number - 1);
        const auto own = relay.records(place.sender);
        const auto others = relay.records(place.sender == Side::Desktop ? Side::Phone : Side::Desktop);
        switch (meddling) {
        case Meddling::FirstBit:
            return flipped(record, 0);
        case Meddling::MiddleBit:
            return flipped(record, record.size() / 2);
        case Meddling::LastBit:
            return flipped(record, record.size() - 1);
        case Meddling::CutOff:
            return record.chopped(1);
        case Meddling::ByteMore:
            return record + '\0';
        case Meddling::OtherSize:
            return record.leftJustified(4 * record.size(), '\0');
        case Meddling::Empty:
            return QByteArray();
        case Meddling::Random:
            return randomBytes(static_cast<int>(record.size()));
        case Meddling::Zeros:
            return QByteArray(record.size(), '\0');
        case Meddling::Repeated:
            return own[index == 0 ? 0 : index - 1];
        case Meddling::Reflected:
            return others[std::min(index, others.size() - 1)];
        case Meddling::Foreign:
            return foreign[static_cast<std::size_t>(place.sender)][index];
        case Meddling::Dropped:
            return std::nullopt;
        }
        return std::nullopt;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto mint = CertificateMint::create();
        QVERIFY2(mint, problemOf(mint).constData());
        m_signer.emplace(*mint, CertificateOrder { .keyType = KeyType::P256 });
    }

    void meddlingEndsTheSessionAndNeverSigns_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<Meddling>("meddling");
        const std::vector<std::pair<Meddling, const char*>> all {
            { Meddling::FirstBit, "first bit" },
            { Meddling::MiddleBit, "middle bit" },
            { Meddling::LastBit, "last bit" },
            { Meddling::CutOff, "a byte less" },
            { Meddling::ByteMore, "a byte more" },
            { Meddling::OtherSize, "another size" },
            { Meddling::Empty, "empty" },
            { Meddling::Random, "random" },
            { Meddling::Zeros, "zeros" },
            { Meddling::Repeated, "repeated" },
            { Meddling::Reflected, "reflected" },
            { Meddling::Foreign, "of another session" },
            { Meddling::Dropped, "dropped" },
        };
        for (std::size_t place = 0; place < kPlaces.size(); ++place) {
            for (const auto& [meddling, name] : all) {
                const bool hasNone = (meddling == Meddling::Repeated && kPlaces[place].number == 1)
                    || (meddling == Meddling::Reflected && place == 0); // nobody has said anything before
                if (!hasNone)
                    QTest::addRow("%s: %s", kPlaces[place].name, name) << int(place) << meddling;
            }
        }
    }
    void meddlingEndsTheSessionAndNeverSigns()
    {
        QFETCH(int, place);
        QFETCH(Meddling, meddling);
        const auto& where = kPlaces[static_cast<std::size_t>(place)];
        auto invitation = DesktopTalk::Invitation::make();
        const auto foreign
            = meddling == Meddling::Foreign ? foreignRecords(invitation) : std::array<std::vector<QByteArray>, 2> {};
        MemoryRelay relay(newSession(), std::chrono::milliseconds(300));
        std::atomic<int> meddledWith = 0;
        relay.setAlter([&](Side sender, int number, const QByteArray& record) -> std::optional<QByteArray> {
            if (sender != where.sender || number != where.number)
                return record;
            ++meddledWith;
            return meddled(relay, meddling, where, record, foreign);
        });
        const auto report = talkThrough(relay, std::move(invitation), *m_signer, {});
        QCOMPARE(meddledWith.load(), 1);

        const bool isOutcome = place == int(kPlaces.size()) - 1;
        const auto expected
            = meddling == Meddling::Dropped ? ErrorCode::PhoneSessionExpired : ErrorCode::PhoneMessageInvalid;
        if (where.sender == Side::Phone) {
            QVERIFY(!report.signatures);
            QCOMPARE(report.signatures.error().code, expected);
        } else {
            QVERIFY(!report.outcome);
            QCOMPARE(report.outcome.error().code, expected);
            QCOMPARE(report.signatures.has_value(), isOutcome);
        }
        // Nobody is asked for a PIN on the word of a session that was meddled with on its way to the phone.
        if (where.sender == Side::Desktop && !isOutcome)
            QVERIFY(!report.isPinAsked);
        QVERIFY(!report.outcome || *report.outcome == OutcomeResult::Failed);
    }

    void recordsOfALongMessageCannotBeMixed_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("given");
        QTest::newRow("the second first") << 1 << 2;
        QTest::newRow("the first again") << 2 << 1;
        QTest::newRow("the second left out") << 2 << 3;
        QTest::newRow("the last before its time") << 1 << 3;
    }
    void recordsOfALongMessageCannotBeMixed()
    {
        QFETCH(int, asked);
        QFETCH(int, given);
        MemoryRelay relay(newSession(), std::chrono::milliseconds(500));
        relay.setAlter([&](Side sender, int number, const QByteArray& record) -> std::optional<QByteArray> {
            if (sender != Side::Desktop || number != asked)
                return record;
            while (relay.records(sender).size() < 3)
                QThread::msleep(1);
            return relay.records(sender)[static_cast<std::size_t>(given - 1)];
        });
        const auto report = talkThrough(relay, *m_signer, { .documents = 100, .previewBytes = 5000 });
        QVERIFY(!report.outcome);
        QCOMPARE(report.outcome.error().code, ErrorCode::PhoneMessageInvalid);
        QVERIFY(!report.signatures);
        QVERIFY(!report.isPinAsked);
    }

    /// What an honest relay does when an answer was lost: the same record under the same number, any number of times.
    void honestRepetitionIsNoAttack()
    {
        MemoryRelay relay(newSession());
        relay.setAlter([&](Side sender, int number, const QByteArray& record) -> std::optional<QByteArray> {
            auto& mailbox = relay.mailboxOf(sender);
            if (!mailbox.put(number, record, {}) || !mailbox.put(number, record, {}))
                return std::nullopt;
            return record;
        });
        const auto report = talkThrough(relay, *m_signer, { .documents = 2 });
        QVERIFY2(report.signatures, problemOf(report.signatures).constData());
        QCOMPARE(*report.desktopCode, *report.phoneCode);
        QVERIFY2(report.outcome, problemOf(report.outcome).constData());
        QCOMPARE(relay.repetitions(), 14);
    }

    void recordsThatArePutInByTheRelayAreRefused()
    {
        MemoryRelay relay(newSession(), std::chrono::milliseconds(300));
        relay.inject(Side::Phone, randomBytes(1024)); // it is there before the phone is
        auto invitation = DesktopTalk::Invitation::make();
        DesktopTalk talk(relay.mailboxOf(Side::Desktop), std::move(invitation), sampleOrigin());
        const auto hello = talk.waitForPhone({});
        QVERIFY(!hello);
        QCOMPARE(hello.error().code, ErrorCode::PhoneMessageInvalid);
        QVERIFY(relay.isEnded());
    }
};

QTEST_GUILESS_MAIN(tst_MeddlingRelay)
#include "tst_MeddlingRelay.moc"
