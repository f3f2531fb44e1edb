#include "core/base/platform/DriverLibrary.h"

#include <QDir>

#include <windows.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

Result<void (*)()> loadDriverFunction(const QString& path, const char* name)
{
    const auto native = QDir::toNativeSeparators(path);
    const auto library = LoadLibraryExW(reinterpret_cast<const wchar_t*>(native.utf16()), nullptr,
        LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    if (!library)
        return failure(ErrorCode::ModuleUnusable, u"%1: Windows error %2"_s.arg(native).arg(GetLastError()));
    const auto function = reinterpret_cast<void (*)()>(GetProcAddress(library, name));
    if (!function)
        return failure(ErrorCode::ModuleUnusable, u"%1 has no function %2"_s.arg(native, QString::fromLatin1(name)));
    return function;
}

} // namespace bidseal::platform
