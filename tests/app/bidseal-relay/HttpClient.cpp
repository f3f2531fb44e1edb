#include "tests/app/bidseal-relay/HttpClient.h"

#include "tests/support/RelayProcess.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace bidseal::test {

namespace {

constexpr int kPatience = 30'000; // ms; the machine may be busy
constexpr auto kBase64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray HttpReply::header(const QByteArray& name) const
{
    const auto found = headers.find(name.toLower());
    return found == headers.end() ? QByteArray() : found->second;
}

QByteArray HttpReply::error() const { return text("error"); }

QByteArray HttpReply::text(const char* member) const
{
    return QJsonDocument::fromJson(body).object().value(QLatin1String(member)).toString().toUtf8();
}

int HttpReply::number(const char* member) const
{
    return QJsonDocument::fromJson(body).object().value(QLatin1String(member)).toInt(-1);
}

HttpClient::HttpClient(const RelayProcess& relay)
    : m_socket(std::make_unique<QSslSocket>())
{
    if (relay.origin().startsWith(u"https"_s)) {
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(relay.caFile()));
        m_socket->setSslConfiguration(configuration);
        m_socket->connectToHostEncrypted(u"127.0.0.1"_s, relay.port());
        m_socket->waitForEncrypted(kPatience);
    } else {
        m_socket->connectToHost(u"127.0.0.1"_s, relay.port());
        m_socket->waitForConnected(kPatience);
    }
}

HttpReply HttpClient::ask(
    const QByteArray& method, const QByteArray& target, const Headers& headers, const QByteArray& body)
{
    send(method, target, headers, body);
    return receive();
}

void HttpClient::send(
    const QByteArray& method, const QByteArray& target, const Headers& headers, const QByteArray& body)
{
    auto text = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (const auto& [name, value] : headers)
        text += name + ": " + value + "\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PUT")
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    sendRaw(text + "\r\n" + body);
}

void HttpClient::sendRaw(const QByteArray& bytes)
{
    m_socket->write(bytes);
    while (m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite() > 0
        && m_socket->waitForBytesWritten(kPatience)) { }
}

HttpReply HttpClient::receive(int milliseconds)
{
    const QDeadlineTimer patience(milliseconds);
    const auto readUntil = [&](const auto& enough) {
        m_read += m_socket->readAll();
        while (!enough() && !patience.hasExpired()) {
            const bool more
                = m_socket->waitForReadyRead(static_cast<int>(std::max<qint64>(1, patience.remainingTime())));
            m_read += m_socket->readAll();
            if (!more && !isOpen())
                break;
        }
        return enough();
    };
    const QByteArray end = "\r\n\r\n";
    HttpReply reply;
    if (!readUntil([&] { return m_read.contains(end); }))
        return reply;
    const auto lines = m_read.left(m_read.indexOf(end)).split('\n');
    m_read.remove(0, m_read.indexOf(end) + end.size());
    for (const auto& line : lines.mid(1))
        reply.headers[line.left(line.indexOf(':')).toLower()] = line.mid(line.indexOf(':') + 1).trimmed();
    const auto length = reply.header("content-length").toLongLong();
    if (!readUntil([&] { return m_read.size() >= length; }))
        return reply;
    reply.body = m_read.left(length);
    m_read.remove(0, length);
    reply.status = lines.first().split(' ').value(1).toInt();
    return reply.status == 100 ? receive(milliseconds) : reply;
}

bool HttpClient::isOpen() const { return m_socket->state() == QAbstractSocket::ConnectedState; }

bool HttpClient::waitForClose(int milliseconds)
{
    const QDeadlineTimer patience(milliseconds);
    while (isOpen() && !patience.hasExpired())
        m_socket->waitForReadyRead(static_cast<int>(std::max<qint64>(1, patience.remainingTime())));
    return !isOpen();
}

SampleSession::SampleSession(const RelayProcess& relay)
    : phone(randomText())
    , proof(randomText())
    , m_relay(&relay)
{
}

HttpReply SampleSession::open()
{
    const auto verifier = QCryptographicHash::hash(
        QByteArray::fromBase64(proof, QByteArray::Base64UrlEncoding), QCryptographicHash::Sha256);
    const auto reply = HttpClient(*m_relay).ask(
        "POST", "/v1/sessions", {}, "{\"joinVerifier\":\"" + verifier.toBase64(kBase64Url) + "\"}");
    name = reply.text("session");
    desktop = reply.text("token");
    origin = reply.text("origin");
    return reply;
}

HttpReply SampleSession::join() { return HttpClient(*m_relay).ask("POST", path("/join"), {}, joinBody(proof, phone)); }

bool SampleSession::begin()
{
    const auto opened = open();
    const auto joined = join();
    if (opened.status != 201 || joined.status != 200)
        qWarning("no session: %d, %d", opened.status, joined.status);
    return opened.status == 201 && joined.status == 200;
}

QByteArray SampleSession::randomText(int bytes)
{
    QByteArray random(bytes, '\0');
    for (auto& byte : random)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return random.toBase64(kBase64Url);
}

QByteArray SampleSession::joinBody(const QByteArray& proof, const QByteArray& token) const
{
    return "{\"joinProof\":\"" + proof + "\",\"token\":\"" + token + "\"}";
}

HttpClient::Headers SampleSession::with(const QByteArray& token) { return { { "Authorization", "Bearer " + token } }; }

HttpReply SampleSession::put(const QByteArray& token, int number, const QByteArray& record) const
{
    auto headers = with(token);
    headers["Content-Type"] = "application/octet-stream";
    return HttpClient(*m_relay).ask("PUT", path("/messages/" + QByteArray::number(number)), headers, record);
}

HttpReply SampleSession::get(const QByteArray& token, int after, int wait) const
{
    return HttpClient(*m_relay).ask("GET", getTarget(after, wait), with(token));
}

QByteArray SampleSession::getTarget(int after, int wait) const
{
    return path("/messages?after=" + QByteArray::number(after) + "&wait=" + QByteArray::number(wait));
}

} // namespace bidseal::test
