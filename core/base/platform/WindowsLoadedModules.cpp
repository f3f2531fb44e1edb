#include "core/base/platform/LoadedModules.h"

#include <QDir>
#include <QRegularExpression>

#define PSAPI_VERSION 2
#include <windows.h>

#include <psapi.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

constexpr wchar_t kAppInit[] = L"SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Windows";
constexpr DWORD kLongestPath = 32'768;

/// Without the short forms of old ("PROGRA~1") and the prefix of long paths.
QString plainPath(const std::wstring& path)
{
    std::wstring longPath(kLongestPath, L'\0');
    const DWORD size = GetLongPathNameW(path.c_str(), longPath.data(), kLongestPath);
    longPath.resize(size < kLongestPath ? size : 0);
    auto plain = QString::fromStdWString(longPath.empty() ? path : longPath);
    if (plain.startsWith(uR"(\\?\)"_s))
        plain.remove(0, 4);
    return QDir::fromNativeSeparators(plain);
}

QString pathOf(HMODULE module)
{
    std::wstring path(kLongestPath, L'\0');
    const DWORD size = GetModuleFileNameW(module, path.data(), kLongestPath);
    path.resize(size < kLongestPath ? size : 0);
    return path.empty() ? QString() : plainPath(path);
}

DWORD numberInRegistry(const wchar_t* name)
{
    DWORD number = 0;
    DWORD size = sizeof number;
    RegGetValueW(HKEY_LOCAL_MACHINE, kAppInit, name, RRF_RT_REG_DWORD, nullptr, &number, &size);
    return number;
}

} // namespace

std::optional<std::vector<LoadedModule>> loadedModules()
{
    std::vector<HMODULE> handles(1024);
    DWORD bytes = 0;
    const auto room = [&handles] { return static_cast<DWORD>(handles.size() * sizeof(HMODULE)); };
    do {
        if (bytes > room())
            handles.resize(bytes / sizeof(HMODULE) + 64);
        if (!EnumProcessModulesEx(GetCurrentProcess(), handles.data(), room(), &bytes, LIST_MODULES_ALL))
            return {};
    } while (bytes > room());
    handles.resize(bytes / sizeof(HMODULE));

    std::vector<LoadedModule> modules;
    for (const HMODULE handle : handles) {
        const auto path = pathOf(handle);
        if (!path.isEmpty()) // unloaded meanwhile
            modules.push_back({ path, LoadedModule::File::InPlace }); // Windows lets nobody delete a loaded library
    }
    return modules;
}

QStringList librariesLoadedFirst()
{
    if (numberInRegistry(L"LoadAppInit_DLLs") == 0)
        return {};
    std::wstring text(kLongestPath, L'\0');
    auto size = static_cast<DWORD>((text.size() - 1) * sizeof(wchar_t));
    if (RegGetValueW(HKEY_LOCAL_MACHINE, kAppInit, L"AppInit_DLLs", RRF_RT_REG_SZ, nullptr, text.data(), &size)
        != ERROR_SUCCESS)
        return {};
    static const QRegularExpression separators(u"[ ,]+"_s); // which is why they are given by their short names
    QStringList paths;
    for (const auto& name : QString::fromWCharArray(text.c_str()).split(separators, Qt::SkipEmptyParts))
        paths.append(plainPath(name.toStdWString()));
    return paths;
}

/// What the system keeps below them, only the system may put there.
QStringList systemLibraryFolders()
{
    std::wstring windows(MAX_PATH, L'\0');
    windows.resize(GetSystemWindowsDirectoryW(windows.data(), MAX_PATH));
    const QDir folder(plainPath(windows));
    QStringList folders;
    for (const auto& name : { u"System32"_s, u"SysWOW64"_s, u"WinSxS"_s, u"IME"_s, u"SystemApps"_s, u"assembly"_s })
        folders.append(folder.filePath(name));
    return folders;
}

} // namespace bidseal::platform
