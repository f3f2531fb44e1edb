#include "tests/core/environment/https/ConnectProxy.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace bidseal::test {

/// Everything that happens on the proxy's thread.
class ConnectProxy::Leading : public QObject {
public:
    explicit Leading(ConnectProxy& proxy)
        : m_proxy(proxy)
    {
    }

    [[nodiscard]] quint16 listen()
    {
        auto* server = new QTcpServer(this);
        connect(server, &QTcpServer::newConnection, this, [this, server] {
            while (auto* client = server->nextPendingConnection())
                take(client);
        });
        return server->listen(QHostAddress::LocalHost) ? server->serverPort() : quint16(0);
    }

private:
    void take(QTcpSocket* client)
    {
        ++m_proxy.m_connections;
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
    }

    void read(QTcpSocket* client)
    {
        const auto request = client->peek(65'536);
        if (!request.contains("\r\n\r\n"))
            return;
        client->readAll();
        switch (m_proxy.m_manner) {
        case Manner::Silent:
            return;
        case Manner::Refuses:
            client->write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
            return client->disconnectFromHost();
        case Manner::WantsPassword:
            client->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"sample\"\r\n"
                          "Content-Length: 0\r\n\r\n");
            return;
        case Manner::Leads:
            break;
        }
        const auto target = request.split(' ').value(1);
        if (request.startsWith("CONNECT "))
            lead(client, target.mid(target.lastIndexOf(':') + 1).toUShort(), {});
        else
            lead(client, static_cast<quint16>(QUrl::fromEncoded(target).port(80)), request);
    }

    /// Without a request to pass on, what follows is none of the proxy's business.
    void lead(QTcpSocket* client, quint16 port, const QByteArray& request)
    {
        client->disconnect(this);
        auto* server = new QTcpSocket(client);
        connect(server, &QTcpSocket::connected, client, [client, server, request] {
            if (request.isEmpty())
                client->write("HTTP/1.1 200 Connection established\r\n\r\n");
            else
                server->write(request);
        });
        connect(server, &QTcpSocket::readyRead, client, [=] { client->write(server->readAll()); });
        connect(client, &QTcpSocket::readyRead, server, [=] { server->write(client->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::errorOccurred, client, &QTcpSocket::disconnectFromHost);
        server->connectToHost(QHostAddress::LocalHost, port);
    }

    ConnectProxy& m_proxy;
};

ConnectProxy::ConnectProxy(Manner manner)
    : m_manner(manner)
    , m_leading(new Leading(*this))
{
    m_leading->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_leading, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_leading, [this] { m_port = m_leading->listen(); }, Qt::BlockingQueuedConnection);
}

ConnectProxy::~ConnectProxy()
{
    m_thread.quit();
    m_thread.wait();
}

QString ConnectProxy::url() const { return u"http://127.0.0.1:%1"_s.arg(m_port); }

} // namespace bidseal::test
