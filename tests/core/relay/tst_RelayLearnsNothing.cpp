// Everything that a relay sees of whole sessions, looked at in every way that this page could think of. The same
// program is also built without encryption (NoEncryption.cpp); tst_RelayWouldLearn wants it to fail there.
#include "SampleTalk.h"

#include "tests/support/Problem.h"

#include <QCryptographicHash>
#include <QtTest>

#include <bit>
#include <cmath>
#include <set>
#include <unordered_set>

using namespace bidseal;
using namespace bidseal::relay;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace bidseal::demonstration;
using namespace Qt::StringLiterals;

namespace {

struct SeenRecord {
    Side sender = Side::Desktop;
    std::uint32_t number = 0;
    QByteArray bytes;
};

/// What the relay knows of one session: all but what stands behind `#` in the link, which no request holds.
struct SeenSession {
    QByteArray name, joinVerifier, joinProof, desktopToken, phoneToken;
    std::vector<SeenRecord> records;

    [[nodiscard]] std::vector<QByteArray> words() const
    {
        return { name, *fromBase64Url(name), joinVerifier, joinProof, desktopToken, phoneToken };
    }
};

/// The talk messages of a session as both ends had them, opened with the keys that only they have.
std::vector<QByteArray> messagesOf(const DesktopTalk::Invitation& invitation, const SeenSession& seen)
{
    MemoryRelay relay(seen.name);
    for (const auto& record : seen.records)
        relay.inject(record.sender, record.bytes);
    KeyContext context { seen.name, sampleOrigin().ascii(), "\1", "\1", invitation.keys.publicKey(), {} };
    TalkChannel desktop(relay.mailboxOf(Side::Desktop), Side::Desktop);
    TalkChannel phone(relay.mailboxOf(Side::Phone), Side::Phone);
    desktop.setHelloKey(helloKey(invitation.secret, context));
    std::vector<QByteArray> messages { *desktop.receive({}) };
    context.phoneKey = std::get<Hello>(*read(messages.front())).key;
    const auto keys = SessionKeys::derive(invitation.secret, invitation.keys, Side::Desktop, context);
    for (auto* channel : { &desktop, &phone }) {
        channel->setSessionKeys(*keys);
        for (int i = 0; i < 3; ++i)
            messages.push_back(*channel->receive({}));
    }
    return messages;
}

QByteArray sha256(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); }

Secret secretOf(const QByteArray& bytes)
{
    return Secret::fromUtf8({ bytes.constData(), static_cast<std::size_t>(bytes.size()) });
}

/// Pearson's statistic of how evenly the 256 values are spread: 255 on average, standard deviation 23.
double chiSquare(QByteArrayView bytes)
{
    std::array<int, 256> counts {};
    for (const char byte : bytes)
        ++counts[static_cast<uchar>(byte)];
    const double expected = double(bytes.size()) / 256;
    double sum = 0;
    for (const int count : counts)
        sum += (count - expected) * (count - expected) / expected;
    return sum;
}

/// How many standard deviations `ones` of `tries` fair coins are off.
double deviation(qint64 ones, qint64 tries)
{
    return std::abs(2.0 * double(ones) - double(tries)) / std::sqrt(double(tries));
}

qint64 onesIn(QByteArrayView bytes)
{
    qint64 ones = 0;
    for (const char byte : bytes)
        ones += std::popcount(static_cast<uchar>(byte));
    return ones;
}

quint64 windowAt(const QByteArray& bytes, qsizetype at) { return qFromUnaligned<quint64>(bytes.constData() + at); }

} // namespace

class tst_RelayLearnsNothing : public QObject {
    Q_OBJECT

private:
    static constexpr int kSessions = 80;
    /// Chance goes so far once in 10^10 tries.
    static constexpr double kMostDeviation = 6.5;

    std::optional<TestSigner> m_signer;
    std::vector<SeenSession> m_sessions;
    std::vector<QByteArray> m_messages;
    QByteArray m_all; ///< all records, one behind the other

    void hold(const TalkOrder& order)
    {
        auto invitation = DesktopTalk::Invitation::make();
        const DesktopTalk::Invitation kept { invitation.keys.clone(), invitation.secret.clone() };
        MemoryRelay relay(newSession());
        SeenSession seen { relay.mailboxOf(Side::Desktop).session(), invitation.joinVerifier(),
            joinProof(invitation.secret), randomBytes(32), randomBytes(32), {} };
        const auto report = talkThrough(relay, std::move(invitation), *m_signer, order);
        QVERIFY2(report.signatures, problemOf(report.signatures).constData());
        QVERIFY2(report.outcome, problemOf(report.outcome).constData());
        for (const auto side : { Side::Desktop, Side::Phone }) {
            std::uint32_t number = 0;
            for (const auto& record : relay.records(side)) {
                seen.records.push_back({ side, ++number, record });
                m_all += record;
            }
        }
        const auto messages = messagesOf(kept, seen);
        QCOMPARE(messages.size(), 7u);
        m_messages.insert(m_messages.end(), messages.begin(), messages.end());
        m_sessions.push_back(std::move(seen));
    }

    template <class Check> void forEachRecord(Check check)
    {
        for (const auto& session : m_sessions) {
            for (const auto& record : session.records) {
                if (!QTest::currentTestFailed()) // one failure says it
                    check(session, record);
            }
        }
    }

    /// Keys that can be made of what the relay knows, and of what anybody does.
    static std::vector<Secret> guessedKeys(const SeenSession& session)
    {
        auto words = session.words();
        words.push_back(QByteArray(32, '\0'));
        words.push_back({});
        words.push_back("bidseal");
        std::vector<Secret> keys;
        for (const auto& word : words) {
            keys.push_back(secretOf(word.leftJustified(32, '\0', true)));
            keys.push_back(secretOf(sha256(word)));
            // As if it were the link's secret, with the keys of both sides unknown or known to be zero.
            for (const auto& key : { QByteArray(), QByteArray(32, '\0'), QByteArray(32, '\x09') }) {
                const KeyContext context { session.name, sampleOrigin().ascii(), "\1", "\1", key, key };
                keys.push_back(helloKey(secretOf(word.isEmpty() ? QByteArray(32, '\0') : word), context));
            }
        }
        // As if both private keys were known, and only the link's secret guessed.
        const auto zeros = secretOf(QByteArray(32, '\0'));
        const auto own = KeyPair::fromPrivateKey(zeros);
        const KeyContext context { session.name, sampleOrigin().ascii(), "\1", "\1", own.publicKey(), own.publicKey() };
        for (const auto& word : words) {
            const auto derived = SessionKeys::derive(
                secretOf(word.isEmpty() ? QByteArray(32, '\0') : word), own, Side::Desktop, context);
            if (derived) {
                keys.push_back(derived->recordKey(Side::Desktop).clone());
                keys.push_back(derived->recordKey(Side::Phone).clone());
            }
        }
        return keys;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto mint = CertificateMint::create();
        QVERIFY2(mint, problemOf(mint).constData());
        m_signer.emplace(*mint, CertificateOrder { .keyType = KeyType::P256 });
        for (int i = 0; i < kSessions; ++i)
            hold({ .documents = 1 + i % 3, .previewBytes = i % 2 ? 700 : 0 });
        hold({ .documents = 60, .previewBytes = 3000 });
        hold({ .documents = 200, .previewBytes = 3000 });
    }

    void recordsHaveOneOfFiveSizes()
    {
        std::set<qsizetype> sizes;
        forEachRecord([&](const SeenSession&, const SeenRecord& record) { sizes.insert(record.bytes.size()); });
        QCOMPARE(sizes, (std::set<qsizetype> { 1024, 4096, 16384, 65536, 262144 }));
    }

    /// Another name, another page count, another outcome is the same traffic.
    void sessionsThatDifferInWordsLookTheSame()
    {
        const auto sizesOf = [](const SeenSession& session) {
            std::vector<qsizetype> sizes;
            for (const auto& record : session.records)
                sizes.push_back(record.bytes.size());
            return sizes;
        };
        for (std::size_t i = 6; i < kSessions; ++i)
            QCOMPARE(sizesOf(m_sessions[i]), sizesOf(m_sessions[i % 6]));
    }

    void noPlaintextShows()
    {
        std::unordered_set<quint64> windows;
        for (const auto& message : m_messages) {
            for (qsizetype at = 0; at + 8 <= message.size(); ++at)
                windows.insert(windowAt(message, at));
            // The same bytes without base64url, as a relay could look for them.
            for (const auto& word : message.split('"')) {
                const auto decoded = fromBase64Url(word);
                for (qsizetype at = 0; decoded && at + 8 <= decoded->size(); ++at)
                    windows.insert(windowAt(*decoded, at));
            }
        }
        // Padding, and the zeros of numbers.
        windows.insert(0);
        QVERIFY(windows.size() > 10'000);
        forEachRecord([&](const SeenSession&, const SeenRecord& record) {
            for (qsizetype at = 0; at + 8 <= record.bytes.size(); ++at)
                QVERIFY2(!windows.contains(windowAt(record.bytes, at)), "plaintext shows");
        });
    }

    void noBlockRepeats()
    {
        constexpr qsizetype kBlock = 16;
        std::set<QByteArrayView> blocks;
        for (qsizetype at = 0; at + kBlock <= m_all.size(); at += kBlock)
            QVERIFY2(blocks.insert(QByteArrayView(m_all).sliced(at, kBlock)).second, "a block repeats");
    }

    void bytesAreSpreadEvenly()
    {
        constexpr double kMost = 450; // of 255 degrees of freedom: once in 10^11
        constexpr double kLeast = 120;
        forEachRecord([&](const SeenSession&, const SeenRecord& record) {
            const auto spread = chiSquare(record.bytes);
            QVERIFY2(spread < kMost && spread > kLeast, QByteArray::number(spread).constData());
        });
        const auto spread = chiSquare(m_all);
        QVERIFY2(spread < kMost && spread > kLeast, QByteArray::number(spread).constData());
    }

    void onesAndZerosAreEven()
    {
        forEachRecord([&](const SeenSession&, const SeenRecord& record) {
            const auto off = deviation(onesIn(record.bytes), record.bytes.size() * 8);
            QVERIFY2(off < kMostDeviation, QByteArray::number(off).constData());
        });
        QVERIFY(deviation(onesIn(m_all), m_all.size() * 8) < kMostDeviation);
    }

    /// A header in clear would stand at the same place of every record, too short to weigh in any single one.
    void noPlaceOfARecordHasStructure()
    {
        std::vector<int> ones(1024 * 8);
        int records = 0;
        forEachRecord([&](const SeenSession&, const SeenRecord& record) {
            ++records;
            const auto count = [&](const QByteArray& bytes, qsizetype from, std::size_t place) {
                for (std::size_t bit = 0; bit < 512 * 8; ++bit)
                    ones[place + bit] += (bytes[from + qsizetype(bit / 8)] >> (bit % 8)) & 1;
            };
            count(record.bytes, 0, 0);
            count(record.bytes, record.bytes.size() - 512, 512 * 8); // and at its end, where the tag is
        });
        QVERIFY(records > 500);
        for (std::size_t bit = 0; bit < ones.size(); ++bit) {
            const auto off = deviation(ones[bit], records);
            QVERIFY2(off < kMostDeviation, QByteArray::number(qulonglong(bit / 8)).constData());
        }
    }

    /// Neighbours: each byte says nothing about the next one.
    void neighboursAreIndependent()
    {
        QByteArray differences(m_all.size() - 1, '\0');
        for (qsizetype at = 0; at < differences.size(); ++at)
            differences[at] = static_cast<char>(m_all[at] ^ m_all[at + 1]);
        QVERIFY(chiSquare(differences) < 450);
        QVERIFY(deviation(onesIn(differences), differences.size() * 8) < kMostDeviation);
    }

    void nothingCanBeCompressed() { QVERIFY2(qCompress(m_all, 9).size() >= m_all.size(), "records can be compressed"); }

    /// Two records under one key and nonce would betray what their plaintexts have in common.
    void noTwoRecordsShareAKeyStream()
    {
        for (const auto& session : m_sessions) {
            for (const auto& a : session.records) {
                for (const auto& b : session.records) {
                    if (&a == &b)
                        continue;
                    QByteArray both(1008, '\0');
                    for (qsizetype at = 0; at < both.size(); ++at)
                        both[at] = static_cast<char>(a.bytes[at] ^ b.bytes[at]);
                    QVERIFY2(deviation(onesIn(both), both.size() * 8) < kMostDeviation, "records share a key stream");
                }
            }
        }
    }

    void nothingOpensWithWhatTheRelayKnows()
    {
        int tries = 0;
        for (std::size_t i = 0; i < m_sessions.size(); i += 8) {
            const auto& session = m_sessions[i];
            for (const auto& key : guessedKeys(session)) {
                for (const auto& record : session.records) {
                    ++tries;
                    const auto opened = openRecord(key, session.name, record.sender, record.number, record.bytes);
                    QVERIFY2(!opened, "a record opens with what the relay knows");
                }
            }
        }
        QVERIFY(tries > 2000);
    }

    void namesAndProofsSayNothingOfEachOther()
    {
        std::set<QByteArray> seen;
        QByteArray all;
        for (const auto& session : m_sessions) {
            QCOMPARE(sha256(session.joinProof), session.joinVerifier); // what the relay can check, and all it can
            for (const auto& word : { session.joinProof, session.joinVerifier }) {
                QVERIFY(seen.insert(word).second);
                QVERIFY(!m_all.contains(word));
                all += word;
            }
        }
        QVERIFY(deviation(onesIn(all), all.size() * 8) < kMostDeviation);
    }
};

QTEST_GUILESS_MAIN(tst_RelayLearnsNothing)
#include "tst_RelayLearnsNothing.moc"
