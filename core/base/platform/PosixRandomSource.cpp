#include "core/base/platform/RandomSource.h"

#include <array>
#include <cerrno>

#ifdef __linux__
#include <sys/random.h>
#endif

namespace bidseal::platform {

RandomSource systemRandomSource()
{
#ifdef __linux__
    // getrandom(2): EAGAIN until the pool was filled once since the start, which takes minutes in some virtual
    // machines.
    std::array<char, 16> bytes {};
    if (getrandom(bytes.data(), bytes.size(), GRND_NONBLOCK) == static_cast<ssize_t>(bytes.size()))
        return RandomSource::Ready;
    return errno == EAGAIN ? RandomSource::NotReady : RandomSource::Unknown;
#else
    return RandomSource::Unknown;
#endif
}

} // namespace bidseal::platform
