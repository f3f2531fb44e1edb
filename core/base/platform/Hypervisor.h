#pragma once

#include <QString>

namespace bidseal::platform {

/// How the hypervisor beneath this system names itself to the processor's CPUID ("KVMKVMKVM", "Microsoft Hv"); empty
/// without one, and on processors without CPUID. Windows with its own core isolation has one on real hardware too.
[[nodiscard]] QString hypervisorSignature();

} // namespace bidseal::platform
