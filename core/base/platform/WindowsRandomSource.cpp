#include "core/base/platform/RandomSource.h"

#include <array>

#include <windows.h>

#include <bcrypt.h>

namespace bidseal::platform {

RandomSource systemRandomSource()
{
    std::array<UCHAR, 16> bytes {};
    const auto status
        = BCryptGenRandom(nullptr, bytes.data(), static_cast<ULONG>(bytes.size()), BCRYPT_USE_SYSTEM_PREFERRED_RNG);
    return status >= 0 ? RandomSource::Ready : RandomSource::NotReady;
}

} // namespace bidseal::platform
