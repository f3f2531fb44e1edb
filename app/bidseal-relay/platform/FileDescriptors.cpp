#include "app/bidseal-relay/platform/FileDescriptors.h"

#include <sys/resource.h>

namespace bidseal::relay::service::platform {

std::size_t raiseFileDescriptorLimit()
{
    rlimit limit {};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    if (limit.rlim_cur == limit.rlim_max)
        return limit.rlim_cur;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur;
}

} // namespace bidseal::relay::service::platform
