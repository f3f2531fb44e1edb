#include "core/base/platform/LocalPeer.h"

#include "core/base/platform/WindowsSecurity.h"

namespace bidseal::platform {

namespace {

/// The process at the other end; nothing where that is no pipe, or one whose other end is gone.
std::optional<ULONG> peerOf(qintptr socketDescriptor)
{
    const auto pipe = reinterpret_cast<HANDLE>(socketDescriptor);
    DWORD flags = 0;
    ULONG id = 0;
    if (!GetNamedPipeInfo(pipe, &flags, nullptr, nullptr, nullptr))
        return {};
    const bool weServe = (flags & PIPE_SERVER_END) != 0;
    if (!(weServe ? GetNamedPipeClientProcessId(pipe, &id) : GetNamedPipeServerProcessId(pipe, &id)))
        return {};
    return id;
}

} // namespace

QString localServerAddress(const QString& name) { return name; }

bool isPeerOfSameUser(qintptr socketDescriptor)
{
    const auto id = peerOf(socketDescriptor);
    const Handle process(id ? OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, *id) : nullptr);
    if (!process)
        return false;
    const auto peer = userOf(process.get());
    return !peer.isEmpty() && peer == userOf(GetCurrentProcess());
}

void letPeerComeToFront(qintptr socketDescriptor)
{
    if (const auto id = peerOf(socketDescriptor))
        AllowSetForegroundWindow(*id);
}

} // namespace bidseal::platform
