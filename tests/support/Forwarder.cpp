#include "tests/support/Forwarder.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace bidseal::test {

/// Everything that happens on the forwarder's thread.
class Forwarder::Passing : public QObject {
public:
    Passing(quint16 to, std::atomic<qint64>& lostBytes)
        : m_to(to)
        , m_lostBytes(lostBytes)
    {
    }

    [[nodiscard]] quint16 listen()
    {
        auto* server = new QTcpServer(this);
        connect(server, &QTcpServer::newConnection, this, [this, server] {
            while (auto* client = server->nextPendingConnection())
                pass(client);
        });
        return server->listen(QHostAddress::LocalHost) ? server->serverPort() : quint16(0);
    }

    void leadTo(quint16 port) { m_to = port; }

    void set(Network network)
    {
        const bool endsConnections = network == Network::Cut || m_network == Network::Silent;
        m_network = network;
        if (!endsConnections)
            return;
        for (auto* socket : findChildren<QTcpSocket*>())
            socket->abort();
    }

private:
    void pass(QTcpSocket* client)
    {
        client->setParent(this);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        if (m_network == Network::Cut) {
            client->abort();
            return;
        }
        auto* server = new QTcpSocket(this);
        connect(server, &QTcpSocket::disconnected, server, &QObject::deleteLater);
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::errorOccurred, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        server->connectToHost(QHostAddress::LocalHost, m_to);
        connect(client, &QTcpSocket::readyRead, server, [=, this] { carry(client, server, Direction::ToServer); });
        connect(server, &QTcpSocket::readyRead, client, [=, this] { carry(server, client, Direction::ToClient); });
    }

    enum class Direction { ToServer, ToClient };
    void carry(QTcpSocket* from, QTcpSocket* to, Direction direction)
    {
        const auto bytes = from->readAll();
        if (m_network == Network::Working)
            to->write(bytes);
        else if (direction == Direction::ToServer)
            m_lostBytes += bytes.size();
    }

    quint16 m_to;
    std::atomic<qint64>& m_lostBytes;
    Network m_network = Network::Working;
};

Forwarder::Forwarder(quint16 to)
    : m_passing(new Passing(to, m_lostBytes))
{
    m_passing->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_passing, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_passing, [this] { m_port = m_passing->listen(); }, Qt::BlockingQueuedConnection);
}

Forwarder::~Forwarder()
{
    m_thread.quit();
    m_thread.wait();
}

void Forwarder::leadTo(quint16 port)
{
    QMetaObject::invokeMethod(
        m_passing, [this, port] { m_passing->leadTo(port); }, Qt::BlockingQueuedConnection);
}

void Forwarder::set(Network network)
{
    QMetaObject::invokeMethod(
        m_passing, [this, network] { m_passing->set(network); }, Qt::BlockingQueuedConnection);
}

} // namespace bidseal::test
