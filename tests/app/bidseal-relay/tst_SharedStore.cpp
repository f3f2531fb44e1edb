#include "tests/app/bidseal-relay/HttpClient.h"
#include "tests/support/RedisProcess.h"
#include "tests/support/RelayProcess.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace bidseal::test;
using namespace Qt::StringLiterals;

/// Two relays that know nothing of each other, on one Redis; and that Redis on its bad days.
class tst_SharedStore : public QObject {
    Q_OBJECT

private:
    RedisProcess m_redis;
    RelayProcess m_one, m_other;

    bool isWell(const RelayProcess& relay) { return HttpClient(relay).ask("GET", "/health").status == 200; }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_redis.start());
        QVERIFY(m_one.start({ .redis = m_redis.url() }));
        QVERIFY(m_other.start({ .redis = m_redis.socketUrl() + u"?db=0"_s }));
    }

    void passesMessagesFromOneRelayToTheOther()
    {
        SampleSession session(m_one);
        QCOMPARE(session.open().status, 201);
        HttpClient desktop(m_one);
        desktop.send("GET", session.getTarget(0, 25), session.with(session.desktop));
        session.moveTo(m_other);
        QCOMPARE(session.join().status, 200);
        QCOMPARE(desktop.receive(300).status, 0);
        QCOMPARE(session.put(session.phone, 1, "from the other relay").status, 201);
        QCOMPARE(desktop.receive().body, "from the other relay");

        HttpClient phone(m_other);
        phone.send("GET", session.getTarget(0, 25), session.with(session.phone));
        QCOMPARE(phone.receive(300).status, 0);
        session.moveTo(m_one);
        QCOMPARE(session.put(session.desktop, 1, "and back").status, 201);
        QCOMPARE(phone.receive().body, "and back");
    }

    void endsWaitsAtTheOtherRelay()
    {
        SampleSession session(m_one);
        QVERIFY(session.begin());
        HttpClient earlier(m_one), later(m_other);
        earlier.send("GET", session.getTarget(0, 25), session.with(session.desktop));
        QCOMPARE(earlier.receive(300).status, 0);
        later.send("GET", session.getTarget(0, 25), session.with(session.desktop));
        QCOMPARE(earlier.receive().status, 204);
        QCOMPARE(HttpClient(m_one).ask("DELETE", session.path(), session.with(session.phone)).status, 204);
        QCOMPARE(later.receive().status, 404);
    }

    void keepsNoTokenInRedis()
    {
        SampleSession session(m_one);
        QVERIFY(session.begin());
        const auto key = u"bidseal:session:"_s + QString::fromLatin1(session.name);
        const auto kept = m_redis.say({ u"HGETALL"_s, key });
        QVERIFY(kept.contains("verifier"));
        for (const auto& secret : { session.desktop, session.phone, session.proof }) {
            QVERIFY(!kept.contains(secret));
            QVERIFY(!kept.contains(QByteArray::fromBase64(secret, QByteArray::Base64UrlEncoding)));
        }
        const auto life = m_redis.say({ u"TTL"_s, key }).toInt();
        QVERIFY(life > 590 && life <= 600);
        for (const auto& name : m_redis.say({ u"KEYS"_s, u"*"_s }).split('\n')) // nothing stays for ever
            QVERIFY2(m_redis.say({ u"TTL"_s, QString::fromLatin1(name) }).toInt() > 0, name.constData());
    }

    /// Nothing hangs, nobody is told a wrong thing, and what was kept is there again.
    void survivesARestartOfRedis()
    {
        SampleSession session(m_one);
        QVERIFY(session.begin());
        QCOMPARE(session.put(session.phone, 1, "before").status, 201);
        HttpClient waiting(m_one);
        waiting.send("GET", session.getTarget(1, 25), session.with(session.desktop));
        QCOMPARE(waiting.receive(300).status, 0);

        m_redis.stop();
        QElapsedTimer clock;
        clock.start();
        const auto refused = session.put(session.phone, 2, "meanwhile");
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.error(), "temporarily_unavailable");
        QVERIFY(refused.header("Retry-After").toInt() >= 1);
        QCOMPARE(HttpClient(m_other).ask("GET", "/health").status, 503);
        QCOMPARE(session.get(session.phone, 0, 25).status, 503);
        QVERIFY(clock.elapsed() < 15'000);

        QVERIFY(m_redis.restart());
        QTRY_VERIFY_WITH_TIMEOUT(isWell(m_one) && isWell(m_other), 20'000);
        QCOMPARE(waiting.receive(100).status, 0); // still waits, at a Redis that is new to it
        session.moveTo(m_other);
        QCOMPARE(session.put(session.phone, 2, "after").status, 201);
        QCOMPARE(waiting.receive().body, "after");
        QCOMPARE(session.get(session.desktop, 0).body, "before");
    }

    void answersWhileRedisSaysNothing()
    {
        SampleSession session(m_one);
        QVERIFY(session.begin());
        m_redis.suspend();
        QElapsedTimer clock;
        clock.start();
        const auto refused = session.put(session.phone, 1, "x");
        m_redis.resume();
        QCOMPARE(refused.status, 503);
        QVERIFY(clock.elapsed() < 15'000);
        QTRY_VERIFY_WITH_TIMEOUT(isWell(m_one) && isWell(m_other), 20'000);
        const auto status = session.put(session.phone, 1, "x").status; // 200: Redis had taken it before it fell silent
        QVERIFY2(status == 201 || status == 200, qPrintable(QString::number(status)));
        QCOMPARE(session.get(session.desktop, 0).body, "x");
    }

    void startsBeforeItsRedis()
    {
        RedisProcess late;
        QVERIFY(late.start());
        late.stop();
        RelayProcess relay;
        QVERIFY(relay.start({ .redis = late.url() }));
        QCOMPARE(HttpClient(relay).ask("GET", "/health").status, 503);
        SampleSession session(relay);
        QCOMPARE(session.open().error(), "temporarily_unavailable");
        QVERIFY(late.restart());
        QTRY_VERIFY_WITH_TIMEOUT(isWell(relay), 20'000);
        QVERIFY(session.begin());
    }

    void boundsSessionsOfAllRelaysTogether()
    {
        RedisProcess redis;
        RelayProcess one, other;
        const QStringList few { u"--max-sessions"_s, u"2"_s };
        QVERIFY(redis.start() && one.start({ .redis = redis.url(), .arguments = few })
            && other.start({ .redis = redis.url(), .arguments = few }));
        SampleSession first(one), second(other), third(one);
        QVERIFY(first.begin());
        QCOMPARE(second.open().status, 201);
        const auto full = third.open();
        QCOMPARE(full.status, 503);
        QVERIFY(full.header("Retry-After").toInt() >= 1);
        QCOMPARE(HttpClient(other).ask("DELETE", first.path(), first.with(first.phone)).status, 204);
        QVERIFY(third.begin());
    }
};

QTEST_GUILESS_MAIN(tst_SharedStore)
#include "tst_SharedStore.moc"
