#include "core/base/platform/Hypervisor.h"

#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>
#endif

namespace bidseal::platform {

QString hypervisorSignature()
{
#if defined(__x86_64__) || defined(__i386__)
    constexpr unsigned kHasHypervisor = 1U << 31;
    constexpr unsigned kHypervisorLeaf = 0x40000000;
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & kHasHypervisor) == 0)
        return {};
    __cpuid(kHypervisorLeaf, a, b, c, d);
    QString signature;
    for (const unsigned part : { b, c, d })
        for (unsigned shift = 0; shift < 32; shift += 8)
            signature += QLatin1Char(static_cast<char>((part >> shift) & 0xff));
    signature.remove(QChar(u'\0'));
    return signature.isEmpty() ? QStringLiteral("hypervisor") : signature;
#else
    return {};
#endif
}

} // namespace bidseal::platform
