#include "core/base/platform/DriverLibrary.h"

#include <QFile>
#include <QFileInfo>

#include <dlfcn.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

Result<void (*)()> loadDriverFunction(const QString& path, const char* name)
{
    if (!QFileInfo(path).isAbsolute())
        return failure(ErrorCode::ModuleUnusable, u"not an absolute path: "_s + path);
    const auto library = ::dlopen(QFile::encodeName(path).constData(), RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return failure(ErrorCode::ModuleUnusable, QString::fromLocal8Bit(::dlerror()));
    const auto function = reinterpret_cast<void (*)()>(::dlsym(library, name));
    if (!function)
        return failure(ErrorCode::ModuleUnusable, u"%1 has no function %2"_s.arg(path, QString::fromLatin1(name)));
    return function;
}

QStringList driverFilePatterns() { return { u"*.so"_s, u"*.so.*"_s }; }

} // namespace bidseal::platform
