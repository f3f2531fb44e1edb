#pragma once

#include <QByteArray>
#include <QString>

namespace bidseal::platform {

/// What Linux was told about who runs programs for other processors: one file of /proc/sys/fs/binfmt_misc. The
/// interpreter's path where it would run a program that begins with `programStart`, otherwise empty.
/// https://docs.kernel.org/admin-guide/binfmt-misc.html
[[nodiscard]] QString interpreterFor(const QByteArray& programStart, const QByteArray& registration);

} // namespace bidseal::platform
