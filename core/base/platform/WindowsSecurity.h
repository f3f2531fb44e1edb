#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

#include <windows.h>

/// What the Windows halves share: who owns what, and who may change it.
namespace bidseal::platform {

struct ClosedHandle {
    void operator()(HANDLE handle) const { CloseHandle(handle); }
};
using Handle = std::unique_ptr<void, ClosedHandle>;

struct FreedLocally {
    void operator()(void* memory) const { LocalFree(memory); }
};
template <class Memory> using Local = std::unique_ptr<Memory, FreedLocally>;

/// A function that not every Windows has, of one of its own libraries; null where it is not there.
template <class Function> Function systemFunction(const wchar_t* library, const char* name)
{
    const auto module = LoadLibraryExW(library, nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32);
    return module ? reinterpret_cast<Function>(reinterpret_cast<void*>(GetProcAddress(module, name))) : nullptr;
}

/// "S-1-5-21-…"; empty where it cannot be written.
[[nodiscard]] QString textOf(PSID sid);
/// The text of the SID whose user a process runs as; empty where it cannot be read.
[[nodiscard]] QString userOf(HANDLE process);
/// SYSTEM, Administrators, TrustedInstaller.
[[nodiscard]] bool isAdministrator(PSID sid);

/// A file's or folder's owner and access list, which live as long as `descriptor`.
struct FileSecurity {
    Local<void> descriptor;
    PSID owner = nullptr;
    PACL list = nullptr; ///< null: everybody may do everything
};
[[nodiscard]] std::optional<FileSecurity> securityOf(const QString& path);

/// Whether the list gives one of these rights to somebody else than `isTrusted` accepts; also where it holds an entry
/// of a kind that is not understood here.
[[nodiscard]] bool givesOthers(PACL list, ACCESS_MASK rights, const std::function<bool(PSID)>& isTrusted);

} // namespace bidseal::platform
