#include "core/base/platform/SystemSettings.h"

#include <QDir>

#include <array>
#include <vector>

#include <windows.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

/// Where Windows itself looks for the folder of the hosts file, with the variables in it replaced. Empty where the
/// registry does not say.
QString databaseFolder()
{
    std::vector<wchar_t> text(32'768, L'\0'); // more than any path
    auto bytes = static_cast<DWORD>(text.size() * sizeof(wchar_t));
    const auto read = RegGetValueW(HKEY_LOCAL_MACHINE, L"SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters",
        L"DataBasePath", RRF_RT_REG_SZ, nullptr, text.data(), &bytes);
    return read == ERROR_SUCCESS ? QDir::fromNativeSeparators(QString::fromWCharArray(text.data())) : QString();
}

QString usualFolder()
{
    std::array<wchar_t, MAX_PATH> system {};
    const auto length = GetSystemDirectoryW(system.data(), static_cast<UINT>(system.size()));
    const auto folder = length > 0 && length < system.size() ? QString::fromWCharArray(system.data(), length)
                                                             : u"C:\\Windows\\System32"_s;
    return QDir::fromNativeSeparators(folder) + u"/drivers/etc"_s;
}

} // namespace

QString hostsFile()
{
    const auto moved = databaseFolder();
    return (moved.isEmpty() ? usualFolder() : moved) + u"/hosts"_s;
}

QUrl dateAndTimeSettings() { return QUrl(u"ms-settings:dateandtime"_s); }
QUrl proxySettings() { return QUrl(u"ms-settings:network-proxy"_s); }
QUrl securitySettings() { return QUrl(u"ms-settings:windowsdefender"_s); }

} // namespace bidseal::platform
