#include "core/base/platform/TcpTable.h"

#include <QList>

namespace bidseal::platform {

namespace {

/// The kernel's numbers, include/net/tcp_states.h.
TcpSocket::State stateOf(const QByteArray& number)
{
    if (number == "01")
        return TcpSocket::State::Connected;
    return number == "0A" ? TcpSocket::State::Listening : TcpSocket::State::Other;
}

} // namespace

std::vector<TcpSocket> tcpSockets(const QByteArray& table)
{
    constexpr qsizetype kState = 3;
    constexpr qsizetype kInode = 9;
    std::vector<TcpSocket> sockets;
    for (const auto& line : table.split('\n')) {
        const auto fields = line.simplified().split(' ');
        bool isNumber = false;
        const quint64 inode = fields.value(kInode).toULongLong(&isNumber);
        if (isNumber)
            sockets.push_back({ stateOf(fields[kState]), inode });
    }
    return sockets;
}

} // namespace bidseal::platform
