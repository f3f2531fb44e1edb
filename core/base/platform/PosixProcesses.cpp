#include "core/base/platform/Processes.h"
#include "core/base/platform/TcpTable.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

/// Accounts of the system itself (SYS_UID_MAX in login.defs), among them the login screen's.
constexpr uint kLastSystemUser = 999;

QString folderOf(qint64 processId) { return u"/proc/%1"_s.arg(processId); }

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "Name:\tx11vnc\n"
QByteArray valueIn(const QByteArray& status, const QByteArray& name)
{
    const auto from = status.startsWith(name) ? 0 : status.indexOf('\n' + name) + 1;
    if (from == 0 && !status.startsWith(name))
        return {};
    const auto valueStart = from + name.size() + 1;
    return status.mid(valueStart, status.indexOf('\n', from) - valueStart).trimmed();
}

QString programOf(qint64 processId)
{
    auto target = QFile::symLinkTarget(folderOf(processId) + u"/exe"_s);
    if (target.endsWith(u" (deleted)"_s))
        target.chop(10);
    return QFileInfo(target).fileName();
}

/// Nothing for a process that has just ended, and for other people's.
std::optional<RunningProcess> processAt(qint64 id)
{
    // Who owns the folder says less: of a process that nobody may trace it is root.
    const auto status = contentOf(folderOf(id) + u"/status"_s);
    const auto user = valueIn(status, "Uid:").split('\t').value(0);
    if (user.isEmpty())
        return {};
    const bool isOurs = user.toUInt() == ::getuid();
    if (!isOurs && user.toUInt() > kLastSystemUser)
        return {};
    return RunningProcess { id, QString::fromUtf8(valueIn(status, "Name:")), programOf(id),
        isOurs ? RunningProcess::Owner::ThisUser : RunningProcess::Owner::System };
}

std::optional<QSet<quint64>> socketsOf(qint64 processId)
{
    const QDir descriptors(folderOf(processId) + u"/fd"_s);
    if (::access(QFile::encodeName(descriptors.path()).constData(), R_OK | X_OK) != 0)
        return {};
    QSet<quint64> inodes;
    for (const auto& name : descriptors.entryList(QDir::Files | QDir::System | QDir::Hidden)) {
        char target[64] {};
        const auto path = QFile::encodeName(descriptors.filePath(name));
        const auto size = ::readlink(path.constData(), target, sizeof target - 1);
        const QByteArray text(target, size > 0 ? static_cast<qsizetype>(size) : 0); // "socket:[12345]"
        if (text.startsWith("socket:["))
            inodes.insert(text.mid(8, text.size() - 9).toULongLong());
    }
    return inodes;
}

} // namespace

std::optional<std::vector<RunningProcess>> runningProcesses()
{
    std::vector<RunningProcess> processes;
    for (const auto& name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isProcess = false;
        const auto id = name.toLongLong(&isProcess);
        if (!isProcess)
            continue;
        if (auto process = processAt(id))
            processes.push_back(std::move(*process));
    }
    if (processes.empty())
        return {}; // at least this one runs
    return processes;
}

QStringList argumentsOf(qint64 processId)
{
    QStringList arguments;
    for (const auto& argument : contentOf(folderOf(processId) + u"/cmdline"_s).split('\0'))
        arguments.append(QString::fromLocal8Bit(argument));
    return arguments;
}

Reach reachOf(qint64 processId)
{
    const auto inodes = socketsOf(processId);
    if (!inodes)
        return Reach::Unknown;
    auto reach = Reach::NoSockets;
    for (const auto* table : { "/net/tcp", "/net/tcp6" }) {
        for (const auto& socket : tcpSockets(contentOf(folderOf(processId) + QLatin1StringView(table)))) {
            if (!inodes->contains(socket.inode))
                continue;
            if (socket.state == TcpSocket::State::Connected)
                return Reach::Connected;
            if (socket.state == TcpSocket::State::Listening)
                reach = Reach::Listening;
        }
    }
    return reach;
}

} // namespace bidseal::platform
