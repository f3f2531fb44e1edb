#pragma once

#include <QString>
#include <QStringList>

#include <optional>

/// Everything in which the platforms differ about disks and what is mounted.
namespace bidseal::platform {

struct Volume {
    enum class Kind { Fixed, Removable, Network };
    Kind kind = Kind::Fixed;
    QString fileSystem; ///< "ext4", "NTFS"
    QString root; ///< where it is mounted: "/media/usb", "E:/"
};

/// Bytes that this user may still write into the folder, as far as the system tells (Windows: within the quota);
/// nothing where it does not.
[[nodiscard]] std::optional<qint64> freeBytes(const QString& folder);

/// What the folder lies on; nothing where it is not there or nobody can tell.
[[nodiscard]] std::optional<Volume> volumeOf(const QString& folder);

/// Folders that a cloud's client has registered with the system (Windows 10 and later; elsewhere none).
[[nodiscard]] QStringList registeredCloudFolders();

} // namespace bidseal::platform
