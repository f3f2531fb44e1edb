#include "SingleInstance.h"

#include "core/base/Log.h"
#include "core/base/UserFolder.h"
#include "core/base/platform/LocalPeer.h"
#include "core/base/platform/Process.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace bidseal::app {

namespace {

constexpr int kPatience = 2000; // ms; a first window that hangs must not keep a second one from starting
constexpr auto kOpen = "open"_L1;
constexpr char kEnd = '\n';
const QByteArray kTaken = QByteArrayLiteral("taken\n");

/// `{"open": ["/home/…/bid.pdf"]}` and nothing else.
QByteArray messageFor(const QStringList& paths)
{
    return QJsonDocument(QJsonObject { { kOpen, QJsonArray::fromStringList(paths) } }).toJson(QJsonDocument::Compact)
        + kEnd;
}

/// Nothing where it is not exactly such a message.
std::optional<QStringList> pathsIn(const QByteArray& message)
{
    const auto object = QJsonDocument::fromJson(message).object();
    if (object.size() != 1 || !object.value(kOpen).isArray())
        return {};
    const auto array = object.value(kOpen).toArray();
    if (array.size() > SingleInstance::kMostPaths)
        return {};
    QStringList paths;
    for (const auto& value : array) {
        const auto path = value.toString();
        if (!QDir::isAbsolutePath(path) || path.contains(QChar::Null))
            return {};
        paths << path;
    }
    return paths;
}

bool isOwnUser(const QLocalSocket& socket) { return platform::isPeerOfSameUser(socket.socketDescriptor()); }

} // namespace

SingleInstance::SingleInstance(QString name, QObject* parent)
    : QObject(parent)
    , m_name(std::move(name))
{
}

SingleInstance::~SingleInstance() = default;

QString SingleInstance::nameForThisUser()
{
    const auto distinct = platform::currentUserId() + u'\n' + userFolder();
    const auto hash = QCryptographicHash::hash(distinct.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return platform::localServerAddress(u"bidseal-%1"_s.arg(QLatin1StringView(hash)));
}

SingleInstance::Role SingleInstance::start(const QStringList& paths)
{
    // Two starts at the same moment: one of them is first.
    QLockFile lock(QDir::temp().absoluteFilePath(m_name) + u".lock"_s); // beside the socket where that is a file
    lock.tryLock(kPatience);
    if (handOver(paths))
        return Role::HandedOver;
    if (!listen())
        qCWarning(logUi).noquote() << "cannot listen for further starts:" << m_server->errorString();
    return Role::First;
}

bool SingleInstance::handOver(const QStringList& paths)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kPatience))
        return false;
    if (!isOwnUser(socket)) {
        qCWarning(logUi) << "another user listens under our name; nothing was handed over";
        return false;
    }
    platform::letPeerComeToFront(socket.socketDescriptor());
    socket.write(messageFor(paths));
    while (!socket.canReadLine())
        if (!socket.waitForReadyRead(kPatience))
            return false;
    return socket.readLine() == kTaken;
}

bool SingleInstance::listen()
{
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::accept);
    if (m_server->listen(m_name))
        return true;
    QLocalServer::removeServer(m_name); // left behind by a process that was killed: nobody answered there
    return m_server->listen(m_name);
}

void SingleInstance::accept()
{
    while (QLocalSocket* socket = m_server->nextPendingConnection()) {
        if (!isOwnUser(*socket)) {
            qCWarning(logUi) << "a process of another user was turned away";
            socket->abort();
            socket->deleteLater();
            continue;
        }
        socket->setReadBufferSize(kLargestMessage + 1);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(*socket); });
        QTimer::singleShot(kPatience, socket, [socket] { socket->abort(); });
    }
}

void SingleInstance::read(QLocalSocket& socket)
{
    if (!socket.canReadLine()) {
        if (socket.bytesAvailable() > kLargestMessage)
            socket.abort();
        return;
    }
    const auto paths = pathsIn(socket.readLine(kLargestMessage + 1));
    if (!paths) {
        qCWarning(logUi) << "a message that is not 'open these paths' was ignored";
        return socket.abort();
    }
    socket.write(kTaken);
    socket.flush();
    socket.disconnectFromServer();
    Q_EMIT openRequested(*paths);
}

} // namespace bidseal::app
