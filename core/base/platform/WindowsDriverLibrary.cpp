#include "core/base/platform/DriverLibrary.h"

#include <QDir>
#include <QFileInfo>

#include <windows.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

Result<void (*)()> loadDriverFunction(const QString& path, const char* name)
{
    if (!QFileInfo(path).isAbsolute())
        return failure(ErrorCode::ModuleUnusable, u"not an absolute path: "_s + path);
    const auto native = QDir::toNativeSeparators(path);
    const auto library = LoadLibraryExW(reinterpret_cast<const wchar_t*>(native.utf16()), nullptr,
        LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (!library)
        return failure(ErrorCode::ModuleUnusable, u"%1: Windows error %2"_s.arg(native).arg(GetLastError()));
    const auto function = reinterpret_cast<void (*)()>(GetProcAddress(library, name));
    if (!function)
        return failure(ErrorCode::ModuleUnusable, u"%1 has no function %2"_s.arg(native, QString::fromLatin1(name)));
    return function;
}

QStringList driverFilePatterns() { return { u"*.dll"_s }; }

} // namespace bidseal::platform
