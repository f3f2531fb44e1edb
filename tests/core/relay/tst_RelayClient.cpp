#include "core/relay/RelayClient.h"

#include "tests/core/relay/ScriptedServer.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/OtherThread.h"
#include "tests/support/Problem.h"

#include <QTcpServer>
#include <QTcpSocket>
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

const QByteArray kVerifier(32, 'v');
const QByteArray kRecord(1024, 'r');
const QByteArray kHealthy = R"({"status":"ok","versions":[1]})";

ScriptedReply record(const QByteArray& bytes, int number, int expiresIn = 600)
{
    return ScriptedReply::answer("200 OK", "application/octet-stream", bytes,
        "BidSeal-Message: " + QByteArray::number(number)
            + "\r\nBidSeal-State: joined\r\nBidSeal-Expires-In: " + QByteArray::number(expiresIn) + "\r\n");
}

ScriptedReply nothingYet(int expiresIn = 600)
{
    return { ScriptedReply::Then::Keep,
        "HTTP/1.1 204 No Content\r\nBidSeal-State: waiting\r\nBidSeal-Expires-In: " + QByteArray::number(expiresIn)
            + "\r\n\r\n" };
}

/// Opens the session first, and then answers as `then` says.
ReplyScript afterOpening(ReplyScript then, int expiresIn = 120)
{
    return [then = std::move(then), expiresIn](const SeenRequest& request, int number) {
        return number == 0 ? openedSession(expiresIn) : then(request, number - 1);
    };
}

/// A client with an open session at a scripted server.
struct Session {
    ScriptedServer server;
    std::vector<Connection> told;
    RelayClient client;
    std::unique_ptr<RelayMailbox> mailbox;

    explicit Session(ReplyScript script, int expiresIn = 120)
        : server(afterOpening(std::move(script), expiresIn))
        , client(server.address(), [this](Connection state) { told.push_back(state); })
    {
        auto opened = client.open(kVerifier, {});
        if (!opened)
            qFatal("%s", qPrintable(logText(opened.error())));
        mailbox = std::move(opened->mailbox);
    }
};

/// Stops after a while, from another thread.
class StopLater {
public:
    explicit StopLater(std::chrono::milliseconds delay)
        : m_thread([this, delay] {
            std::this_thread::sleep_for(delay);
            m_source.request_stop();
        })
    {
    }
    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    OtherThread m_thread;
};

/// A proxy that passes everything on, and counts.
class CountingProxy : public QObject {
public:
    CountingProxy()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            auto* client = m_server.nextPendingConnection();
            connect(
                client, &QTcpSocket::readyRead, this, [this, client] { greet(client); }, Qt::SingleShotConnection);
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()); }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void greet(QTcpSocket* client)
    {
        const auto words = client->readAll().split(' '); // CONNECT host:port HTTP/1.1
        const auto target = words.value(1).split(':');
        ++m_connections;
        auto* server = new QTcpSocket(client);
        server->connectToHost(QString::fromLatin1(target.value(0)), target.value(1).toUShort());
        connect(server, &QTcpSocket::connected, client,
            [client] { client->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
        connect(server, &QTcpSocket::readyRead, client, [=] { client->write(server->readAll()); });
        connect(client, &QTcpSocket::readyRead, server, [=] { server->write(client->readAll()); });
    }

    QTcpServer m_server;
    int m_connections = 0;
};

} // namespace

class tst_RelayClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void checksTheHealth_data();
    void checksTheHealth();
    void refusesWhatIsNoRelay_data();
    void refusesWhatIsNoRelay();
    void findsNoRelayInAnotherKindOfServer();
    void followsNoRedirect();
    void trustsNobodyElse_data();
    void trustsNobodyElse();
    void refusesACaFileWithoutCertificates();
    void saysNothingOfItselfButItsName();
    void usesTheSystemsProxy();

    void opensASession();
    void refusesAnAnswerThatIsNoSession_data();
    void refusesAnAnswerThatIsNoSession();
    void waitsOutAnOverloadedRelay_data();
    void waitsOutAnOverloadedRelay();
    void tellsWhereTheRelayStaysBusy();
    void saysWhyItMayNotJoin_data();
    void saysWhyItMayNotJoin();

    void sendsAndReceives();
    void repeatsTheSameBytesAfterALostAnswer();
    void repeatsAnAnswerThatWasCutOff();
    void asksAgainNoFasterThanTheInterval();
    void saysWhatEndedTheSession_data();
    void saysWhatEndedTheSession();
    void refusesAMessageThatWasNotAskedFor_data();
    void refusesAMessageThatWasNotAskedFor();
    void tellsWhenTheConnectionIsLostAndBack();
    void givesUpWhenTheSessionsTimeIsOver();
    void believesTheRelaysTimeLeft();
    void endsOnlyAWaitingSession_data();
    void endsOnlyAWaitingSession();
    void waitsNotLongForTheEnd();
    void endsAtOnceWhereItIsStopped_data();
    void endsAtOnceWhereItIsStopped();
    void endsAtOnceWhereNobodyIsAtTheOtherEnd();
};

void tst_RelayClient::initTestCase()
{
    for (const char* proxy : { "http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY" })
        qunsetenv(proxy);
}

void tst_RelayClient::checksTheHealth_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<std::optional<ErrorCode>>("expected");
    using Expected = std::optional<ErrorCode>;
    QTest::newRow("well") << QByteArray("200 OK") << kHealthy << Expected();
    QTest::newRow("newer too") << QByteArray("200 OK") << QByteArray(R"({"status":"ok","versions":[1,2]})")
                               << Expected();
    QTest::newRow("too new") << QByteArray("200 OK") << QByteArray(R"({"status":"ok","versions":[2]})")
                             << Expected(ErrorCode::RelayUnsuitable);
    QTest::newRow("other JSON") << QByteArray("200 OK") << QByteArray(R"(["ok"])")
                                << Expected(ErrorCode::RelayUnsuitable);
    QTest::newRow("unwell") << QByteArray("503 Service Unavailable") << QByteArray("{}")
                            << Expected(ErrorCode::RelayBusy);
    QTest::newRow("behind a balancer") << QByteArray("502 Bad Gateway") << QByteArray("<html>")
                                       << Expected(ErrorCode::RelayUnreachable);
}

void tst_RelayClient::checksTheHealth()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QFETCH(std::optional<ErrorCode>, expected);
    const ScriptedServer server([&](const SeenRequest&, int) { return ScriptedReply::json(status, body); });
    const auto checked = RelayClient(server.address()).check({});
    QCOMPARE(server.seen().size(), 1u);
    QCOMPARE(server.seen().front().path, QByteArray("/health"));
    if (!expected) {
        QVERIFY2(checked, problemOf(checked).constData());
    } else {
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, *expected);
        QCOMPARE(checked.error().facts.name, u"127.0.0.1:%1"_s.arg(server.port()));
    }
}

void tst_RelayClient::refusesWhatIsNoRelay_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a hotel's login page") << ScriptedReply::answer("200 OK", "text/html", "<html>Welcome!").bytes;
    QTest::newRow("another web server") << ScriptedReply::answer("404 Not Found", "text/html", "<html>").bytes;
    QTest::newRow("a redirect")
        << ScriptedReply::answer("302 Found", "text/html", {}, "Location: https://example.com/\r\n").bytes;
    QTest::newRow("garbage") << ScriptedReply::json("201 Created", QByteArray("\x00{\xff]", 4)).bytes;
    QTest::newRow("too much") << ScriptedReply::answer("200 OK", "application/json", QByteArray(300'000, ' ')).bytes;
    QTest::newRow("too much, announced") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n{")
            + QByteArray(300'000, ' ');
    QTest::newRow("too much, unannounced")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFF\r\n") + QByteArray(0xFFFFF, ' ')
            + "\r\n";
}

void tst_RelayClient::refusesWhatIsNoRelay()
{
    QFETCH(QByteArray, bytes);
    const ScriptedServer server([&](const SeenRequest&, int) { return ScriptedReply { {}, bytes }; });
    RelayClient client(server.address());
    const auto checked = client.check({});
    QVERIFY(!checked);
    QCOMPARE(errorCodeName(checked.error().code), errorCodeName(ErrorCode::RelayUnsuitable));
    const auto opened = client.open(kVerifier, {});
    QVERIFY(!opened);
    QCOMPARE(errorCodeName(opened.error().code), errorCodeName(ErrorCode::RelayUnsuitable));
}

void tst_RelayClient::findsNoRelayInAnotherKindOfServer()
{
    const ScriptedServer server([&](const SeenRequest&, int) {
        return ScriptedReply { {}, "220 mail.example.com ESMTP\r\n\r\n" };
    });
    const auto checked = RelayClient(server.address()).check({});
    QVERIFY(!checked); // Qt cannot tell it from a connection that was cut
    QCOMPARE(errorCodeName(checked.error().code), errorCodeName(ErrorCode::RelayUnreachable));
}

void tst_RelayClient::followsNoRedirect()
{
    const ScriptedServer elsewhere([](const SeenRequest&, int) { return ScriptedReply::json("200 OK", kHealthy); });
    for (const QByteArray status : { "301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent" }) {
        const auto location = "Location: https://127.0.0.1:" + QByteArray::number(elsewhere.port()) + "/health\r\n";
        const ScriptedServer server(
            [&](const SeenRequest&, int) { return ScriptedReply::answer(status, "text/html", {}, location); });
        const auto checked = RelayClient({ server.address().origin, server.caFile() }).check({});
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::RelayUnsuitable);
    }
    QVERIFY(elsewhere.seen().empty());
}

void tst_RelayClient::trustsNobodyElse_data()
{
    QTest::addColumn<ScriptedServer::Kind>("kind");
    QTest::addColumn<ErrorCode>("expected");
    using Kind = ScriptedServer::Kind;
    QTest::newRow("another authority's") << Kind::ForeignAuthority << ErrorCode::RelayUntrusted;
    QTest::newRow("expired") << Kind::ExpiredCertificate << ErrorCode::RelayUntrusted;
    QTest::newRow("another host's") << Kind::ForeignName << ErrorCode::RelayUntrusted;
    QTest::newRow("no TLS") << Kind::PlainHttp << ErrorCode::RelayUnsuitable;
}

void tst_RelayClient::trustsNobodyElse()
{
    QFETCH(ScriptedServer::Kind, kind);
    QFETCH(ErrorCode, expected);
    const ScriptedServer server([](const SeenRequest&, int) { return ScriptedReply::json("200 OK", kHealthy); }, kind);
    const auto opened = RelayClient(server.address()).open(kVerifier, {});
    QVERIFY(!opened);
    QCOMPARE(errorCodeName(opened.error().code), errorCodeName(expected));
    QVERIFY(server.seen().empty());
}

void tst_RelayClient::refusesACaFileWithoutCertificates()
{
    const ScriptedServer server([](const SeenRequest&, int) { return ScriptedReply::json("200 OK", kHealthy); });
    for (const auto& file : { u"/nowhere/ca.pem"_s, QCoreApplication::applicationFilePath() }) {
        const auto checked = RelayClient({ server.address().origin, file }).check({});
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::RelayAddressInvalid);
    }
    QVERIFY(server.seen().empty());
}

void tst_RelayClient::saysNothingOfItselfButItsName()
{
    // QNetworkAccessManager tells the person's language and a browser's name where nobody forbids it.
    const ScriptedServer relay([](const SeenRequest&, int) { return ScriptedReply::json("200 OK", kHealthy); });
    QVERIFY(RelayClient(relay.address()).check({}));
    const auto seen = relay.seen().front();
    QVERIFY2(seen.head.toLower().contains("accept-language: *\r\n"), seen.head.constData());
    QVERIFY2(seen.head.toLower().contains("user-agent: bidseal\r\n"), seen.head.constData());
}

void tst_RelayClient::usesTheSystemsProxy()
{
    CountingProxy proxy;
    const ScriptedServer server([](const SeenRequest&, int) { return ScriptedReply::json("200 OK", kHealthy); });
    qputenv("https_proxy", proxy.url());
    const auto tidy = qScopeGuard([] { qunsetenv("https_proxy"); });
    const auto checked = RelayClient(server.address()).check({});
    QVERIFY2(checked, problemOf(checked).constData());
    QCOMPARE(proxy.connections(), 1);
}

void tst_RelayClient::opensASession()
{
    const ScriptedServer server([](const SeenRequest&, int) { return openedSession(); });
    RelayClient client(server.address());
    const auto opened = client.open(kVerifier, {});
    QVERIFY2(opened, problemOf(opened).constData());
    QCOMPARE(opened->mailbox->session(), scriptedSession());
    QCOMPARE(opened->origin.ascii(), QByteArray("https://relay.example.com"));
    QCOMPARE(opened->life, 120s);
    QVERIFY(opened->mailbox->timeLeft() > 110s && opened->mailbox->timeLeft() <= 120s);

    const auto seen = server.seen().front();
    QCOMPARE(seen.verb + ' ' + seen.path, QByteArray("POST /v1/sessions"));
    QCOMPARE(seen.body, R"({"joinVerifier":")" + toBase64Url(kVerifier) + "\"}");
    QVERIFY(seen.authorization.isEmpty());
}

void tst_RelayClient::refusesAnAnswerThatIsNoSession_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("short name") << scriptedSession() << scriptedSession().chopped(1);
    QTest::newRow("name that leads elsewhere") << scriptedSession() << QByteArray("../../../../../../etc1");
    QTest::newRow("no token") << QByteArray("\"token\"") << QByteArray("\"tooken\"");
    QTest::newRow("plain origin") << QByteArray("https://") << QByteArray("http://");
    QTest::newRow("origin with a path") << QByteArray("example.com") << QByteArray("example.com/a");
    QTest::newRow("no life") << QByteArray("expiresIn\":120") << QByteArray("expiresIn\":\"120\"");
    QTest::newRow("negative life") << QByteArray("expiresIn\":120") << QByteArray("expiresIn\":-1");
    QTest::newRow("a life for ever") << QByteArray("expiresIn\":120") << QByteArray("expiresIn\":99999999");
    QTest::newRow("no interval") << QByteArray("interval") << QByteArray("internal");
    QTest::newRow("another status") << QByteArray("201 Created") << QByteArray("200 OK");
}

void tst_RelayClient::refusesAnAnswerThatIsNoSession()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    auto reply = openedSession();
    QVERIFY(reply.bytes.contains(from));
    const auto body = reply.bytes.mid(reply.bytes.indexOf("\r\n\r\n") + 4).replace(from, to);
    const auto status = QByteArray("201 Created").replace(from, to);
    const ScriptedServer server([&](const SeenRequest&, int) { return ScriptedReply::json(status, body); });
    const auto opened = RelayClient(server.address()).open(kVerifier, {});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::RelayUnsuitable);
}

void tst_RelayClient::waitsOutAnOverloadedRelay_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<int>("atLeast"); // seconds
    QTest::newRow("full") << QByteArray("503 Service Unavailable") << QByteArray("temporarily_unavailable") << 2;
    // Six from one request to the next, and so a little less from the first answer on.
    QTest::newRow("too fast") << QByteArray("429 Too Many Requests") << QByteArray("slow_down") << 4;
}

void tst_RelayClient::waitsOutAnOverloadedRelay()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, error);
    QFETCH(int, atLeast);
    const ScriptedServer server([&](const SeenRequest&, int number) {
        return number == 0 ? ScriptedReply::problem(status, error, "Retry-After: 2\r\n") : openedSession();
    });
    const auto opened = RelayClient(server.address()).open(kVerifier, {});
    QVERIFY2(opened, problemOf(opened).constData());
    const auto seen = server.seen();
    QCOMPARE(seen.size(), 2u);
    QVERIFY(seen[1].at - seen[0].at >= std::chrono::seconds(atLeast) - 50ms);
}

void tst_RelayClient::tellsWhereTheRelayStaysBusy()
{
    const ScriptedServer server([](const SeenRequest&, int) {
        return ScriptedReply::problem("503 Service Unavailable", "temporarily_unavailable", "Retry-After: 60\r\n");
    });
    const auto began = Clock::now();
    const auto opened = RelayClient(server.address()).open(kVerifier, {});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::RelayBusy);
    QVERIFY(Clock::now() - began < 5s); // a minute would be too late: it says so at once
}

void tst_RelayClient::saysWhyItMayNotJoin_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<ErrorCode>("expected");
    QTest::newRow("another phone") << QByteArray("409 Conflict") << QByteArray("already_joined")
                                   << ErrorCode::PhoneCodeUsed;
    QTest::newRow("too late") << QByteArray("404 Not Found") << QByteArray("expired_token")
                              << ErrorCode::PhoneCodeExpired;
    QTest::newRow("another secret") << QByteArray("403 Forbidden") << QByteArray("access_denied")
                                    << ErrorCode::PhoneLinkInvalid;
    QTest::newRow("not understood") << QByteArray("400 Bad Request") << QByteArray("invalid_request")
                                    << ErrorCode::RelayUnsuitable;
}

void tst_RelayClient::saysWhyItMayNotJoin()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, error);
    QFETCH(ErrorCode, expected);
    const ScriptedServer server([&](const SeenRequest&, int) { return ScriptedReply::problem(status, error); });
    const auto link = Link { server.address().origin, scriptedSession(), QByteArray(1, 1), QByteArray(32, 'k'),
        Secret::fromUtf8("sample secret") };
    const auto joined = RelayClient(server.address()).join(link, {});
    QVERIFY(!joined);
    QCOMPARE(errorCodeName(joined.error().code), errorCodeName(expected));
}

void tst_RelayClient::sendsAndReceives()
{
    Session desk([](const SeenRequest& request, int) {
        return request.verb == "PUT" ? ScriptedReply::json("201 Created", "{}") : record(kRecord, 7);
    });
    const auto kept = desk.mailbox->put(3, kRecord, {});
    QVERIFY2(kept, problemOf(kept).constData());
    const auto taken = desk.mailbox->take(7, {});
    QVERIFY2(taken, problemOf(taken).constData());
    QCOMPARE(*taken, kRecord);

    const auto seen = desk.server.seen();
    QCOMPARE(seen[1].verb + ' ' + seen[1].path, "PUT /v1/sessions/" + scriptedSession() + "/messages/3");
    QCOMPARE(seen[1].body, kRecord);
    QCOMPARE(seen[2].verb + ' ' + seen[2].path, "GET /v1/sessions/" + scriptedSession() + "/messages?after=6&wait=25");
    QCOMPARE(seen[1].authorization, "Bearer " + scriptedToken());
    QCOMPARE(seen[2].authorization, "Bearer " + scriptedToken());
    QVERIFY(desk.told.empty());
}

void tst_RelayClient::repeatsTheSameBytesAfterALostAnswer()
{
    Session desk([](const SeenRequest&, int number) {
        return number < 2 ? ScriptedReply::hangUp() : ScriptedReply::json("200 OK", "{}");
    });
    const auto kept = desk.mailbox->put(1, kRecord, {});
    QVERIFY2(kept, problemOf(kept).constData());
    const auto seen = desk.server.seen();
    QVERIFY(seen.size() >= 4);
    for (std::size_t i = 1; i < seen.size(); ++i) {
        QCOMPARE(seen[i].verb, QByteArray("PUT"));
        QCOMPARE(seen[i].body, kRecord);
    }
}

void tst_RelayClient::repeatsAnAnswerThatWasCutOff()
{
    Session desk([](const SeenRequest&, int number) {
        auto reply = record(kRecord, 1);
        if (number == 0)
            reply = { ScriptedReply::Then::Close, reply.bytes.chopped(100) };
        return reply;
    });
    const auto taken = desk.mailbox->take(1, {});
    QVERIFY2(taken, problemOf(taken).constData());
    QCOMPARE(*taken, kRecord);
}

void tst_RelayClient::asksAgainNoFasterThanTheInterval()
{
    Session desk([](const SeenRequest&, int number) { return number < 2 ? nothingYet() : record(kRecord, 1); });
    QVERIFY(desk.mailbox->take(1, {}));
    const auto seen = desk.server.seen();
    QCOMPARE(seen.size(), 4u);
    QVERIFY(seen[2].at - seen[1].at >= 700ms); // a second from where they were sent
    QVERIFY(seen[3].at - seen[2].at >= 700ms);
    QVERIFY(desk.told.empty());
}

void tst_RelayClient::saysWhatEndedTheSession_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<ErrorCode>("expected");
    QTest::newRow("over, or lost by the relay")
        << QByteArray("404 Not Found") << QByteArray("expired_token") << ErrorCode::PhoneSessionExpired;
    QTest::newRow("other bytes") << QByteArray("409 Conflict") << QByteArray("conflict")
                                 << ErrorCode::PhoneMessageInvalid;
    QTest::newRow("a gap") << QByteArray("409 Conflict") << QByteArray("out_of_order")
                           << ErrorCode::PhoneMessageInvalid;
    QTest::newRow("a token of another") << QByteArray("401 Unauthorized") << QByteArray("invalid_token")
                                        << ErrorCode::RelayUnsuitable;
    QTest::newRow("not understood") << QByteArray("400 Bad Request") << QByteArray("invalid_request")
                                    << ErrorCode::RelayUnsuitable;
    QTest::newRow("smaller limits") << QByteArray("413 Too Large") << QByteArray("too_large")
                                    << ErrorCode::RelayUnsuitable;
}

void tst_RelayClient::saysWhatEndedTheSession()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, error);
    QFETCH(ErrorCode, expected);
    Session desk([&](const SeenRequest&, int) { return ScriptedReply::problem(status, error); });
    const auto kept = desk.mailbox->put(1, kRecord, {});
    QVERIFY(!kept);
    QCOMPARE(errorCodeName(kept.error().code), errorCodeName(expected));
    const auto taken = desk.mailbox->take(1, {});
    QVERIFY(!taken);
    QCOMPARE(errorCodeName(taken.error().code), errorCodeName(expected));
    QCOMPARE(desk.server.seen().size(), 3u); // nothing was repeated
}

void tst_RelayClient::refusesAMessageThatWasNotAskedFor_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another number") << record(kRecord, 2).bytes;
    QTest::newRow("no number") << ScriptedReply::answer("200 OK", "application/octet-stream", kRecord).bytes;
    QTest::newRow("a login page") << ScriptedReply::answer("200 OK", "text/html", "<html>").bytes;
}

void tst_RelayClient::refusesAMessageThatWasNotAskedFor()
{
    QFETCH(QByteArray, bytes);
    Session desk([&](const SeenRequest&, int) { return ScriptedReply { {}, bytes }; });
    const auto taken = desk.mailbox->take(1, {});
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::RelayUnsuitable);
}

void tst_RelayClient::tellsWhenTheConnectionIsLostAndBack()
{
    Session desk([](const SeenRequest&, int number) {
        switch (number) {
        case 0:
            return ScriptedReply::answer("502 Bad Gateway", "text/html", "<html>");
        case 1:
            return ScriptedReply::problem("503 Service Unavailable", "temporarily_unavailable");
        default:
            return record(kRecord, 1);
        }
    });
    QVERIFY(desk.mailbox->take(1, {}));
    QCOMPARE(desk.told, std::vector({ Connection::Interrupted, Connection::Working }));
}

void tst_RelayClient::givesUpWhenTheSessionsTimeIsOver()
{
    Session desk([](const SeenRequest&, int) { return ScriptedReply::hangUp(); }, 2);
    const auto began = Clock::now();
    const auto taken = desk.mailbox->take(1, {});
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::RelayUnreachable);
    QVERIFY(Clock::now() - began >= 1900ms);
    QVERIFY(Clock::now() - began < 10s);
}

void tst_RelayClient::believesTheRelaysTimeLeft()
{
    Session longer([](const SeenRequest&, int number) { return number < 3 ? nothingYet(600) : record(kRecord, 1); }, 2);
    const auto taken = longer.mailbox->take(1, {}); // after three seconds
    QVERIFY2(taken, problemOf(taken).constData());
    QVERIFY(longer.mailbox->timeLeft() > 590s);

    Session shorter(
        [](const SeenRequest&, int number) { return number == 0 ? nothingYet(1) : ScriptedReply::hangUp(); });
    const auto began = Clock::now();
    QVERIFY(!shorter.mailbox->take(1, {}));
    QVERIFY(Clock::now() - began < 10s); // not the two minutes that were promised
}

void tst_RelayClient::endsOnlyAWaitingSession_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("expected");
    QTest::newRow("waiting") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << true;
    QTest::newRow("over already") << ScriptedReply::problem("404 Not Found", "expired_token").bytes << true;
    QTest::newRow("joined") << ScriptedReply::problem("409 Conflict", "already_joined").bytes << false;
}

void tst_RelayClient::endsOnlyAWaitingSession()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, expected);
    Session desk([&](const SeenRequest&, int) { return ScriptedReply { {}, bytes }; });
    const auto ended = desk.mailbox->endIfWaiting({});
    QVERIFY2(ended, problemOf(ended).constData());
    QCOMPARE(*ended, expected);
    const auto seen = desk.server.seen().back();
    QCOMPARE(seen.verb + ' ' + seen.path, "DELETE /v1/sessions/" + scriptedSession() + "?if=waiting");
    if (!expected)
        QVERIFY(desk.mailbox->timeLeft() > 590s);
}

void tst_RelayClient::waitsNotLongForTheEnd()
{
    Session desk([](const SeenRequest&, int) { return ScriptedReply::silence(); });
    const auto began = Clock::now();
    desk.mailbox->end();
    QVERIFY(Clock::now() - began < 3s);
    QCOMPARE(desk.server.seen().back().verb, QByteArray("DELETE"));

    Session lost([](const SeenRequest&, int) { return ScriptedReply::hangUp(); });
    const auto beganToTell = Clock::now();
    QVERIFY(!lost.mailbox->putLast(1, kRecord));
    QVERIFY(Clock::now() - beganToTell < 5s);
}

void tst_RelayClient::endsAtOnceWhereItIsStopped_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("in a long poll") << QByteArray();
    QTest::newRow("between two polls") << nothingYet().bytes;
    QTest::newRow("where it has to wait")
        << ScriptedReply::problem("429 Too Many Requests", "slow_down", "Retry-After: 20\r\n").bytes;
}

void tst_RelayClient::endsAtOnceWhereItIsStopped()
{
    QFETCH(QByteArray, bytes);
    Session desk([&](const SeenRequest&, int) { return ScriptedReply { {}, bytes }; });
    const StopLater stop(500ms);
    const auto began = Clock::now();
    const auto taken = desk.mailbox->take(1, stop.token());
    const auto needed = Clock::now() - began;
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::Cancelled);
    QVERIFY2(needed < 1500ms, qPrintable(QString::number(needed.count() / 1'000'000)));
    const auto again = desk.mailbox->put(1, kRecord, stop.token()); // and stays so
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Cancelled);
}

void tst_RelayClient::endsAtOnceWhereNobodyIsAtTheOtherEnd()
{
    QTcpServer silent; // connections are taken, and that is all
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const StopLater stop(300ms);
    const auto began = Clock::now();
    const auto origin = *Origin::parse(u"https://127.0.0.1:%1"_s.arg(silent.serverPort()));
    const auto opened = RelayClient({ origin, {} }).open(kVerifier, stop.token());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Cancelled);
    QVERIFY(Clock::now() - began < 1s);
}

QTEST_GUILESS_MAIN(tst_RelayClient)
#include "tst_RelayClient.moc"
