#include "resources/demonstration/CertificateMint.h"
#include "tests/app/bidseal-relay/HttpClient.h"
#include "tests/support/RedisProcess.h"
#include "tests/support/RelayProcess.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QtTest>

#include <csignal>

using namespace bidseal;
using namespace bidseal::test;
using namespace Qt::StringLiterals;

/// What whoever runs a relay relies on: configuration, stop, reload, log, numbers.
class tst_Operation : public QObject {
    Q_OBJECT

private:
    struct Run {
        int exitCode = -1;
        QByteArray said;
    };
    static Run runRelay(const QStringList& arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QCoreApplication::applicationDirPath() + u"/bidseal-relay"_s, arguments);
        const bool ended = process.waitForFinished(20'000);
        return { ended ? process.exitCode() : -1, process.readAll() };
    }

    static QByteArray readFrom(const QUrl& url)
    {
        QTcpSocket socket;
        socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        socket.waitForConnected(10'000);
        socket.write("GET " + url.path().toUtf8() + " HTTP/1.1\r\nHost: x\r\n\r\n");
        while (socket.waitForReadyRead(10'000)) { }
        return socket.readAll();
    }

private Q_SLOTS:
    void startsWithTheSampleConfiguration()
    {
        RelayProcess relay;
        QVERIFY(relay.start({ .tls = RelayProcess::Tls::None,
            .arguments = { u"--config"_s, QStringLiteral(BIDSEAL_SAMPLE_CONFIGURATION), u"--public-url"_s,
                u"https://relay.example.com:443/"_s } }));
        SampleSession session(relay);
        QVERIFY(session.begin());
        QCOMPARE(session.origin, "https://relay.example.com");
    }

    /// Nothing in it may have fallen behind the program: what is commented out is understood as well.
    void understandsEveryLineOfTheSampleConfiguration()
    {
        QFile sample(QStringLiteral(BIDSEAL_SAMPLE_CONFIGURATION));
        QVERIFY(sample.open(QIODevice::ReadOnly));
        RelayProcess relay;
        QVERIFY(relay.start()); // for its certificate
        QByteArray all;
        for (auto line : sample.readAll().split('\n')) {
            static const QRegularExpression setting(u"^(# )?[a-z-]+ = "_s);
            if (!setting.match(QString::fromUtf8(line)).hasMatch() || line.startsWith("# redis"))
                continue;
            line.replace("/etc/bidseal-relay/relay.pem", relay.certificateFile().toUtf8());
            line.replace("/etc/bidseal-relay/relay.key", relay.keyFile().toUtf8());
            line.replace(":9464", ":0");
            all += (line.startsWith("# ") ? line.mid(2) : line) + '\n';
        }
        QVERIFY(all.count('\n') > 20);
        QFile whole(relay.folder() + u"/whole.conf"_s);
        QVERIFY(whole.open(QIODevice::WriteOnly) && whole.write(all) == all.size());
        whole.close();
        RelayProcess configured;
        QVERIFY2(configured.start({ .arguments = { u"--config"_s, whole.fileName() } }), all.constData());
        SampleSession session(configured);
        QVERIFY(session.begin());
        QVERIFY(HttpClient(configured).ask("GET", "/s/" + session.name).body.contains("<b>示例手机证书</b>"));
    }

    void saysWhatIsWrongAndDoesNotStart_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("said");
        const QStringList listen { u"--listen"_s, u"127.0.0.1:0"_s };
        const QStringList good = listen + QStringList { u"--public-url"_s, u"https://relay.example.com"_s };
        QTest::newRow("no place") << QStringList {} << QByteArray("--listen");
        QTest::newRow("no port") << QStringList { u"--listen"_s, u"127.0.0.1"_s } << QByteArray("HOST:PORT");
        QTest::newRow("neither TLS nor proxy") << listen << QByteArray("--public-url");
        QTest::newRow("half a certificate")
            << listen + QStringList { u"--tls-cert"_s, u"x.pem"_s } << QByteArray("--tls-key");
        QTest::newRow("no certificate") << listen
                + QStringList { u"--tls-cert"_s, u"/nowhere.pem"_s, u"--tls-key"_s, u"/nowhere.key"_s }
                                        << QByteArray("/nowhere.pem");
        QTest::newRow("http outside") << listen + QStringList { u"--public-url"_s, u"http://relay.example.com"_s }
                                      << QByteArray("https://");
        QTest::newRow("a path outside") << listen + QStringList { u"--public-url"_s, u"https://relay.example.com/a"_s }
                                        << QByteArray("https://");
        QTest::newRow("no such option") << good + QStringList { u"--colour"_s, u"blue"_s } << QByteArray("colour");
        QTest::newRow("no such store") << good + QStringList { u"--redis"_s, u"rediss://x"_s }
                                       << QByteArray("redis://");
        QTest::newRow("no network") << good + QStringList { u"--trusted-proxy"_s, u"10.0.0.0/40"_s }
                                    << QByteArray("10.0.0.0/40");
        QTest::newRow("no configuration")
            << good + QStringList { u"--config"_s, u"/nowhere.conf"_s } << QByteArray("nowhere");
    }

    void saysWhatIsWrongAndDoesNotStart()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, said);
        const auto run = runRelay(arguments);
        QVERIFY(run.exitCode > 0);
        QVERIFY2(run.said.contains(said), run.said.constData());
        QVERIFY(!run.said.contains("listening"));
    }

    void refusesUnknownLinesInItsConfiguration()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"relay.conf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("listen = \"127.0.0.1:0\"\npublic-url = \"https://relay.example.com\"\nrequests-per-secund = 3\n");
        file.close();
        const auto run = runRelay({ u"--config"_s, file.fileName() });
        QVERIFY(run.exitCode > 0);
        QVERIFY2(run.said.contains("requests-per-secund"), run.said.constData());
    }

    void answersWhoWaitsWhenItStops_data()
    {
        QTest::addColumn<bool>("redis");
        QTest::newRow("memory") << false;
        QTest::newRow("Redis") << true;
    }

    void answersWhoWaitsWhenItStops()
    {
        QFETCH(bool, redis);
        RedisProcess store;
        QVERIFY(!redis || store.start());
        RelayProcess relay;
        QVERIFY(relay.start({ .redis = redis ? store.url() : QString() }));
        SampleSession session(relay);
        QVERIFY(session.begin());
        HttpClient waiting(relay), idle(relay);
        QCOMPARE(idle.ask("GET", "/health").status, 200);
        waiting.send("GET", session.getTarget(0, 25), session.with(session.desktop));
        QCOMPARE(waiting.receive(300).status, 0);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(relay.stop(), 0);
        QVERIFY(clock.elapsed() < 5'000);
        const auto reply = waiting.receive();
        QCOMPARE(reply.status, 204);
        QCOMPARE(reply.header("Connection"), "close");
        QVERIFY(idle.waitForClose(5'000));
        QVERIFY(relay.restart()); // on the same port at once
        QCOMPARE(session.get(session.desktop, 0).status, redis ? 204 : 404);
    }

    void readsItsCertificateAgain()
    {
        RelayProcess relay;
        QVERIFY(relay.start());
        const auto serial = [&] { return HttpClient(relay).socket().peerCertificate().serialNumber(); };
        HttpClient before(relay);
        const auto first = serial();
        QVERIFY(!first.isEmpty());
        const auto write = [](const QString& name, const QByteArray& content) {
            QFile file(name);
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        };
        const auto mint = demonstration::CertificateMint::create();
        const auto key = mint->issueServer();
        QVERIFY(key && write(relay.certificateFile(), "broken"));
        ::kill(static_cast<pid_t>(relay.processId()), SIGHUP);
        QTRY_VERIFY(relay.log().contains("stays as it was"));
        QCOMPARE(serial(), first);
        QVERIFY(write(relay.certificateFile(), demonstration::certificatePem(key->certificate))
            && write(relay.keyFile(), demonstration::privateKeyPem(key->privateKey))
            && write(relay.caFile(), demonstration::certificatePem(mint->rootCertificate())));
        ::kill(static_cast<pid_t>(relay.processId()), SIGHUP);
        QTRY_VERIFY(relay.log().contains("was read again"));
        QVERIFY(serial() != first);
        QCOMPARE(before.ask("GET", "/health").status, 200); // who was connected stays so
    }

    void logsNeitherSecretsNorWholeNamesNorWholeAddresses()
    {
        RelayProcess relay;
        QVERIFY(relay.start({ .tls = RelayProcess::Tls::None,
            .arguments = { u"--log-level"_s, u"debug"_s, u"--trusted-proxy"_s, u"127.0.0.1"_s } }));
        SampleSession session(relay);
        const HttpClient::Headers from { { "X-Forwarded-For", "192.0.2.123" } };
        QVERIFY(session.begin());
        QCOMPARE(HttpClient(relay)
                     .ask("POST", session.path("/join"), from, session.joinBody(session.phone, session.phone))
                     .status,
            403);
        QCOMPARE(session.put(session.phone, 1, "the record's bytes").status, 201);
        QCOMPARE(session.get(session.desktop, 0).status, 200);
        HttpClient(relay).sendRaw("garbage\r\n\r\n");
        auto headers = session.with(session.desktop);
        headers["X-Forwarded-For"] = "2001:db8:1:2:3::4";
        QCOMPARE(HttpClient(relay).ask("DELETE", session.path(), headers).status, 204);
        QCOMPARE(relay.stop(), 0);
        const auto log = relay.log();
        QVERIFY2(log.contains(session.name.left(6)) && log.contains("192.0.2.0/24") && log.contains("2001:db8:1::/48"),
            log.constData());
        for (const auto& secret : { session.name, session.name.left(8), session.desktop, session.phone, session.proof,
                 session.desktop.left(8), QByteArray("192.0.2.123"), QByteArray("127.0.0.1"), QByteArray("db8:1:2"),
                 QByteArray("the record") })
            QVERIFY2(!log.contains(secret), log.constData());
    }

    void countsForPrometheus()
    {
        RelayProcess relay;
        QVERIFY(relay.start({ .arguments = { u"--metrics"_s, u"127.0.0.1:0"_s } }));
        static const QRegularExpression place(u"metrics on (http://\\S+)"_s);
        const QUrl url(place.match(QString::fromUtf8(relay.log())).captured(1));
        QVERIFY(url.isValid());
        SampleSession session(relay);
        QVERIFY(session.begin());
        QCOMPARE(session.put(session.phone, 1, "12345").status, 201);
        HttpClient waiting(relay);
        waiting.send("GET", session.getTarget(0, 25), session.with(session.phone));
        QCOMPARE(waiting.receive(300).status, 0);
        const auto text = readFrom(url);
        for (const char* line : { "bidseal_relay_sessions_opened_total 1\n", "bidseal_relay_sessions_joined_total 1\n",
                 "bidseal_relay_records_kept_total 1\n", "bidseal_relay_record_bytes_total 5\n",
                 "bidseal_relay_waiting 1\n", "bidseal_relay_answers_total{status=\"201\"} 2\n",
                 "bidseal_relay_connections 1\n" })
            QVERIFY2(text.contains(line), text.constData());
        QVERIFY(!text.contains(session.name.left(6)));
        QVERIFY(readFrom(QUrl(url.toString().replace(u"/metrics"_s, u"/health"_s))).contains("404"));
        QCOMPARE(HttpClient(relay).ask("GET", "/metrics").status, 404); // the world does not see them
    }
};

QTEST_GUILESS_MAIN(tst_Operation)
#include "tst_Operation.moc"
