#include "core/base/platform/Volumes.h"

#include "core/base/platform/MountTable.h"

#include <QFile>
#include <QFileInfo>

#include <sys/statvfs.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Where desktops mount what somebody plugs in.
bool isPluggedIn(const QString& point) { return point.startsWith(u"/media/"_s) || point.startsWith(u"/run/media/"_s); }

/// A partition's disk is the folder above it. USB disks call themselves fixed, so their bus counts as well.
bool isRemovable(const QString& device)
{
    const auto folder = QFileInfo(u"/sys/dev/block/"_s + device).canonicalFilePath();
    if (folder.isEmpty())
        return false;
    if (folder.contains(u"/usb"_s))
        return true;
    return contentOf(folder + u"/removable"_s).trimmed() == "1"
        || contentOf(folder + u"/../removable"_s).trimmed() == "1";
}

} // namespace

std::optional<qint64> freeBytes(const QString& folder)
{
    struct statvfs status { };
    if (::statvfs(QFile::encodeName(folder).constData(), &status) != 0)
        return {};
    return static_cast<qint64>(status.f_bavail) * static_cast<qint64>(status.f_frsize);
}

std::optional<Volume> volumeOf(const QString& folder)
{
    const auto real = QFileInfo(folder).canonicalFilePath();
    const auto mount = real.isEmpty() ? std::nullopt : mountOf(real, contentOf(u"/proc/self/mountinfo"_s));
    if (!mount)
        return {};
    Volume volume { Volume::Kind::Fixed, mount->fileSystem, mount->point };
    if (isNetworkFileSystem(mount->fileSystem))
        volume.kind = Volume::Kind::Network;
    else if (isPluggedIn(mount->point) || isRemovable(mount->device))
        volume.kind = Volume::Kind::Removable;
    return volume;
}

QStringList registeredCloudFolders() { return {}; }

} // namespace bidseal::platform
