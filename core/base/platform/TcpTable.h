#pragma once

#include <QByteArray>

#include <vector>

namespace bidseal::platform {

/// A line of Linux's /proc/net/tcp and /proc/net/tcp6 (proc(5)).
struct TcpSocket {
    enum class State { Listening, Connected, Other };
    State state = State::Other;
    quint64 inode = 0;
};

[[nodiscard]] std::vector<TcpSocket> tcpSockets(const QByteArray& table);

} // namespace bidseal::platform
