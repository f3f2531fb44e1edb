#include "core/environment/keys/SkfLibraries.h"

#include "core/base/platform/InstalledDrivers.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

/// As published sources of programs that use them name these files. None was seen installed by the authors of this
/// program.
const QStringList& knownNames()
{
    static const QStringList names {
        u"libgm3000*.so*"_s, // Longmai GM3000
        u"libes_3000gm.so*"_s, // Feitian ePass3000GM
        u"lib*skf*.so*"_s,
        u"mtoken_gm3000*.dll"_s, // Longmai GM3000
        u"SKFAPI*.dll"_s, // Haitai
        u"*_SKF.dll"_s,
        u"NetcaSKF.dll"_s,
    };
    return names;
}

} // namespace

QStringList usualSkfFolders()
{
    QStringList folders { u"/usr/lib"_s, u"/usr/lib64"_s, u"/usr/local/lib"_s, u"/usr/lib/x86_64-linux-gnu"_s,
        u"/usr/lib/aarch64-linux-gnu"_s, u"/usr/lib/loongarch64-linux-gnu"_s };
    if (const auto windows = qEnvironmentVariable("SystemRoot"); !windows.isEmpty())
        folders = { QDir(windows).filePath(u"System32"_s) };
    return folders;
}

QStringList skfLibrariesIn(const QStringList& folders)
{
    QStringList found;
    const auto add = [&found](const QString& path) {
        const auto file = QFileInfo(path).canonicalFilePath();
        if (!file.isEmpty() && !found.contains(file))
            found.append(file);
    };
    for (const auto& folder : folders)
        for (const auto& file : QDir(folder).entryInfoList(knownNames(), QDir::Files))
            add(file.filePath());
    for (const auto& driver : platform::registeredDrivers())
        if (driver.kind == platform::RegisteredDriver::Kind::Skf)
            add(driver.path);
    return found;
}

} // namespace bidseal::environment
