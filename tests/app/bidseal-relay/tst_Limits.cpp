#include "tests/app/bidseal-relay/HttpClient.h"
#include "tests/support/RelayProcess.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace bidseal::test;
using namespace Qt::StringLiterals;

/// Who asks too much, too slowly or too strangely is refused; whoever else asks meanwhile is served.
class tst_Limits : public QObject {
    Q_OBJECT

private:
    RelayProcess m_relay; ///< with short deadlines

    static bool works(const RelayProcess& relay)
    {
        SampleSession session(relay);
        return session.begin();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(
            m_relay.start({ .arguments = { u"--header-time"_s, u"1"_s, u"--body-time"_s, u"1"_s, u"--idle-time"_s,
                                u"2"_s, u"--handshake-time"_s, u"1"_s, u"--connections-per-address"_s, u"200"_s } }));
    }

    void slowsDownWhoAsksTooOften()
    {
        RelayProcess relay;
        QVERIFY(relay.start({ .arguments = { u"--requests-per-second"_s, u"1"_s, u"--requests-at-once"_s, u"5"_s } }));
        HttpClient client(relay);
        for (int request = 0; request < 5; ++request)
            QCOMPARE(client.ask("GET", "/health").status, 200);
        const auto refused = client.ask("GET", "/health");
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.error(), "slow_down");
        const auto wait = refused.header("Retry-After").toInt();
        QVERIFY(wait >= 1 && wait <= 5);
        QTest::qWait(wait * 1000);
        QCOMPARE(client.ask("GET", "/health").status, 200); // on the same connection
        for (int request = 0; request < 5; ++request)
            (void)client.ask("GET", "/health");
        QCOMPARE(client.ask("POST", "/v1/sessions", {}, "{}").status, 429);
    }

    void boundsSessionsOfAnAddress()
    {
        RelayProcess relay;
        QVERIFY(relay.start({ .arguments = { u"--sessions-per-minute"_s, u"3"_s } }));
        SampleSession session(relay);
        for (int count = 0; count < 3; ++count)
            QCOMPARE(session.open().status, 201);
        const auto refused = session.open();
        QCOMPARE(refused.status, 429);
        const auto wait = refused.header("Retry-After").toInt();
        QVERIFY(wait > 1 && wait <= 20);
    }

    void countsTheClientsOfATrustedProxy()
    {
        const QStringList few { u"--sessions-per-minute"_s, u"1"_s };
        const auto open = [](const RelayProcess& relay, const QByteArray& forwardedFor) {
            const auto body = "{\"joinVerifier\":\"" + SampleSession::randomText() + "\"}";
            return HttpClient(relay).ask("POST", "/v1/sessions", { { "X-Forwarded-For", forwardedFor } }, body).status;
        };
        RelayProcess trusting, wary;
        QVERIFY(trusting.start({ .tls = RelayProcess::Tls::None,
            .arguments = few + QStringList { u"--trusted-proxy"_s, u"127.0.0.0/8"_s, u"10.1.0.0/16"_s } }));
        QCOMPARE(open(trusting, "192.0.2.1"), 201);
        QCOMPARE(open(trusting, "192.0.2.1"), 429);
        QCOMPARE(open(trusting, "192.0.2.2"), 201);
        QCOMPARE(open(trusting, "198.51.100.7, 192.0.2.2"), 429); // what the client claims of itself does not count
        QCOMPARE(open(trusting, "198.51.100.8\r\nX-Forwarded-For: 192.0.2.2"), 429); // nor in a line of its own
        QCOMPARE(open(trusting, "192.0.2.2, 10.1.2.3"), 429); // through two of ours
        QCOMPARE(open(trusting, "2001:db8:1:2::1"), 201);
        QCOMPARE(open(trusting, "2001:db8:1:2::2"), 429); // the same /64
        QCOMPARE(open(trusting, "2001:db8:1:3::2"), 201);
        QVERIFY(wary.start({ .arguments = few }));
        QCOMPARE(open(wary, "192.0.2.1"), 201);
        QCOMPARE(open(wary, "192.0.2.2"), 429);
    }

    void boundsConnectionsOfAnAddress()
    {
        RelayProcess relay;
        QVERIFY(
            relay.start({ .tls = RelayProcess::Tls::None, .arguments = { u"--connections-per-address"_s, u"3"_s } }));
        HttpClient one(relay), two(relay), three(relay);
        for (auto* client : { &one, &two, &three })
            QCOMPARE(client->ask("GET", "/health").status, 200);
        HttpClient four(relay);
        QVERIFY(four.waitForClose(10'000));
        one.socket().disconnectFromHost();
        QTRY_COMPARE_WITH_TIMEOUT(HttpClient(relay).ask("GET", "/health").status, 200, 10'000);
    }

    void boundsSessionsInAll()
    {
        RelayProcess relay;
        QVERIFY(relay.start({ .arguments = { u"--max-sessions"_s, u"1"_s } }));
        SampleSession one(relay), two(relay);
        QVERIFY(one.begin());
        const auto full = two.open();
        QCOMPARE(full.status, 503);
        QCOMPARE(full.error(), "temporarily_unavailable");
        QVERIFY(full.header("Retry-After").toInt() >= 1);
        QCOMPARE(HttpClient(relay).ask("DELETE", one.path(), one.with(one.phone)).status, 204);
        QVERIFY(two.begin());
    }

    void boundsItsMemory()
    {
        RelayProcess relay;
        QVERIFY(relay.start({ .arguments = { u"--memory"_s, u"1"_s } }));
        SampleSession session(relay);
        QVERIFY(session.begin());
        const QByteArray record(262'144, 'r');
        for (int number = 1; number <= 3; ++number)
            QCOMPARE(session.put(session.phone, number, record).status, 201);
        QCOMPARE(session.put(session.phone, 4, record).status, 503);
        QCOMPARE(HttpClient(relay).ask("DELETE", session.path(), session.with(session.phone)).status, 204);
        QVERIFY(session.begin());
        QCOMPARE(session.put(session.phone, 1, record).status, 201);
    }

    void cutsSlowHeaders()
    {
        QElapsedTimer clock;
        clock.start();
        HttpClient slow(m_relay);
        bool open = true;
        for (int part = 0; part < 40 && open; ++part) { // each part arrives in time, the whole does not
            slow.sendRaw(part == 0 ? "GET /health HTTP/1.1\r\n" : "X-Slow: 1\r\n");
            open = !slow.waitForClose(250);
        }
        QVERIFY(!open);
        QVERIFY(clock.elapsed() < 8'000);
    }

    void cutsSlowBodies()
    {
        SampleSession session(m_relay);
        QVERIFY(session.begin());
        HttpClient slow(m_relay);
        slow.sendRaw("PUT " + session.path("/messages/1") + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + session.phone + "\r\nContent-Length: 1000\r\n\r\n");
        bool open = true;
        for (int part = 0; part < 40 && open; ++part) {
            slow.sendRaw("x");
            open = !slow.waitForClose(250);
        }
        QVERIFY(!open);
        QCOMPARE(session.get(session.desktop, 0).status, 204);
    }

    void endsIdleConnections()
    {
        HttpClient idle(m_relay);
        QCOMPARE(idle.ask("GET", "/health").status, 200);
        QVERIFY(!idle.waitForClose(500));
        QVERIFY(idle.waitForClose(10'000));
    }

    void staysAnsweringWhileHundredsAreSlow()
    {
        std::vector<std::unique_ptr<QTcpSocket>> slow;
        for (int count = 0; count < 150; ++count) { // none of them ever begins TLS
            slow.push_back(std::make_unique<QTcpSocket>());
            slow.back()->connectToHost(u"127.0.0.1"_s, m_relay.port());
            QVERIFY(slow.back()->waitForConnected(10'000));
        }
        QVERIFY(works(m_relay));
        QTRY_VERIFY_WITH_TIMEOUT(
            (slow.front()->waitForReadyRead(10), slow.front()->state() != QAbstractSocket::ConnectedState), 10'000);
    }

    void refusesHugeHeaders()
    {
        HttpClient client(m_relay);
        client.sendRaw("GET /health HTTP/1.1\r\nX-Huge: " + QByteArray(20'000, 'x') + "\r\n\r\n");
        const auto reply = client.receive();
        QCOMPARE(reply.status, 400);
        QVERIFY(client.waitForClose(10'000));
    }

    void refusesHugeBodiesUnread()
    {
        SampleSession session(m_relay);
        QVERIFY(session.begin());
        HttpClient announced(m_relay);
        const auto head = "PUT " + session.path("/messages/1") + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + session.phone + "\r\n";
        announced.sendRaw(head + "Content-Length: 1000000000000\r\n\r\n");
        QCOMPARE(announced.receive().error(), "too_large");
        QVERIFY(announced.waitForClose(15'000));
        HttpClient chunked(m_relay);
        chunked.sendRaw(head + "Transfer-Encoding: chunked\r\n\r\n40001\r\n" + QByteArray(0x40001, 'x') + "\r\n");
        QCOMPARE(chunked.receive().error(), "too_large");
        QCOMPARE(HttpClient(m_relay).ask("POST", "/v1/sessions", {}, QByteArray(5'000, ' ')).error(), "too_large");
        QCOMPARE(session.get(session.desktop, 0).status, 204);
    }

    void survivesGarbage_data()
    {
        QTest::addColumn<QByteArray>("garbage");
        QByteArray random(4'096, '\0');
        for (qsizetype at = 0; at < random.size(); ++at)
            random[at] = static_cast<char>((at * 2'654'435'761U) >> 13);
        QTest::newRow("random") << random;
        QTest::newRow("zeros") << QByteArray(4'096, '\0');
        QTest::newRow("another protocol") << QByteArray("SSH-2.0-Sample\r\n\r\n");
        QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        QTest::newRow("two lengths") << QByteArray(
            "POST /v1/sessions HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}");
        QTest::newRow("length and chunks")
            << QByteArray("POST /v1/sessions HTTP/1.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}");
        QTest::newRow("negative length") << QByteArray("POST /v1/sessions HTTP/1.1\r\nContent-Length: -1\r\n\r\n");
        QTest::newRow("bad chunk") << QByteArray(
            "POST /v1/sessions HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
    }

    /// Once inside TLS, once in its place.
    void survivesGarbage()
    {
        QFETCH(QByteArray, garbage);
        HttpClient inside(m_relay);
        inside.sendRaw(garbage);
        const auto reply = inside.receive(5'000);
        QVERIFY2(reply.status == 400 || reply.status == 0, qPrintable(QString::number(reply.status)));
        QVERIFY(inside.waitForClose(15'000));
        QTcpSocket outside;
        outside.connectToHost(u"127.0.0.1"_s, m_relay.port());
        QVERIFY(outside.waitForConnected(10'000));
        outside.write(garbage);
        outside.waitForDisconnected(10'000);
        QCOMPARE(outside.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(works(m_relay));
    }

    void survivesClientsThatGoWhileTheyWait()
    {
        SampleSession session(m_relay);
        QVERIFY(session.begin());
        for (int count = 0; count < 50; ++count) {
            HttpClient gone(m_relay);
            gone.send("GET", session.getTarget(0, 25), session.with(session.desktop));
            gone.socket().abort();
        }
        QCOMPARE(session.put(session.phone, 1, "still there").status, 201);
        QCOMPARE(session.get(session.desktop, 0, 25).body, "still there");
    }

    void answersHalfClosedConnections()
    {
        RelayProcess relay;
        QVERIFY(relay.start({ .tls = RelayProcess::Tls::None }));
        SampleSession session(relay);
        QVERIFY(session.begin());
        QProcess shell; // sends its request, closes its half, waits
        shell.start(u"python3"_s,
            { u"-c"_s,
                u"import socket,sys\n"
                "s=socket.create_connection(('127.0.0.1',%1))\n"
                "s.sendall(sys.argv[1].encode())\n"
                "s.shutdown(socket.SHUT_WR)\n"
                "d=b''\n"
                "while True:\n"
                "  p=s.recv(4096)\n"
                "  if not p: break\n"
                "  d+=p\n"
                "sys.stdout.buffer.write(d)"_s.arg(relay.port()),
                QString::fromLatin1("GET " + session.getTarget(0, 2) + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + session.desktop + "\r\n\r\n") });
        QVERIFY(shell.waitForStarted(10'000));
        QTest::qWait(300);
        QCOMPARE(session.put(session.phone, 1, "for the half that listens").status, 201);
        QVERIFY(shell.waitForFinished(20'000));
        QVERIFY(shell.readAllStandardOutput().contains("for the half that listens"));
    }

    /// Nothing of all this has left anything behind.
    void isStillWellAfterAll() { QVERIFY(works(m_relay)); }
};

QTEST_GUILESS_MAIN(tst_Limits)
#include "tst_Limits.moc"
