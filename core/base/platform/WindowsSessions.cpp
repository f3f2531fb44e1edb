#include "core/base/platform/Sessions.h"

#include <windows.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

/// With a virtual graphics card SM_REMOTESESSION says no; then the session is remote that is not the glass's.
/// https://learn.microsoft.com/windows/win32/termserv/detecting-the-terminal-services-environment
bool isAwayFromGlass()
{
    DWORD glass = 0;
    DWORD own = 0;
    DWORD size = sizeof glass;
    const bool isTold = RegGetValueW(HKEY_LOCAL_MACHINE, L"SYSTEM\\CurrentControlSet\\Control\\Terminal Server",
                            L"GlassSessionId", RRF_RT_REG_DWORD, nullptr, &glass, &size)
        == ERROR_SUCCESS;
    return isTold && ProcessIdToSessionId(GetCurrentProcessId(), &own) && own != glass;
}

} // namespace

std::optional<LoginSession> loginSession()
{
    LoginSession session;
    session.isRemote = GetSystemMetrics(SM_REMOTESESSION) != 0 || isAwayFromGlass();
    session.isControlled = GetSystemMetrics(SM_REMOTECONTROL) != 0;
    if (session.isRemote)
        session.client = qEnvironmentVariable("CLIENTNAME");
    return session;
}

} // namespace bidseal::platform
