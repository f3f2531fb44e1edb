#include "core/base/platform/Volumes.h"

#include "core/base/platform/Process.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <array>
#include <string>

#include <windows.h>

#include <winioctl.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

std::wstring native(const QString& path) { return QDir::toNativeSeparators(path).toStdWString(); }

/// USB disks call themselves fixed, so their bus counts as well.
bool isOnUsb(const std::wstring& root)
{
    std::array<wchar_t, MAX_PATH> name {};
    if (!GetVolumeNameForVolumeMountPointW(root.c_str(), name.data(), static_cast<DWORD>(name.size())))
        return false;
    std::wstring device(name.data());
    if (device.ends_with(L'\\'))
        device.pop_back();
    const HANDLE volume
        = CreateFileW(device.c_str(), 0, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr);
    if (volume == INVALID_HANDLE_VALUE)
        return false;
    STORAGE_PROPERTY_QUERY query {};
    query.PropertyId = StorageDeviceProperty;
    query.QueryType = PropertyStandardQuery;
    alignas(STORAGE_DEVICE_DESCRIPTOR) std::array<std::byte, 1024> answer {};
    DWORD size = 0;
    const bool isKnown = DeviceIoControl(volume, IOCTL_STORAGE_QUERY_PROPERTY, &query, sizeof query, answer.data(),
        static_cast<DWORD>(answer.size()), &size, nullptr);
    CloseHandle(volume);
    return isKnown && reinterpret_cast<const STORAGE_DEVICE_DESCRIPTOR*>(answer.data())->BusType == BusTypeUsb;
}

} // namespace

std::optional<qint64> freeBytes(const QString& folder)
{
    ULARGE_INTEGER available {};
    if (!GetDiskFreeSpaceExW(native(folder).c_str(), &available, nullptr, nullptr))
        return {};
    return static_cast<qint64>(available.QuadPart);
}

std::optional<Volume> volumeOf(const QString& folder)
{
    const auto path = native(QFileInfo(folder).absoluteFilePath());
    std::array<wchar_t, 32768> root {};
    if (!QFileInfo::exists(folder) || !GetVolumePathNameW(path.c_str(), root.data(), static_cast<DWORD>(root.size())))
        return {};
    const std::wstring rootName(root.data());
    std::array<wchar_t, MAX_PATH> fileSystem {};
    GetVolumeInformationW(rootName.c_str(), nullptr, 0, nullptr, nullptr, nullptr, fileSystem.data(),
        static_cast<DWORD>(fileSystem.size()));
    Volume volume { Volume::Kind::Fixed, QString::fromWCharArray(fileSystem.data()),
        QDir::fromNativeSeparators(QString::fromStdWString(rootName)) };
    const UINT type = GetDriveTypeW(rootName.c_str());
    if (type == DRIVE_REMOTE)
        volume.kind = Volume::Kind::Network;
    else if (type == DRIVE_REMOVABLE || type == DRIVE_CDROM || isOnUsb(rootName))
        volume.kind = Volume::Kind::Removable;
    return volume;
}

/// SyncRootManager\<client's id>\UserSyncRoots holds a folder for each user, under the user's SID.
QStringList registeredCloudFolders()
{
    QSettings roots(u"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\SyncRootManager"_s,
        QSettings::Registry64Format);
    QStringList folders;
    for (const auto& client : roots.childGroups()) {
        const auto folder = roots.value(client + u"/UserSyncRoots/"_s + currentUserId()).toString();
        if (!folder.isEmpty())
            folders.append(QDir::fromNativeSeparators(folder));
    }
    return folders;
}

} // namespace bidseal::platform
