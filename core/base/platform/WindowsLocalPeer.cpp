#include "core/base/platform/LocalPeer.h"

#include "core/base/platform/WindowsSecurity.h"

namespace bidseal::platform {

bool isPeerOfSameUser(qintptr socketDescriptor)
{
    const auto pipe = reinterpret_cast<HANDLE>(socketDescriptor);
    DWORD flags = 0;
    ULONG id = 0;
    if (!GetNamedPipeInfo(pipe, &flags, nullptr, nullptr, nullptr))
        return false;
    const bool weServe = (flags & PIPE_SERVER_END) != 0;
    if (!(weServe ? GetNamedPipeClientProcessId(pipe, &id) : GetNamedPipeServerProcessId(pipe, &id)))
        return false;
    const Handle process(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, id));
    if (!process)
        return false;
    const auto peer = userOf(process.get());
    return !peer.isEmpty() && peer == userOf(GetCurrentProcess());
}

} // namespace bidseal::platform
