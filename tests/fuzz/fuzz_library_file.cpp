// Files that say of themselves that they are drivers.
#include "core/base/platform/LibraryFile.h"

using namespace bidseal::platform;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArrayView head(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    for (const qint64 more : { 0, 4096, 1 << 30 })
        if (const auto format = libraryFormat(head, head.size() + more))
            (void)format->machineName();
    return 0;
}
