// A signature's content from a stranger.
#include "core/cms/SignedData.h"

using namespace bidseal;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray contents(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    (void)cms::inspect(contents, [](const QString&) { return Result<QByteArray>(QByteArray(32, '\x5a')); });
    return 0;
}
