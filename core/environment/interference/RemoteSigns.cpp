#include "core/environment/interference/RemoteSigns.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

/// sshd gives the displays that it forwards numbers from 10 on (sshd_config(5), X11DisplayOffset). A host in front is
/// another computer's; "unix" and a path (macOS) are this one.
bool isElsewhere(const QString& display)
{
    const auto colon = display.lastIndexOf(u':');
    const auto host = display.left(colon);
    if (colon < 0 || host.isEmpty() || host == u"unix"_s || host.startsWith(u'/'))
        return false;
    const bool isThisComputer = host == u"localhost"_s || host == u"127.0.0.1"_s || host == u"[::1]"_s;
    return !isThisComputer || display.mid(colon + 1).section(u'.', 0, 0).toInt() >= 10;
}

} // namespace

std::vector<FoundSign> remoteSignsIn(const QMap<QString, QString>& environment)
{
    std::vector<FoundSign> signs;
    static const QStringList desktops { u"XRDP_SESSION"_s, u"X2GO_SESSION"_s, u"NXSESSIONID"_s, u"VNCDESKTOP"_s };
    if (std::any_of(desktops.begin(), desktops.end(),
            [&environment](const QString& name) { return !environment.value(name).isEmpty(); }))
        signs.push_back({ RemoteSign::RemoteDesktop, {} });
    // "192.0.2.7 50122 192.0.2.1 22"
    const auto connection = environment.value(u"SSH_CONNECTION"_s, environment.value(u"SSH_CLIENT"_s));
    if (!connection.isEmpty())
        signs.push_back({ RemoteSign::SecureShell, connection.section(u' ', 0, 0) });
    const auto display = environment.value(u"DISPLAY"_s);
    if (isElsewhere(display))
        signs.push_back({ RemoteSign::ForwardedWindows, display.left(display.lastIndexOf(u':')) });
    return signs;
}

} // namespace bidseal::environment
