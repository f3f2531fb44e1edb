// The values that tests/conformance computes from the protocol's page, in another language and without our code.
#include "core/cms/SignedAttributesCheck.h"
#include "core/relay/KeyAlgorithm.h"
#include "core/relay/Link.h"
#include "core/relay/Messages.h"
#include "core/relay/TalkChannel.h"
#include "tests/support/Problem.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <map>

using namespace bidseal;
using namespace bidseal::relay;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray hex(const QJsonValue& value) { return QByteArray::fromHex(value.toString().toLatin1()); }
QByteArray text(const QJsonValue& value) { return value.toString().toUtf8(); }
Secret secret(const QByteArray& bytes)
{
    return Secret::fromUtf8({ bytes.constData(), static_cast<std::size_t>(bytes.size()) });
}
QByteArray bytesOf(const Secret& secret) { return { secret.view().data(), static_cast<qsizetype>(secret.size()) }; }
QByteArray sha256(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); }
Side sideOf(const QJsonValue& value) { return value.toString() == u"desktop" ? Side::Desktop : Side::Phone; }

/// Holds what is put, hands out what was laid in.
class Shelf : public Mailbox {
public:
    explicit Shelf(QByteArray session)
        : m_session(std::move(session))
    {
    }
    std::map<int, QByteArray> kept;

    const QByteArray& session() const override { return m_session; }
    Status put(int number, const QByteArray& record, std::stop_token) override
    {
        kept[number] = record;
        return {};
    }
    Result<QByteArray> take(int number, std::stop_token) override { return kept.at(number); }
    void end() override { }

private:
    QByteArray m_session;
};

/// Compares with a record, or with its SHA-256 where it is a long one.
bool isRecord(const QByteArray& record, const QJsonObject& expected)
{
    if (record.size() != expected[u"recordLength"].toInt())
        return false;
    return expected.contains(u"record") ? record == hex(expected[u"record"])
                                        : sha256(record) == hex(expected[u"recordSha256"]);
}

struct Session {
    QJsonObject json, given;
    QByteArray secretBytes;
    KeyPair desktop, phone;
    KeyContext context;

    explicit Session(const QJsonObject& session)
        : json(session)
        , given(session[u"given"].toObject())
        , secretBytes(hex(given[u"S"]))
        , desktop(KeyPair::fromPrivateKey(secret(hex(given[u"desktopPrivateKey"]))))
        , phone(KeyPair::fromPrivateKey(secret(hex(given[u"phonePrivateKey"]))))
        , context { text(given[u"session"]), text(given[u"origin"]), hex(given[u"V_D"]), hex(given[u"V_P"]),
            desktop.publicKey(), phone.publicKey() }
    {
    }
    [[nodiscard]] SessionKeys keys(Side side) const
    {
        return *SessionKeys::derive(secret(secretBytes), side == Side::Desktop ? desktop : phone, side, context);
    }
};

} // namespace

class tst_ProtocolVectors : public QObject {
    Q_OBJECT

private:
    QJsonObject m_vectors;

    void eachSession()
    {
        QTest::addColumn<QJsonObject>("session");
        const auto sessions = m_vectors[u"sessions"].toArray();
        QVERIFY(!sessions.isEmpty());
        for (const auto& session : sessions)
            QTest::newRow(qUtf8Printable(session[u"name"].toString())) << session.toObject();
    }

    void eachText(QStringView room, QStringView list)
    {
        QTest::addColumn<QByteArray>("text");
        const auto all = m_vectors[room][list].toArray();
        QVERIFY(!all.isEmpty());
        for (qsizetype i = 0; i < all.size(); ++i) {
            const auto one = all[i].toObject();
            if (one.isEmpty())
                QTest::addRow("%d", int(i)) << text(all[i]);
            else if (one.contains(u"hex"))
                QTest::newRow(qUtf8Printable(one[u"why"].toString())) << hex(one[u"hex"]);
            else
                QTest::newRow(qUtf8Printable(one[u"why"].toString()))
                    << text(one[one.contains(u"link") ? u"link" : u"text"]);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(BIDSEAL_VECTORS));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_vectors = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY(!m_vectors.isEmpty());
    }

    void keysAgree_data() { eachSession(); }
    void keysAgree()
    {
        QFETCH(QJsonObject, session);
        const Session given(session);
        QCOMPARE(given.desktop.publicKey(), hex(session[u"K_D"]));
        QCOMPARE(given.phone.publicKey(), hex(session[u"K_P"]));
        QCOMPARE(joinProof(secret(given.secretBytes)), hex(session[u"joinProof"]));
        QCOMPARE(sha256(joinProof(secret(given.secretBytes))), hex(session[u"joinVerifier"]));
        QCOMPARE(bytesOf(helloKey(secret(given.secretBytes), given.context)), hex(session[u"helloKey"]));
        QCOMPARE(bytesOf(*given.desktop.agree(given.phone.publicKey())), hex(session[u"dh"]));
        for (const auto side : { Side::Desktop, Side::Phone }) {
            const auto keys = given.keys(side);
            QCOMPARE(bytesOf(keys.recordKey(Side::Desktop)), hex(session[u"desktopKey"]));
            QCOMPARE(bytesOf(keys.recordKey(Side::Phone)), hex(session[u"phoneKey"]));
        }
    }

    void linksAgree_data() { eachSession(); }
    void linksAgree()
    {
        QFETCH(QJsonObject, session);
        const Session given(session);
        const auto link = Link::parse(session[u"link"].toString());
        QVERIFY2(link, problemOf(link).constData());
        QCOMPARE(link->origin.ascii(), given.context.origin);
        QCOMPARE(link->session, given.context.session);
        QCOMPARE(link->versions, given.context.desktopVersions);
        QCOMPARE(link->desktopKey, given.context.desktopKey);
        QCOMPARE(bytesOf(link->secret), given.secretBytes);
        QCOMPARE(link->text(), session[u"link"].toString());
    }

    void commitmentTranscriptAndCodeAgree_data() { eachSession(); }
    void commitmentTranscriptAndCodeAgree()
    {
        QFETCH(QJsonObject, session);
        const Session given(session);
        const auto nonce = hex(given.given[u"N_P"]);
        QCOMPARE(commitment(given.context.session, given.phone.publicKey(), nonce), hex(session[u"commitment"]));
        QVERIFY(keepsCommitment(hex(session[u"commitment"]), given.context.session, given.phone.publicKey(), nonce));

        std::vector<QByteArray> messages;
        for (const auto& message : session[u"messages"].toArray().toVariantList().first(5))
            messages.push_back(message.toMap()[u"text"_s].toString().toUtf8());
        QCOMPARE(transcriptDigest(messages), hex(session[u"transcript"]));
        const auto code = given.keys(Side::Desktop).compareCode(transcriptDigest(messages));
        QCOMPARE(code.first(3) + u' ' + code.last(3), session[u"compareCode"].toString());
        QCOMPARE(given.keys(Side::Phone).compareCode(transcriptDigest(messages)), code);
    }

    /// Each side seals what it says into the same records; what another sender has cut earlier is read all the same.
    void recordsAgree_data() { eachSession(); }
    void recordsAgree()
    {
        QFETCH(QJsonObject, session);
        const Session given(session);
        const bool isCutEarly = session[u"name"].toString().startsWith(u"cut early");
        for (const auto side : { Side::Desktop, Side::Phone }) {
            Shelf written(given.context.session);
            Shelf laidIn(given.context.session);
            TalkChannel sender(written, side);
            TalkChannel receiver(laidIn, side == Side::Desktop ? Side::Phone : Side::Desktop);
            for (auto* channel : { &sender, &receiver }) {
                channel->setHelloKey(helloKey(secret(given.secretBytes), given.context));
                channel->setSessionKeys(given.keys(side));
            }
            for (const auto& record : session[u"records"].toArray()) {
                if (sideOf(record[u"sender"]) == side && record[u"record"].isString())
                    laidIn.kept[record[u"number"].toInt()] = hex(record[u"record"]);
            }
            for (const auto& message : session[u"messages"].toArray()) {
                if (sideOf(message[u"sender"]) != side)
                    continue;
                QVERIFY(sender.send(text(message[u"text"]), {}));
                const auto received = receiver.receive({});
                QVERIFY2(received, problemOf(received).constData());
                QCOMPARE(*received, text(message[u"text"]));
            }
            if (!isCutEarly)
                QCOMPARE(written.kept, laidIn.kept);
        }
    }

    void messagesAgree_data() { eachSession(); }
    void messagesAgree()
    {
        QFETCH(QJsonObject, session);
        for (const auto& message : session[u"messages"].toArray()) {
            const auto understood = read(text(message[u"text"]));
            QVERIFY2(understood, problemOf(understood).constData());
            QCOMPARE(write(*understood), text(message[u"text"]));
        }
    }

    void longMessagesAreSplitAlike()
    {
        const auto given = m_vectors[u"longMessage"].toObject();
        const auto filled = given[u"filled"].toObject();
        const auto message = text(filled[u"messageRepeats"])
                                 .repeated(filled[u"messageLength"].toInt() / 16)
                                 .first(filled[u"messageLength"].toInt());
        QCOMPARE(sha256(message), hex(filled[u"messageSha256"]));
        const auto key = secret(hex(given[u"key"]));
        for (const auto& record : filled[u"records"].toArray()) {
            const int number = record[u"number"].toInt();
            const int length = record[u"dataLength"].toInt();
            auto plaintext = QByteArray(1, record[u"continues"].toBool() ? '\1' : '\0')
                + QByteArray::fromHex(QByteArray::number(length, 16).rightJustified(8, '0'))
                + message.sliced((number - 1) * 262123, length);
            plaintext = plaintext.leftJustified(record[u"recordLength"].toInt() - kTagBytes, '\0');
            QVERIFY(isRecord(sealRecord(key, text(given[u"session"]), sideOf(given[u"sender"]),
                                 static_cast<std::uint32_t>(number), plaintext),
                record.toObject()));
        }
    }

    void badRecordsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("record");
        for (const auto& bad : m_vectors[u"records"][u"refused"].toArray())
            QTest::newRow(qUtf8Printable(bad[u"why"].toString())) << hex(bad[u"record"]);
    }
    void badRecordsAreRefused()
    {
        // They are the phone's second: the channel has to come past a first one.
        QFETCH(QByteArray, record);
        const auto given = m_vectors[u"records"].toObject();
        const auto key = secret(hex(given[u"key"]));
        const auto session = text(given[u"session"]);
        const auto opens
            = [&](const QByteArray& second) { return openRecord(key, session, Side::Phone, 2, second).has_value(); };
        QVERIFY(opens(hex(given[u"good"][u"record"])));

        const auto derived = SessionKeys::derive(randomSecret(32), KeyPair::generate(), Side::Desktop,
            { session, "https://relay.example.com", "\1", "\1", {}, KeyPair::generate().publicKey() });
        Shelf shelf(session);
        TalkChannel channel(shelf, Side::Desktop);
        channel.setHelloKey(key.clone());
        channel.setSessionKeys(*derived);
        // Sealed again with this channel's key where it opens at all; as it is where it does not.
        const auto plaintext = openRecord(key, session, Side::Phone, 2, record);
        shelf.kept[1] = sealRecord(key, session, Side::Phone, 1, QByteArray(1008, '\0'));
        shelf.kept[2]
            = plaintext ? sealRecord(derived->recordKey(Side::Phone), session, Side::Phone, 2, *plaintext) : record;
        QVERIFY(channel.receive({}));
        const auto received = channel.receive({});
        QVERIFY(!received);
        QCOMPARE(received.error().code, ErrorCode::PhoneMessageInvalid);
    }

    void goodLinksAreAccepted_data() { eachText(u"links", u"accepted"); }
    void goodLinksAreAccepted()
    {
        QFETCH(QByteArray, text);
        const auto link = Link::parse(QString::fromUtf8(text));
        QVERIFY2(link, problemOf(link).constData());
        QCOMPARE(link->text().toUtf8(), text);
    }

    void badLinksAreRefused_data() { eachText(u"links", u"refused"); }
    void badLinksAreRefused()
    {
        QFETCH(QByteArray, text);
        const auto link = Link::parse(QString::fromUtf8(text));
        QVERIFY(!link);
        QCOMPARE(link.error().code, ErrorCode::PhoneLinkInvalid);
    }

    void goodMessagesAreAccepted_data() { eachText(u"messages", u"accepted"); }
    void goodMessagesAreAccepted()
    {
        QFETCH(QByteArray, text);
        const auto message = read(text);
        QVERIFY2(message, problemOf(message).constData());
    }

    void badMessagesAreRefused_data() { eachText(u"messages", u"refused"); }
    void badMessagesAreRefused()
    {
        QFETCH(QByteArray, text);
        const auto message = read(text);
        QVERIFY(!message);
        QCOMPARE(message.error().code, ErrorCode::PhoneMessageInvalid);
    }

    void attributesAreJudgedAlike_data()
    {
        QTest::addColumn<QJsonObject>("given");
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<bool>("isAccepted");
        for (const auto& given : m_vectors[u"attributes"].toArray()) {
            for (const auto* list : { u"accepted", u"refused" }) {
                for (const auto& one : given[QStringView(list)].toArray()) {
                    QTest::addRow(
                        "%s: %s", qPrintable(given[u"algorithm"].toString()), qPrintable(one[u"why"].toString()))
                        << given.toObject() << hex(one[u"attributes"]) << (QStringView(list) == u"accepted");
                }
            }
        }
    }
    void attributesAreJudgedAlike()
    {
        QFETCH(QJsonObject, given);
        QFETCH(QByteArray, attributes);
        QFETCH(bool, isAccepted);
        const auto certificate = certificate::Certificate::fromDer(hex(given[u"certificate"]));
        QVERIFY(certificate);
        const auto digest = given[u"algorithm"].toString() == u"ecdsa-sha384" ? cms::DigestAlgorithm::Sha384
                                                                              : cms::DigestAlgorithm::Sha256;
        const auto checked = cms::checkSignedAttributes(attributes, { digest, hex(given[u"digest"]) }, *certificate);
        QVERIFY2(checked.has_value() == isAccepted, problemOf(checked).constData());
        if (!checked)
            QCOMPARE(checked.error().code, ErrorCode::RequestNotADocument);
    }
};

QTEST_GUILESS_MAIN(tst_ProtocolVectors)
#include "tst_ProtocolVectors.moc"
