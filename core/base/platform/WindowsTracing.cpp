#include "core/base/platform/Tracing.h"

#include <windows.h>

namespace bidseal::platform {

Tracing tracing()
{
    Tracing result;
    // The first asks this process's own memory, which a debugger likes to change; the second asks the kernel.
    BOOL isAttached = FALSE;
    result.isKnown = CheckRemoteDebuggerPresent(GetCurrentProcess(), &isAttached) != FALSE;
    if (isAttached || IsDebuggerPresent()) {
        result.isKnown = true;
        result.tracer = Tracer {};
    }
    return result;
}

} // namespace bidseal::platform
