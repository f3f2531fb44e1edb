#include "core/base/platform/Packages.h"

#include <QDir>

#include <array>

#include <windows.h>

namespace bidseal::platform {

PackageManager packageManager() { return PackageManager::None; }

std::optional<Package> packageOf(const QString&, const std::stop_token&, const PackageRoot&) { return {}; }

std::optional<PackageChanges> changesOf(const Package&, const std::stop_token&, const PackageRoot&) { return {}; }

std::optional<bool> isAtLeast(const QString&, const QString&, const std::stop_token&) { return {}; }

QString fileOfCode(const void* address)
{
    HMODULE module = nullptr;
    if (!GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
            static_cast<LPCWSTR>(address), &module))
        return {};
    std::array<wchar_t, 32768> path {};
    const DWORD length = GetModuleFileNameW(module, path.data(), static_cast<DWORD>(path.size()));
    return QDir::fromNativeSeparators(QString::fromWCharArray(path.data(), static_cast<qsizetype>(length)));
}

} // namespace bidseal::platform
