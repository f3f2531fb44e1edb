#pragma once

#include <QString>
#include <QUrl>

/// Everything in which the platforms differ about where the system keeps what people and administrators set.
namespace bidseal::platform {

/// The file that gives names of computers their addresses before any name server is asked: `/etc/hosts`,
/// `%SystemRoot%\System32\drivers\etc\hosts` or where the registry has moved it to.
[[nodiscard]] QString hostsFile();

/// The page of the system's own settings, for QDesktopServices; empty where the system has no address for it.
[[nodiscard]] QUrl dateAndTimeSettings();
[[nodiscard]] QUrl proxySettings();
[[nodiscard]] QUrl securitySettings();

} // namespace bidseal::platform
