#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace bidseal::platform {

/// One line of /proc/self/mountinfo.
struct Mount {
    QString point; ///< where it is mounted
    QString fileSystem; ///< "ext4", "fuse.sshfs"
    QString device; ///< "8:1"
};

/// The mount that `path` (absolute, without links) lies on; nothing where the table does not say.
[[nodiscard]] std::optional<Mount> mountOf(const QString& path, const QByteArray& mountInfo);

/// Whether a file system of this kind keeps its files on another computer.
[[nodiscard]] bool isNetworkFileSystem(const QString& fileSystem);

} // namespace bidseal::platform
