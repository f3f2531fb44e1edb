#include "core/base/platform/SecurityCenter.h"

#include "core/base/platform/WindowsSecurity.h"

#include <versionhelpers.h>

namespace bidseal::platform {

namespace {

// mingw has no wscapi.h.
constexpr DWORD kFirewall = 1; // WSC_SECURITY_PROVIDER_FIREWALL
constexpr DWORD kAntivirus = 4; // WSC_SECURITY_PROVIDER_ANTIVIRUS
enum Health : int { Good, NotMonitored, Poor, Snooze }; // WSC_SECURITY_PROVIDER_HEALTH
using GetHealth = HRESULT(WINAPI*)(DWORD, Health*);

Protection protectionBy(GetHealth getHealth, DWORD provider)
{
    auto health = NotMonitored;
    // S_FALSE comes with "poor" while the service does not run, as in the first minutes after Windows has started.
    if (getHealth(provider, &health) != S_OK)
        return Protection::Unknown;
    switch (health) {
    case Good:
        return Protection::On;
    case Poor:
        return Protection::Poor;
    case Snooze:
        return Protection::Paused;
    case NotMonitored:
        break;
    }
    return Protection::Unknown;
}

} // namespace

std::optional<SecurityCenter> securityCenter()
{
    const auto getHealth = systemFunction<GetHealth>(L"wscapi.dll", "WscGetSecurityProviderHealth");
    if (!getHealth || IsWindowsServer()) // a server may have the library, but not the service
        return {};
    return SecurityCenter { protectionBy(getHealth, kAntivirus), protectionBy(getHealth, kFirewall) };
}

} // namespace bidseal::platform
