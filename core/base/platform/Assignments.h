#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace bidseal::platform {

/// `NAME=value` and `NAME="value"` lines, as in os-release(5) and the records of systemd-logind. Other lines are
/// left out; of a name that comes twice the last counts.
[[nodiscard]] QMap<QString, QString> assignments(const QByteArray& text);

} // namespace bidseal::platform
