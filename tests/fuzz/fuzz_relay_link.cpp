// What a camera has read, or somebody has pasted: a code's link, and a relay's address.
#include "core/relay/Link.h"

#include <cstdlib>

using namespace bidseal::relay;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto link = Link::parse(text); link && link->text() != text)
        std::abort(); // a link has one form only
    const auto origin = Origin::parse(text);
    if (!origin)
        return 0;
    (void)origin->shown();
    const auto again = Origin::parse(QString::fromLatin1(origin->ascii()));
    if (!again || *again != *origin || origin->ascii().size() > 64)
        std::abort();
    return 0;
}
