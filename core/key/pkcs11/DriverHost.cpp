#include "core/key/pkcs11/DriverHost.h"

#include "core/base/HostProgram.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::key {

QStringList driverHostNames() { return { u"bidseal-token-host"_s, u"bidseal-token-host32"_s }; }

QString driverHostFor(const QString& modulePath)
{
    QStringList hosts;
    for (const auto& name : driverHostNames())
        hosts.append(hostProgram(name));
    return hostAmong(hosts, modulePath);
}

QString hostAmong(const QStringList& hosts, const QString& modulePath)
{
    const auto module = platform::libraryFormatOf(modulePath);
    const auto fits = [&](const QString& host) {
        const auto program = platform::libraryFormatOf(host);
        return module && program && platform::isForSameMachine(*module, *program);
    };
    const auto found = std::ranges::find_if(hosts, fits);
    return found == hosts.end() ? hosts.first() : *found;
}

platform::LibraryFormat formatOfHostFor(const QString& modulePath)
{
    const auto host = platform::libraryFormatOf(driverHostFor(modulePath));
    // A host that is missing was meant for the same machine as this program.
    return host
        ? *host
        : platform::libraryFormatOf(QCoreApplication::applicationFilePath()).value_or(platform::LibraryFormat {});
}

bool isForAHost(const QString& modulePath)
{
    const auto module = platform::libraryFormatOf(modulePath);
    return !module || platform::isForSameMachine(*module, formatOfHostFor(modulePath));
}

} // namespace bidseal::key
