#include "core/key/pkcs11/InstalledModules.h"

#include "core/base/platform/InstalledDrivers.h"
#include "core/base/platform/LibraryFile.h"
#include "core/key/pkcs11/DriverHost.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::key {

namespace {

/// One `*.module` file: "name: value" lines, comments start with #.
QHash<QString, QString> readModuleFile(const QString& path)
{
    QFile file(path);
    QHash<QString, QString> values;
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return values;
    for (const auto& line : file.read(64 * 1024).split('\n')) {
        const auto text = QString::fromUtf8(line).trimmed();
        const auto colon = text.indexOf(u':');
        if (colon > 0 && !text.startsWith(u'#'))
            values.insert(text.left(colon).trimmed(), text.mid(colon + 1).trimmed());
    }
    return values;
}

/// Windows' CSPs that are PKCS#11 modules at the same time, as those of Chinese makers often are.
QStringList modulesAmongProviders()
{
    QStringList paths;
    for (const auto& driver : platform::registeredDrivers())
        if (driver.kind == platform::RegisteredDriver::Kind::CryptoProvider && isForAHost(driver.path)
            && platform::namesFunction(driver.path, "C_GetFunctionList"))
            paths.append(driver.path);
    return paths;
}

/// Makers install the same driver for programs of 64 and of 32 bits. One of them is enough, and the first is the better
/// one; two would show each key twice.
QStringList foundModules()
{
    QStringList modules;
    for (const auto& path : platform::usualDriverFiles() + modulesAmongProviders()) {
        const auto isTwin = std::ranges::any_of(modules, [&](const QString& other) {
            return QFileInfo(other).fileName().compare(QFileInfo(path).fileName(), Qt::CaseInsensitive) == 0;
        });
        if (QFileInfo(path).isFile() && !isTwin)
            modules.append(path);
    }
    return modules;
}

QStringList systemModules()
{
    return registeredModules(platform::driverRecordFolders(), QStringLiteral(BIDSEAL_P11KIT_MODULES)) + foundModules();
}

} // namespace

QStringList registeredModules(const QStringList& configurationFolders, const QString& moduleFolder)
{
    QMap<QString, QString> modules;
    for (const auto& folder : configurationFolders) {
        for (const auto& file : QDir(folder).entryInfoList({ u"*.module"_s }, QDir::Files)) {
            const auto values = readModuleFile(file.filePath());
            const auto module = values.value(u"module"_s);
            if (module.isEmpty() || values.value(u"trust-policy"_s) == "yes"_L1)
                modules.remove(file.fileName());
            else
                modules.insert(file.fileName(), QDir(moduleFolder).absoluteFilePath(module));
        }
    }
    return modules.values();
}

QStringList installedModules()
{
    QStringList modules;
    for (const auto& path : systemModules()) {
        const QFileInfo file(path);
        // Two names of one file would list each key twice.
        if (file.isFile() && !modules.contains(file.canonicalFilePath()))
            modules.append(file.canonicalFilePath());
    }
    return modules;
}

} // namespace bidseal::key
