#pragma once

#include <QMap>
#include <QString>

#include <vector>

namespace bidseal::environment {

/// What a program's environment tells about where its terminal and its window are.
enum class RemoteSign {
    SecureShell, ///< its terminal is at another computer
    RemoteDesktop, ///< its desktop was made for somebody elsewhere (xrdp, X2Go, VNC)
    ForwardedWindows, ///< its windows appear on another computer (ssh -X, X over the network)
};
struct FoundSign {
    RemoteSign sign = RemoteSign::SecureShell;
    QString client; ///< the other computer, where it is told
};

[[nodiscard]] std::vector<FoundSign> remoteSignsIn(const QMap<QString, QString>& environment);

} // namespace bidseal::environment
