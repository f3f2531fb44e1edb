#pragma once

#include <QString>

#include <optional>

/// Everything in which the platforms differ about the session that a person has logged in to.
namespace bidseal::platform {

struct LoginSession {
    bool isRemote = false; ///< its screen or terminal is at another computer
    bool isControlled = false; ///< somebody else looks at it or steers it (Windows' shadowing)
    QString client; ///< the other computer; empty where it is not known
    QString service; ///< what let the person in: "sshd", "xrdp-sesman"; empty on Windows
};
/// The session of this process as the system itself keeps it (systemd-logind; Windows). Nothing where nobody keeps
/// sessions, as in containers.
[[nodiscard]] std::optional<LoginSession> loginSession();

} // namespace bidseal::platform
