#include "tests/app/bidseal-relay/HttpClient.h"
#include "tests/support/RedisProcess.h"
#include "tests/support/RelayProcess.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace bidseal::test;
using namespace Qt::StringLiterals;

/// docs/relay-protocol.md, section 3, rule by rule, against a real relay over TLS: once with sessions in its memory,
/// once with sessions in Redis.
class tst_Sessions : public QObject {
    Q_OBJECT

private:
    RedisProcess m_redis;
    RelayProcess m_withMemory, m_withRedis, m_shortLived;

    RelayProcess& relay()
    {
        QFETCH_GLOBAL(bool, redis);
        return redis ? m_withRedis : m_withMemory;
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("redis");
        QTest::newRow("memory") << false;
        QTest::newRow("Redis") << true;
    }

    void initTestCase()
    {
        QVERIFY(m_redis.start());
        QVERIFY(m_withMemory.start());
        QVERIFY(m_withRedis.start({ .redis = m_redis.url() }));
    }

    // 3.1

    void opensASession()
    {
        SampleSession session(relay());
        const auto reply = session.open();
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.header("content-type"), "application/json");
        QCOMPARE(session.name.size(), 22);
        QCOMPARE(session.desktop.size(), 43);
        QCOMPARE(session.origin, relay().origin().toUtf8());
        QCOMPARE(reply.number("expiresIn"), 120);
        QCOMPARE(reply.number("interval"), 1);
    }

    void refusesOtherThanTheAgreedMembers_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto verifier = SampleSession::randomText();
        const auto good = "\"joinVerifier\":\"" + verifier + "\"";
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("joinVerifier");
        QTest::newRow("no object") << QByteArray("[\"" + verifier + "\"]");
        QTest::newRow("no member") << QByteArray("{}");
        QTest::newRow("a further member") << QByteArray("{" + good + ",\"wait\":1}");
        QTest::newRow("a repeated member") << QByteArray("{" + good + "," + good + "}");
        QTest::newRow("another type") << QByteArray("{\"joinVerifier\":1}");
        QTest::newRow("something behind it") << QByteArray("{" + good + "}{}");
        QTest::newRow("cut off") << QByteArray("{" + good);
        QTest::newRow("too short") << QByteArray("{\"joinVerifier\":\"" + SampleSession::randomText(31) + "\"}");
        QTest::newRow("too long") << QByteArray("{\"joinVerifier\":\"" + SampleSession::randomText(33) + "\"}");
        QTest::newRow("padded") << QByteArray("{\"joinVerifier\":\"" + verifier + "=\"}");
        QTest::newRow("another alphabet") << QByteArray("{\"joinVerifier\":\"+" + verifier.mid(1) + "\"}");
        QTest::newRow("last bits not zero") << QByteArray("{\"joinVerifier\":\"" + QByteArray(42, 'A') + "B\"}");
    }

    void refusesOtherThanTheAgreedMembers()
    {
        QFETCH(QByteArray, body);
        const auto reply = HttpClient(relay()).ask("POST", "/v1/sessions", {}, body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.error(), "invalid_request");
    }

    // 3.2

    void joinsOnceAndRepeatsTheAnswer()
    {
        SampleSession session(relay());
        QCOMPARE(session.open().status, 201);
        const auto first = session.join();
        QCOMPARE(first.status, 200);
        QCOMPARE(first.number("expiresIn"), 600);
        QCOMPARE(first.number("interval"), 1);
        const auto again = session.join();
        QCOMPARE(again.status, 200);
        QVERIFY(again.number("expiresIn") > 590 && again.number("expiresIn") <= 600);
    }

    void refusesAnotherPhone()
    {
        SampleSession session(relay());
        QVERIFY(session.begin());
        session.phone = SampleSession::randomText();
        const auto reply = session.join();
        QCOMPARE(reply.status, 409);
        QCOMPARE(reply.error(), "already_joined");
    }

    void refusesAWrongProofAndStaysAsItIs()
    {
        SampleSession session(relay());
        QCOMPARE(session.open().status, 201);
        HttpClient stranger(relay());
        for (int attempt = 0; attempt < 1000; ++attempt) {
            const auto body = session.joinBody(SampleSession::randomText(), SampleSession::randomText());
            const auto reply = stranger.ask("POST", session.path("/join"), {}, body);
            QCOMPARE(reply.status, 403);
            QCOMPARE(reply.error(), "access_denied");
        }
        QCOMPARE(session.get(session.desktop, 0).header("BidSeal-State"), "waiting");
        QCOMPARE(session.join().status, 200);
        const auto late = session.joinBody(SampleSession::randomText(), session.phone);
        QCOMPARE(stranger.ask("POST", session.path("/join"), {}, late).status, 403);
        QCOMPARE(session.get(session.phone, 0).status, 204);
    }

    void refusesAMalformedJoin()
    {
        SampleSession session(relay());
        QCOMPARE(session.open().status, 201);
        HttpClient client(relay());
        for (const auto& body : { session.joinBody(session.proof, SampleSession::randomText(16)),
                 session.joinBody(SampleSession::randomText(8), session.phone), QByteArray("{}") })
            QCOMPARE(client.ask("POST", session.path("/join"), {}, body).error(), "invalid_request");
        QCOMPARE(session.join().status, 200);
    }

    // 3.3

    void keepsMessagesInTheirOrder()
    {
        SampleSession session(relay());
        QVERIFY(session.begin());
        QCOMPARE(session.put(session.phone, 1, "one").status, 201);
        QCOMPARE(session.put(session.phone, 1, "one").status, 200);
        const auto other = session.put(session.phone, 1, "two");
        QCOMPARE(other.status, 409);
        QCOMPARE(other.error(), "conflict");
        const auto gap = session.put(session.phone, 3, "three");
        QCOMPARE(gap.status, 409);
        QCOMPARE(gap.error(), "out_of_order");
        QCOMPARE(session.put(session.phone, 2, "two").status, 201);
        QCOMPARE(session.put(session.desktop, 1, "the other side's").status, 201); // counts for itself
    }

    void letsNoDesktopSendBeforeAPhoneHasJoined()
    {
        SampleSession session(relay());
        QCOMPARE(session.open().status, 201);
        const auto reply = session.put(session.desktop, 1, "early");
        QCOMPARE(reply.status, 409);
        QCOMPARE(reply.error(), "out_of_order");
    }

    void keepsAnyBytesUpToTheLimit()
    {
        SampleSession session(relay());
        QVERIFY(session.begin());
        QByteArray record(262'144, '\0');
        for (qsizetype at = 0; at < record.size(); ++at)
            record[at] = static_cast<char>(at * 7);
        QCOMPARE(session.put(session.desktop, 1, record).status, 201);
        QCOMPARE(session.get(session.phone, 0).body, record);
        const auto reply = session.put(session.desktop, 2, record + 'x');
        QCOMPARE(reply.status, 413);
        QCOMPARE(reply.error(), "too_large");
    }

    void keepsSixtyFourMessagesOfASide()
    {
        SampleSession session(relay());
        QVERIFY(session.begin());
        for (int number = 1; number <= 64; ++number)
            QCOMPARE(session.put(session.phone, number, "record").status, 201);
        QCOMPARE(session.put(session.phone, 65, "record").error(), "too_large");
        QCOMPARE(session.put(session.phone, 64, "record").status, 200);
        QCOMPARE(session.put(session.desktop, 1, "record").status, 201);
    }

    void keepsEightMebibytesOfASide()
    {
        SampleSession session(relay());
        QVERIFY(session.begin());
        const QByteArray record(262'144, 'r');
        for (int number = 1; number <= 32; ++number)
            QCOMPARE(session.put(session.phone, number, record).status, 201);
        const auto reply = session.put(session.phone, 33, "x");
        QCOMPARE(reply.status, 413);
        QCOMPARE(reply.error(), "too_large");
        QCOMPARE(session.get(session.desktop, 31).body, record);
    }

    void refusesMalformedNumbers_data()
    {
        QTest::addColumn<QByteArray>("number");
        for (const char* number : { "0", "-1", "1x", "", "1.0", "99999999999999999999", "1?x=1" })
            QTest::newRow(number) << QByteArray(number);
    }

    void refusesMalformedNumbers()
    {
        QFETCH(QByteArray, number);
        SampleSession session(relay());
        QVERIFY(session.begin());
        const auto reply
            = HttpClient(relay()).ask("PUT", session.path("/messages/" + number), session.with(session.phone), "x");
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.error(), "invalid_request");
    }

    // 3.4

    void givesTheNextMessageOfTheOtherSide()
    {
        SampleSession session(relay());
        QVERIFY(session.begin());
        QCOMPARE(session.put(session.phone, 1, "one").status, 201);
        QCOMPARE(session.put(session.phone, 2, "two").status, 201);
        for (int twice = 0; twice < 2; ++twice) { // and again, as long as the session lives
            const auto first = session.get(session.desktop, 0);
            QCOMPARE(first.status, 200);
            QCOMPARE(first.body, "one");
            QCOMPARE(first.header("BidSeal-Message"), "1");
            QCOMPARE(first.header("BidSeal-State"), "joined");
            QVERIFY(first.header("BidSeal-Expires-In").toInt() > 590);
            QCOMPARE(session.get(session.desktop, 1).body, "two");
        }
        QCOMPARE(session.get(session.desktop, 2).status, 204);
        QCOMPARE(session.get(session.phone, 0).status, 204); // nobody gets his own
    }

    void waitsAsLongAsItIsAsked()
    {
        SampleSession session(relay());
        QCOMPARE(session.open().status, 201);
        QElapsedTimer clock;
        clock.start();
        const auto reply = session.get(session.desktop, 0, 1);
        QVERIFY(clock.elapsed() >= 990);
        QCOMPARE(reply.status, 204);
        QCOMPARE(reply.header("BidSeal-State"), "waiting");
        const auto left = reply.header("BidSeal-Expires-In").toInt();
        QVERIFY2(left >= 100 && left <= 119, qPrintable(QString::number(left)));
        QVERIFY(reply.body.isEmpty());
    }

    void wakesWhoWaits()
    {
        SampleSession session(relay());
        QVERIFY(session.begin());
        HttpClient waiting(relay());
        waiting.send("GET", session.getTarget(0, 25), session.with(session.desktop));
        QCOMPARE(waiting.receive(300).status, 0);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(session.put(session.phone, 1, "now").status, 201);
        const auto reply = waiting.receive();
        QCOMPARE(reply.body, "now");
        QVERIFY(clock.elapsed() < 10'000);
        // The same connection, the next message.
        waiting.send("GET", session.getTarget(1, 25), session.with(session.desktop));
        QCOMPARE(session.put(session.phone, 2, "then").status, 201);
        QCOMPARE(waiting.receive().body, "then");
    }

    void endsAnEarlierWaitOfTheSameSide()
    {
        SampleSession session(relay());
        QVERIFY(session.begin());
        HttpClient earlier(relay()), later(relay()), otherSide(relay());
        otherSide.send("GET", session.getTarget(0, 25), session.with(session.phone));
        earlier.send("GET", session.getTarget(0, 25), session.with(session.desktop));
        QCOMPARE(earlier.receive(300).status, 0);
        later.send("GET", session.getTarget(0, 25), session.with(session.desktop));
        const auto ended = earlier.receive();
        QCOMPARE(ended.status, 204);
        QCOMPARE(ended.header("BidSeal-State"), "joined");
        QCOMPARE(session.put(session.phone, 1, "for the later").status, 201);
        QCOMPARE(later.receive().body, "for the later");
        QCOMPARE(otherSide.receive(100).status, 0);
    }

    void refusesAWaitThatIsNotAgreed_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const char* query :
            { "after=-1", "after=x", "wait=26", "wait=1.5", "after=0&after=1", "before=1", "after=65" })
            QTest::newRow(query) << QByteArray(query);
    }

    void refusesAWaitThatIsNotAgreed()
    {
        QFETCH(QByteArray, query);
        SampleSession session(relay());
        QVERIFY(session.begin());
        const auto reply
            = HttpClient(relay()).ask("GET", session.path("/messages?" + query), session.with(session.desktop));
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.error(), "invalid_request");
    }

    // 3.5

    void wantsATokenOfTheSession()
    {
        SampleSession session(relay()), other(relay());
        QVERIFY(session.begin() && other.begin());
        const auto refused = [&](const HttpClient::Headers& headers) {
            const auto reply = HttpClient(relay()).ask("GET", session.getTarget(0, 0), headers);
            return reply.status == 401 && reply.error() == "invalid_token";
        };
        QVERIFY(refused({}));
        QVERIFY(refused(session.with(other.desktop)));
        QVERIFY(refused(session.with(session.proof)));
        QVERIFY(refused(session.with("")));
        QVERIFY(refused(session.with(session.desktop + "=")));
        QVERIFY(refused({ { "Authorization", "Basic " + session.desktop } }));
        QCOMPARE(session.put(other.phone, 1, "x").error(), "invalid_token");
        const auto reply = HttpClient(relay()).ask("DELETE", session.path(), session.with(other.desktop));
        QCOMPARE(reply.error(), "invalid_token");
    }

    void tellsNoDifferenceBetweenSessionsThatAreNot()
    {
        SampleSession session(relay());
        QVERIFY(session.begin());
        QCOMPARE(HttpClient(relay()).ask("DELETE", session.path(), session.with(session.phone)).status, 204);
        const auto ended = session.get(session.desktop, 0);
        session.name = SampleSession::randomText(16);
        const auto never = session.get(session.desktop, 0);
        session.name = "short";
        const auto malformed = session.get(session.desktop, 0);
        QCOMPARE(ended.status, 404);
        QCOMPARE(ended.error(), "expired_token");
        QCOMPARE(never.body, ended.body);
        QCOMPARE(malformed.body, ended.body);
        QCOMPARE(session.join().body, ended.body);
        QCOMPARE(session.put(session.desktop, 1, "x").body, ended.body);
    }

    void answersEverythingInTheSameForm()
    {
        SampleSession session(relay());
        QCOMPARE(session.open().status, 201);
        HttpClient client(relay());
        const auto head = session.with(session.desktop);
        for (const auto& reply :
            { client.ask("GET", "/"), client.ask("GET", "/v1/sessions"), client.ask("POST", "/health"),
                client.ask("GET", "/v2/sessions"), client.ask("PUT", session.path("/messages"), head, "x"),
                client.ask("DELETE", session.path("/messages/1"), head),
                client.ask("GET", session.path("/other"), head), client.ask("GET", session.path(), head),
                client.ask("OPTIONS", "/v1/sessions"), client.ask("POST", "/v1/sessions", {}, "{}"),
                client.ask("GET", "/s/short") }) {
            QVERIFY2(reply.status == 404 || reply.status == 405 || reply.status == 400, reply.body.constData());
            QCOMPARE(reply.error(), "invalid_request");
            QCOMPARE(reply.number("status"), reply.status);
            QVERIFY(!reply.text("title").isEmpty());
            QCOMPARE(reply.header("content-type"), "application/problem+json");
            QCOMPARE(reply.header("cache-control"), "no-store");
            QVERIFY(reply.header("date").endsWith(" GMT"));
            QCOMPARE(reply.status == 405, !reply.header("allow").isEmpty());
        }
        for (const auto& reply : { client.ask("GET", "/health"), client.ask("GET", session.getTarget(0, 0), head) }) {
            QCOMPARE(reply.header("cache-control"), "no-store");
            const auto date = QString::fromLatin1(reply.header("date"));
            QVERIFY2(QLocale::c().toDateTime(date, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).isValid(), qPrintable(date));
        }
    }

    // 3.6

    void endsForBothSides()
    {
        SampleSession session(relay());
        QVERIFY(session.begin());
        HttpClient waiting(relay());
        waiting.send("GET", session.getTarget(0, 25), session.with(session.phone));
        QCOMPARE(waiting.receive(300).status, 0);
        QCOMPARE(HttpClient(relay()).ask("DELETE", session.path(), session.with(session.desktop)).status, 204);
        const auto reply = waiting.receive();
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.error(), "expired_token");
        QCOMPARE(session.get(session.desktop, 0).status, 404);
    }

    void endsAWaitingSessionOnlyWhileItWaits()
    {
        SampleSession session(relay());
        QVERIFY(session.begin());
        const auto end = [&] {
            return HttpClient(relay()).ask("DELETE", session.path("?if=waiting"), session.with(session.desktop));
        };
        QCOMPARE(end().status, 409);
        QCOMPARE(end().error(), "already_joined");
        QCOMPARE(session.get(session.phone, 0).status, 204);
        QCOMPARE(session.open().status, 201);
        QCOMPARE(end().status, 204);
        QCOMPARE(session.join().status, 404);
        QCOMPARE(
            HttpClient(relay()).ask("DELETE", session.path("?if=joined"), session.with(session.desktop)).status, 400);
    }

    void expiresByItself()
    {
        QFETCH_GLOBAL(bool, redis);
        QVERIFY(m_shortLived.start({ .redis = redis ? m_redis.url() : QString(),
            .arguments = { u"--waiting-life"_s, u"1"_s, u"--joined-life"_s, u"3"_s } }));
        SampleSession waiting(m_shortLived), joined(m_shortLived);
        QCOMPARE(joined.open().number("expiresIn"), 1);
        QCOMPARE(joined.join().number("expiresIn"), 3);
        QCOMPARE(joined.put(joined.phone, 1, "x").status, 201);
        QCOMPARE(waiting.open().status, 201);
        const auto reply = waiting.get(waiting.desktop, 0, 25); // no longer than it lives
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.error(), "expired_token");
        QCOMPARE(waiting.join().status, 404);
        QCOMPARE(joined.get(joined.desktop, 0).status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(joined.get(joined.desktop, 0).status, 404, 10'000);
        if (redis)
            QVERIFY(m_redis.say({ u"KEYS"_s, u"bidseal:session:"_s + QString::fromLatin1(joined.name) + u"*"_s })
                        .isEmpty());
    }

    // 3.7

    void saysThatItIsWell()
    {
        const auto reply = HttpClient(relay()).ask("GET", "/health");
        QCOMPARE(reply.status, 200);
        const auto json = QJsonDocument::fromJson(reply.body).object();
        QCOMPARE(json.value(u"status"_s).toString(), u"ok"_s);
        QCOMPARE(json.value(u"versions"_s).toArray(), QJsonArray { 1 });
    }

    void showsBrowsersAPageWithoutScript()
    {
        const auto reply = HttpClient(relay()).ask("GET", "/s/" + SampleSession::randomText(16));
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.header("content-type").startsWith("text/html"));
        QVERIFY(reply.body.contains("App") && reply.body.contains("app"));
        QVERIFY(
            !reply.body.contains("<script") && !reply.body.contains("javascript:") && !reply.body.contains("onload"));
        const auto policy = reply.header("content-security-policy");
        QVERIFY2(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy.constData());
        const auto style = reply.body.mid(reply.body.indexOf("<style>") + 7).split('<').first();
        QVERIFY(policy.contains(QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64()));
        QCOMPARE(reply.header("referrer-policy"), "no-referrer");
    }

    /// What an HTTP library may do and a hand-written client does not.
    void understandsChunksAndExpectations()
    {
        SampleSession session(relay());
        QVERIFY(session.begin());
        HttpClient client(relay());
        const auto head = "PUT " + session.path("/messages/1") + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + session.phone + "\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n";
        client.sendRaw(head);
        client.sendRaw("3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n");
        QCOMPARE(client.receive().status, 201);
        QCOMPARE(session.get(session.desktop, 0).body, "abcdef");
        client.sendRaw("GET /health HTTP/1.1\r\nHost: x\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(client.receive().status, 200);
        QCOMPARE(client.receive().status, 200);
        client.sendRaw("GET /health HTTP/1.0\r\n\r\n");
        QCOMPARE(client.receive().status, 200);
        QVERIFY(client.waitForClose(10'000));
    }
};

QTEST_GUILESS_MAIN(tst_Sessions)
#include "tst_Sessions.moc"
