#include "core/environment/system/SystemVirtualCheck.h"

#include "core/base/platform/SystemInfo.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(SystemChecks)
};

/// How virtual machines give themselves away. Where firmware and hypervisor both speak, the firmware names the product.
struct Trace {
    const char* text;
    const char* product;
};
constexpr std::array kInFirmware {
    Trace { "vmware", "VMware" },
    Trace { "virtualbox", "VirtualBox" },
    Trace { "innotek", "VirtualBox" },
    Trace { "qemu", "QEMU" },
    Trace { "kvm", "KVM" },
    Trace { "virtual machine", "Hyper-V" },
    Trace { "xen", "Xen" },
    Trace { "parallels", "Parallels" },
    Trace { "bochs", "Bochs" },
    Trace { "openstack", "OpenStack" },
    Trace { "amazon ec2", "Amazon EC2" },
    Trace { "alibaba cloud", "Alibaba Cloud" },
    Trace { "tencent cloud", "Tencent Cloud" },
    Trace { "huawei cloud", "Huawei Cloud" },
    Trace { "google compute engine", "Google Compute Engine" },
    Trace { "apple virtualization", "Apple Virtualization" },
    Trace { "bhyve", "bhyve" },
};
/// "Microsoft Hv" is not here: Windows has it on real hardware too.
constexpr std::array kByHypervisor {
    Trace { "kvmkvmkvm", "KVM" },
    Trace { "linux,kvm", "KVM" },
    Trace { "vmwarevmware", "VMware" },
    Trace { "vmware", "VMware" },
    Trace { "vboxvboxvbox", "VirtualBox" },
    Trace { "xenvmmxenvmm", "Xen" },
    Trace { "xen", "Xen" },
    Trace { "tcgtcgtcgtcg", "QEMU" },
    Trace { "prl hyperv", "Parallels" },
    Trace { "lrpepyh", "Parallels" },
    Trace { "bhyve", "bhyve" },
    Trace { "acrn", "ACRN" },
};

template <std::size_t count> QString productIn(const QString& text, const std::array<Trace, count>& traces)
{
    for (const auto& trace : traces)
        if (text.contains(QLatin1StringView(trace.text), Qt::CaseInsensitive))
            return QString::fromLatin1(trace.product);
    return {};
}

QString virtualProduct(const platform::Machine& machine)
{
    const auto product = productIn(machine.maker + u' ' + machine.model, kInFirmware);
    if (!product.isEmpty())
        return product;
    const auto named = productIn(machine.hypervisor, kByHypervisor);
    const bool isWindowsOwn = machine.hypervisor.startsWith(u"Microsoft Hv"_s) && !machine.maker.isEmpty();
    if (!named.isEmpty() || machine.hypervisor.isEmpty() || isWindowsOwn)
        return named;
    return machine.hypervisor;
}

/// Said to everybody who does not work on a plain computer: the UKey is plugged in elsewhere.
QString passThrough()
{
    return Words::tr("Signing works here. A UKey has to be passed through to this system by the program that runs it.");
}

Finding layered(const QString& layer)
{
    return passed("compatibility-layer", Words::tr("This program runs in {layer} on another system."))
        .means(passThrough())
        .with({ u"layer"_s, layer });
}

Finding contained(const QString& container)
{
    return passed("container", Words::tr("This system runs in a container ({container})."))
        .means(passThrough())
        .with({ u"container"_s, container });
}

Finding virtualMachine(const QString& product)
{
    return passed("virtual-machine", Words::tr("This system runs in a virtual machine ({product})."))
        .means(passThrough())
        .with({ u"product"_s, product });
}

Finding both(const QString& product, const QString& container)
{
    return passed("container",
        Words::tr("This system runs in a container ({container}) in a virtual machine "
                  "({product})."))
        .means(passThrough())
        .with({ u"container"_s, container })
        .with({ u"product"_s, product });
}

Finding unknown()
{
    return couldNotTell("unknown", Words::tr("Neither firmware nor processor say whether this is a virtual machine."));
}

} // namespace

CheckTraits SystemVirtualCheck::traits() const { return { .id = "system-virtual", .group = Group::System }; }

QString SystemVirtualCheck::title() const { return Words::tr("Virtual machine or container"); }

Finding SystemVirtualCheck::measure(const Situation&, const Policy&, const std::stop_token&)
{
    const auto machine = platform::machine();
    const auto product = virtualProduct(machine);
    if (!machine.compatibilityLayer.isEmpty())
        return layered(machine.compatibilityLayer);
    if (!machine.container.isEmpty())
        return product.isEmpty() ? contained(machine.container) : both(product, machine.container);
    if (!product.isEmpty())
        return virtualMachine(product);
    return machine.isKnown ? passed("real", Words::tr("There is no sign of a virtual machine or a container."))
                           : unknown();
}

} // namespace bidseal::environment
