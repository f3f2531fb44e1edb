#include "core/base/platform/LocalPeer.h"

#include <QDir>
#include <QStandardPaths>

#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

namespace bidseal::platform {

QString localServerAddress(const QString& name)
{
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder.isEmpty() ? name : QDir(folder).filePath(name); // /tmp where there is none
}

bool isPeerOfSameUser(qintptr socketDescriptor)
{
#ifdef SO_PEERCRED
    ucred peer {};
    socklen_t size = sizeof peer;
    const int found = getsockopt(static_cast<int>(socketDescriptor), SOL_SOCKET, SO_PEERCRED, &peer, &size);
    return found == 0 && peer.uid == geteuid();
#else
    uid_t user = 0;
    gid_t group = 0;
    return getpeereid(static_cast<int>(socketDescriptor), &user, &group) == 0 && user == geteuid();
#endif
}

void letPeerComeToFront(qintptr) { }

} // namespace bidseal::platform
