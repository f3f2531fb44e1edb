#include "tests/core/relay/ScriptedServer.h"

#include "tests/support/ForeignTools.h"

#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace bidseal::test {

namespace {

using demonstration::CertificateMint;

CertificateMint mint()
{
    auto made = CertificateMint::create();
    if (!made)
        qFatal("no mint");
    return std::move(*made);
}

demonstration::MintedKey identityFor(const CertificateMint& authority, ScriptedServer::Kind kind)
{
    using demonstration::Validity;
    const auto validity
        = kind == ScriptedServer::Kind::ExpiredCertificate ? Validity::years(2020, 2021) : Validity::years(2025, 2035);
    // A signer's certificate is no server's: it has no host name.
    auto identity = kind == ScriptedServer::Kind::ForeignName
        ? authority.issue({ .keyType = demonstration::KeyType::P256 })
        : authority.issueServer(validity);
    if (!identity)
        qFatal("no server certificate");
    return std::move(*identity);
}

QSslConfiguration tlsOf(const demonstration::MintedKey& identity)
{
    auto tls = QSslConfiguration::defaultConfiguration();
    const auto pem = demonstration::privateKeyPem(identity.privateKey);
    QSslKey key(pem, QSsl::Ec);
    if (key.isNull())
        key = QSslKey(pem, QSsl::Rsa);
    tls.setLocalCertificate(QSslCertificate(identity.certificate, QSsl::Der));
    tls.setPrivateKey(key);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

QByteArray headerOf(const QByteArray& head, const QByteArray& name)
{
    for (const auto& line : head.split('\n')) {
        if (line.toLower().startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

/// Takes one whole request from the front of what has arrived, or nothing.
std::optional<SeenRequest> takeRequest(QByteArray& arrived)
{
    const auto end = arrived.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    const auto head = arrived.first(end);
    const auto length = headerOf(head, "content-length").toLongLong();
    if (arrived.size() < end + 4 + length)
        return {};
    const auto words = head.first(head.indexOf("\r\n")).split(' ');
    SeenRequest request { words.value(0), words.value(1), headerOf(head, "authorization"), arrived.mid(end + 4, length),
        head + "\r\n", std::chrono::steady_clock::now() };
    arrived.remove(0, end + 4 + length);
    return request;
}

} // namespace

ScriptedReply ScriptedReply::answer(
    const QByteArray& status, const QByteArray& contentType, const QByteArray& body, const QByteArray& moreHeaders)
{
    return { Then::Keep,
        "HTTP/1.1 " + status + "\r\nContent-Type: " + contentType
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n" + body };
}

ScriptedReply ScriptedReply::json(const QByteArray& status, const QByteArray& body)
{
    return answer(status, "application/json", body);
}

ScriptedReply ScriptedReply::problem(const QByteArray& status, const QByteArray& error, const QByteArray& moreHeaders)
{
    return answer(status, "application/problem+json",
        R"({"status":)" + status.left(3) + R"(,"title":"scripted","error":")" + error + "\"}", moreHeaders);
}

ScriptedServer::ScriptedServer(ReplyScript script, Kind kind)
    : m_script(std::move(script))
{
    static const auto authority = mint(); // takes a while
    static const auto foreign = mint();
    const auto& root = (kind == Kind::ForeignAuthority ? foreign : authority).rootCertificate();
    if (!testing::writeFile(caFile(), demonstration::certificatePem(root)))
        qFatal("no CA file");
    serve(identityFor(authority, kind), kind);
}

ScriptedServer::~ScriptedServer()
{
    m_thread.quit();
    m_thread.wait();
}

QString ScriptedServer::caFile() const { return m_folder.filePath(u"ca.pem"_s); }

relay::RelayAddress ScriptedServer::address() const
{
    return { *relay::Origin::parse(u"https://127.0.0.1:%1"_s.arg(m_port)), caFile() };
}

std::vector<SeenRequest> ScriptedServer::seen() const
{
    const std::scoped_lock lock(m_mutex);
    return m_seen;
}

ScriptedReply ScriptedServer::replyTo(SeenRequest request)
{
    int number = 0;
    {
        const std::scoped_lock lock(m_mutex);
        number = int(m_seen.size());
        m_seen.push_back(request);
    }
    return m_script(request, number);
}

void ScriptedServer::serve(const demonstration::MintedKey& identity, Kind kind)
{
    auto* onThread = new QObject;
    onThread->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, onThread, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        onThread, [&] { listen(onThread, identity, kind); }, Qt::BlockingQueuedConnection);
}

void ScriptedServer::listen(QObject* owner, const demonstration::MintedKey& identity, Kind kind)
{
    auto* withTls = kind == Kind::PlainHttp ? nullptr : new QSslServer(owner);
    if (withTls)
        withTls->setSslConfiguration(tlsOf(identity));
    auto* server = withTls ? withTls : new QTcpServer(owner);
    QObject::connect(server, &QTcpServer::pendingConnectionAvailable, server, [this, server, withTls] {
        while (auto* peer = server->nextPendingConnection()) {
            if (withTls)
                talkWith(peer);
            else
                refuse(peer);
        }
    });
    if (!server->listen(QHostAddress::LocalHost))
        qFatal("no port");
    m_port = server->serverPort();
}

/// As web servers without TLS do with a client's first bytes.
void ScriptedServer::refuse(QTcpSocket* peer)
{
    QObject::connect(peer, &QTcpSocket::readyRead, peer, [peer] {
        peer->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        peer->disconnectFromHost();
    });
    QObject::connect(peer, &QTcpSocket::disconnected, peer, &QObject::deleteLater);
}

void ScriptedServer::talkWith(QTcpSocket* peer)
{
    const auto arrived = std::make_shared<QByteArray>();
    const auto read = [this, peer, arrived] {
        *arrived += peer->readAll();
        while (auto request = takeRequest(*arrived)) {
            const auto reply = replyTo(std::move(*request));
            peer->write(reply.bytes);
            peer->flush();
            if (reply.then == ScriptedReply::Then::Close)
                peer->disconnectFromHost();
        }
    };
    QObject::connect(peer, &QTcpSocket::readyRead, peer, read);
    QObject::connect(peer, &QTcpSocket::disconnected, peer, &QObject::deleteLater);
    read();
}

ScriptedReply openedSession(int expiresIn, int interval)
{
    return ScriptedReply::json("201 Created",
        R"({"session":")" + scriptedSession() + R"(","token":")" + scriptedToken()
            + R"(","origin":"https://relay.example.com","expiresIn":)" + QByteArray::number(expiresIn)
            + R"(,"interval":)" + QByteArray::number(interval) + R"(,"unknown":true})");
}

QByteArray scriptedSession() { return relay::toBase64Url(QByteArray(16, 's')); }
QByteArray scriptedToken() { return relay::toBase64Url(QByteArray(32, 't')); }

} // namespace bidseal::test
