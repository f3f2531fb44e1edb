#include "core/key/pkcs11/InstalledModules.h"

#include "core/base/platform/InstalledDrivers.h"
#include "core/base/platform/LibraryFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>

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

/// Windows' CSPs that are PKCS#11 modules at the same time, as those of Chinese makers often are, built for such
/// programs as this.
QStringList modulesAmongProviders()
{
    QStringList paths;
    const auto own = platform::libraryFormatOf(QCoreApplication::applicationFilePath());
    for (const auto& driver : platform::registeredDrivers()) {
        const auto format = platform::libraryFormatOf(driver.path);
        if (driver.kind == platform::RegisteredDriver::Kind::CryptoProvider && format && own
            && platform::isForSameMachine(*format, *own) && platform::namesFunction(driver.path, "C_GetFunctionList"))
            paths.append(driver.path);
    }
    return paths;
}

QStringList systemModules()
{
    return registeredModules(platform::driverRecordFolders(), QStringLiteral(BIDSEAL_P11KIT_MODULES))
        + platform::usualDriverFiles() + modulesAmongProviders();
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
