#include "core/key/pkcs11/InstalledModules.h"

#include "core/base/platform/InstalledDrivers.h"
#include "core/base/platform/LibraryFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QStandardPaths>

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

#ifdef Q_OS_WIN

/// A file below a folder that an environment variable names. Which of them are there decides; a name alone loads
/// nothing.
struct KnownPlace {
    const char* folderVariable;
    const char* path;
};

constexpr KnownPlace kKnownPlaces[] {
    { "SystemRoot", "System32/ShuttleCsp11_3003.dll" }, // Feitian ePass3003
    { "SystemRoot", "System32/eps2003csp11.dll" }, // Feitian ePass2003
    { "SystemRoot", "System32/ShuttleCsp11_3000GM.dll" }, // Feitian ePass3000GM
    { "SystemRoot", "System32/gm3000_pkcs11.dll" }, // Longmai GM3000
    { "SystemRoot", "System32/CryptoIDA_pkcs11.dll" }, // Longmai mToken CryptoID
    { "SystemRoot", "System32/WDPKCS.dll" }, // WatchData
    { "SystemRoot", "System32/eTPKCS11.dll" }, // SafeNet eToken
    { "ProgramFiles", "OpenSC Project/OpenSC/pkcs11/opensc-pkcs11.dll" }, // OpenSC: cards of many makers
    { "ProgramFiles", "Yubico/Yubico PIV Tool/bin/libykcs11.dll" }, // YubiKey
};

/// CSPs that are PKCS#11 modules at the same time, as those of Chinese makers often are, built for such programs as
/// this.
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
    QStringList paths;
    for (const auto& place : kKnownPlaces) {
        const auto folder = qEnvironmentVariable(place.folderVariable);
        if (!folder.isEmpty())
            paths.append(QDir(folder).filePath(QString::fromLatin1(place.path)));
    }
    return paths + modulesAmongProviders();
}

#else

/// Drivers whose installers know no p11-kit.
constexpr const char* kKnownPlaces[] {
    "/usr/lib/libeToken.so", // SafeNet eToken
    "/usr/lib/libeTPkcs11.so",
    "/usr/lib/libcastle.so.1.0.0", // Feitian ePass2003
    "/usr/lib64/libcastle.so.1.0.0",
    "/usr/lib/x86_64-linux-gnu/libykcs11.so", // YubiKey
};

QStringList systemModules()
{
    const auto own = QStandardPaths::writableLocation(QStandardPaths::ConfigLocation) + u"/pkcs11/modules"_s;
    auto paths = registeredModules(
        { u"/usr/share/p11-kit/modules"_s, u"/etc/pkcs11/modules"_s, own }, QStringLiteral(BIDSEAL_P11KIT_MODULES));
    for (const auto* place : kKnownPlaces)
        paths.append(QString::fromLatin1(place));
    return paths;
}

#endif

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
