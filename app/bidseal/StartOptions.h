#pragma once

#include <QString>
#include <QStringList>

namespace bidseal::app {

/// What the client was started with.
struct StartOptions {
    QString language; ///< "zh_CN", "en"; empty: the system's
    QStringList paths; ///< absolute
};

/// Reads `arguments` (without the program's name). `--help`, `--version` and what is no option end the program here, as
/// does QCommandLineParser.
/// Where there is a link of ours (`bidseal:…`) the window only comes to the front: a link may come from any page or
/// message, so nothing that it says is looked at, and neither is anything that stands beside it.
[[nodiscard]] StartOptions readStartOptions(const QStringList& arguments);

} // namespace bidseal::app
