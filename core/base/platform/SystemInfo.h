#pragma once

#include <QString>
#include <QStringList>

#include <optional>

/// Everything in which the platforms differ about what they are and what they run on.
namespace bidseal::platform {

enum class SystemFamily { Linux, Windows };
[[nodiscard]] SystemFamily systemFamily();

struct OperatingSystem {
    QString id; ///< "debian", as os-release says; "windows"
    QString version; ///< "12"; Windows: the build, "19045". Empty where the system has none (Debian's testing).
    QString name; ///< for people
    QString build; ///< as exactly as the system tells: the kernel's release; Windows: "10.0.19045.4529"
};
/// Nothing where the system does not say what it is.
[[nodiscard]] std::optional<OperatingSystem> operatingSystem();

struct Architecture {
    int programBits = 0;
    int systemBits = 0;
    QString program; ///< "x86_64": what this program was built for
    QString emulator; ///< who runs it on a processor of another kind; empty: nobody has to
};
[[nodiscard]] Architecture architecture();

/// What can be known about whether this is a computer of its own.
struct Machine {
    QString maker, model; ///< as its firmware says; a virtual machine's firmware tells its product
    QString hypervisor; ///< see hypervisorSignature
    QString container; ///< "docker"; empty: none is seen
    QString compatibilityLayer; ///< "Wine", "WSL"; empty: the system is what it says
    bool isKnown = false; ///< firmware or processor said anything at all
};
[[nodiscard]] Machine machine();

/// Whether the system waits for a restart to put updates into force.
[[nodiscard]] bool isRestartDue();

} // namespace bidseal::platform
