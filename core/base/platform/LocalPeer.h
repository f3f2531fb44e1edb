#pragma once

#include <QString>

/// Everything in which the platforms differ about local sockets between programs of one user.
namespace bidseal::platform {

/// Where QLocalServer listens for `name`: in the session's own folder, which nobody else can write to. Windows' pipes
/// have names and no folders.
[[nodiscard]] QString localServerAddress(const QString& name);

/// Whether the process at the other end of a connected local socket (Windows: named pipe) belongs to this user. False
/// where that cannot be found out.
[[nodiscard]] bool isPeerOfSameUser(qintptr socketDescriptor);

/// Lets the process at the other end put its window in front of all others, as whoever was just started may. Windows
/// grants that to nobody else; window managers elsewhere judge by themselves.
void letPeerComeToFront(qintptr socketDescriptor);

} // namespace bidseal::platform
