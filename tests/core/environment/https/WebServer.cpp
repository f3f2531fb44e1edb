#include "tests/core/environment/https/WebServer.h"

#include <QLocale>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace bidseal::test {

namespace {

QSslConfiguration tlsFor(const demonstration::MintedKey& key)
{
    QList<QSslCertificate> chain { QSslCertificate(key.certificate, QSsl::Der) };
    for (const auto& issuer : key.issuers)
        chain.append(QSslCertificate(issuer, QSsl::Der));
    const auto pem = demonstration::privateKeyPem(key.privateKey);
    auto privateKey = QSslKey(pem, QSsl::Ec);
    if (privateKey.isNull())
        privateKey = QSslKey(pem, QSsl::Rsa);
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(privateKey);
    return tls;
}

class Listener : public QTcpServer {
public:
    using Handler = std::function<void(qintptr)>;
    explicit Listener(Handler handler)
        : m_handler(std::move(handler))
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_handler(descriptor); }

private:
    Handler m_handler;
};

} // namespace

/// Everything that happens on the server's thread.
class WebServer::Serving : public QObject {
public:
    explicit Serving(WebServer& server)
        : m_server(server)
        , m_options(server.m_options)
    {
    }

    [[nodiscard]] quint16 listen()
    {
        auto* listener = new Listener([this](qintptr descriptor) { take(descriptor); });
        listener->setParent(this);
        return listener->listen(m_options.address) ? listener->serverPort() : quint16(0);
    }

private:
    void take(qintptr descriptor)
    {
        ++m_server.m_connections;
        auto* socket = new QSslSocket(this);
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        socket->setSocketDescriptor(descriptor);
        if (m_options.manner == Manner::SilentFromTheStart)
            return;
        if (m_options.manner == Manner::GarbageForTls) {
            socket->write("220 mail.example.com ESMTP\r\n");
            return;
        }
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(socket); });
        if (!m_options.key)
            return;
        socket->setSslConfiguration(tlsFor(*m_options.key));
        QTimer::singleShot(m_options.delayBeforeTls, socket, [socket] { socket->startServerEncryption(); });
    }

    void read(QSslSocket* socket)
    {
        if (m_options.key && !socket->isEncrypted())
            return;
        const auto request = socket->peek(65'536);
        if (!request.contains("\r\n\r\n"))
            return;
        socket->readAll();
        ++m_server.m_requests;
        switch (m_options.manner) {
        case Manner::SilentAfterRequest:
            return;
        case Manner::CutsBeforeAnswer:
            return socket->disconnectFromHost();
        case Manner::GarbageForHttp:
            socket->write("how do you do?\r\n\r\n");
            return socket->disconnectFromHost();
        default:
            socket->write(answerTo(request));
        }
    }

    [[nodiscard]] QByteArray answerTo(const QByteArray& request) const
    {
        QByteArray answer = "HTTP/1.1 " + m_options.status + "\r\n";
        if (m_options.dateShift) {
            const auto shown = QDateTime::currentDateTimeUtc().addSecs(m_options.dateShift->count());
            answer += "Date: " + QLocale::c().toString(shown, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1() + "\r\n";
        }
        answer += m_options.headers + "Content-Length: " + QByteArray::number(m_options.body.size()) + "\r\n\r\n";
        return request.startsWith("HEAD ") ? answer : answer + m_options.body;
    }

    WebServer& m_server;
    const Options& m_options;
};

WebServer::WebServer(Options options)
    : m_options(std::move(options))
    , m_serving(new Serving(*this))
{
    m_serving->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_serving, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_serving, [this] { m_port = m_serving->listen(); }, Qt::BlockingQueuedConnection);
}

WebServer::~WebServer()
{
    m_thread.quit();
    m_thread.wait();
}

QUrl WebServer::url(const QString& host) const
{
    QUrl url;
    url.setScheme(m_options.key ? u"https"_s : u"http"_s);
    url.setHost(host);
    url.setPort(m_port);
    return url;
}

} // namespace bidseal::test
