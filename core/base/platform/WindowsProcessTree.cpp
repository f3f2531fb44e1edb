#include "core/base/platform/ProcessTree.h"

#include <windows.h>

#include <tlhelp32.h>

namespace bidseal::platform {

std::optional<qint64> parentOf(qint64 processId)
{
    const HANDLE snapshot = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    if (snapshot == INVALID_HANDLE_VALUE)
        return {};
    std::optional<qint64> parent;
    PROCESSENTRY32W entry {};
    entry.dwSize = sizeof entry;
    for (BOOL more = Process32FirstW(snapshot, &entry); more && !parent; more = Process32NextW(snapshot, &entry)) {
        if (static_cast<qint64>(entry.th32ProcessID) == processId && entry.th32ParentProcessID != 0)
            parent = static_cast<qint64>(entry.th32ParentProcessID);
    }
    CloseHandle(snapshot);
    return parent;
}

} // namespace bidseal::platform
