#include "core/base/platform/Assignments.h"
#include "core/base/platform/BinaryFormats.h"
#include "core/base/platform/Hypervisor.h"
#include "core/base/platform/SystemInfo.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>

#include <sys/utsname.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString lineOf(const QString& path) { return QString::fromUtf8(contentOf(path)).trimmed(); }

utsname kernel()
{
    utsname names {};
    ::uname(&names);
    return names;
}

QString emulatorOfThisProgram()
{
    QFile program(u"/proc/self/exe"_s);
    if (!program.open(QIODevice::ReadOnly))
        return {};
    constexpr qint64 kLongestMagic = 256;
    const auto start = program.read(kLongestMagic);
    const QDir registrations(u"/proc/sys/fs/binfmt_misc"_s);
    for (const auto& name : registrations.entryList(QDir::Files)) {
        const auto interpreter = interpreterFor(start, contentOf(registrations.filePath(name)));
        if (!interpreter.isEmpty())
            return interpreter;
    }
    return {};
}

/// The signs that container programs leave on purpose (systemd's container interface), then those that happen to be
/// there.
QString containerAround()
{
    const auto told = lineOf(u"/run/systemd/container"_s);
    if (!told.isEmpty())
        return told;
    if (const auto variable = qEnvironmentVariable("container"); !variable.isEmpty())
        return variable;
    if (QFile::exists(u"/run/.containerenv"_s))
        return u"podman"_s;
    if (QFile::exists(u"/.dockerenv"_s))
        return u"docker"_s;
    const auto groups = contentOf(u"/proc/1/cgroup"_s);
    for (const auto* name : { "kubepods", "docker", "libpod", "lxc" })
        if (groups.contains('/' + QByteArray(name)))
            return QString::fromLatin1(name);
    return QFile::exists(u"/proc/vz"_s) && !QFile::exists(u"/proc/bc"_s) ? u"openvz"_s : QString();
}

} // namespace

SystemFamily systemFamily() { return SystemFamily::Linux; }

std::optional<OperatingSystem> operatingSystem()
{
    auto values = assignments(contentOf(u"/etc/os-release"_s));
    if (values.isEmpty())
        values = assignments(contentOf(u"/usr/lib/os-release"_s));
    if (values.value(u"ID"_s).isEmpty())
        return {};
    const auto name = values.value(u"PRETTY_NAME"_s, values.value(u"NAME"_s, values[u"ID"_s]));
    return OperatingSystem { values[u"ID"_s], values.value(u"VERSION_ID"_s), name,
        QString::fromUtf8(kernel().release) };
}

Architecture architecture()
{
    Architecture result;
    result.programBits = static_cast<int>(sizeof(void*) * 8);
    result.program = QSysInfo::buildCpuArchitecture();
    // A 64-bit system may call itself a 32-bit one to a program (personality(2)), but cannot be one beneath 64 bits.
    const auto kind = QString::fromLatin1(kernel().machine);
    result.systemBits = result.programBits == 64 || kind.contains(u"64"_s) || kind == u"s390x"_s ? 64 : 32;
    result.emulator = emulatorOfThisProgram();
    return result;
}

Machine machine()
{
    Machine result;
    result.maker = lineOf(u"/sys/class/dmi/id/sys_vendor"_s);
    result.model = lineOf(u"/sys/class/dmi/id/product_name"_s);
    result.hypervisor = hypervisorSignature();
    // Processors without CPUID: the device tree of a virtual machine names its hypervisor.
    if (result.hypervisor.isEmpty())
        result.hypervisor = lineOf(u"/proc/device-tree/hypervisor/compatible"_s).remove(QChar(u'\0'));
    result.container = containerAround();
    if (QByteArray(kernel().release).toLower().contains("microsoft"))
        result.compatibilityLayer = u"WSL"_s;
    const auto processor = contentOf(u"/proc/cpuinfo"_s);
    result.isKnown = !result.maker.isEmpty() || !result.hypervisor.isEmpty() || processor.contains("vendor_id");
    return result;
}

bool isRestartDue() { return QFile::exists(u"/run/reboot-required"_s) || QFile::exists(u"/var/run/reboot-required"_s); }

} // namespace bidseal::platform
