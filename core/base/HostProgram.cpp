#include "core/base/HostProgram.h"

#include "core/base/platform/ProgramFile.h"

#include <QCoreApplication>
#include <QDir>

namespace bidseal {

// BIDSEAL_HOSTS_FROM_PROGRAMS is decided in resources/build/Places.cmake.
QString hostProgram(const QString& name)
{
    const QDir programs(QCoreApplication::applicationDirPath());
    const auto hosts = programs.filePath(QStringLiteral(BIDSEAL_HOSTS_FROM_PROGRAMS));
    return QDir::cleanPath(hosts + u'/' + platform::programFile(name));
}

} // namespace bidseal
