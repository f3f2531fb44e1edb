// A key's address as somebody typed it.
#include "core/key/pkcs11/KeyUri.h"

#include <cstdlib>

using namespace bidseal::key;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto uri
        = KeyUri::parse(QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (!uri)
        return 0;
    const auto again = KeyUri::parse(uri->toString());
    if (!again || again->toString() != uri->toString())
        std::abort(); // it names the same key, however often it is written down
    return 0;
}
