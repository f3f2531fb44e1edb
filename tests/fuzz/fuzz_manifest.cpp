// The list of a release's files, before anybody has looked at its signature.
#include "core/environment/program/Manifest.h"

#include <cstdlib>

using namespace bidseal::environment;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto manifest = readManifest(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (!manifest)
        return 0;
    for (const auto& entry : manifest->entries) {
        const bool leavesTheFolder
            = entry.path.startsWith(u'/') || entry.path.split(u'/').contains(QStringLiteral(".."));
        if (leavesTheFolder || entry.sha256.size() != 32)
            std::abort();
    }
    return 0;
}
