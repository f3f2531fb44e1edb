#include "core/environment/system/SystemArchitectureCheck.h"

#include "core/base/platform/SystemInfo.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(SystemChecks)
};

Finding emulated()
{
    return warning("emulated", Words::tr("This program was built for {architecture} and is run by an emulator here."))
        .means(Words::tr("It is slower, and drivers of UKeys made for this computer's processor cannot be loaded."))
        .todo(Words::tr("Install the version of BidSeal for this computer's processor."));
}

Finding smallProgram()
{
    return warning("small-program", Words::tr("This is the 32-bit version of the program on a 64-bit system."))
        .means(Words::tr("64-bit drivers of UKeys cannot be loaded, and large documents may not fit into memory."))
        .todo(Words::tr("Install the 64-bit version of BidSeal."));
}

Finding smallSystem() { return passed("small-system", Words::tr("Program and system have 32 bits.")); }

Finding native() { return passed("native", Words::tr("Program and system have 64 bits ({architecture}).")); }

Finding judged(const platform::Architecture& architecture)
{
    if (!architecture.emulator.isEmpty())
        return emulated();
    if (architecture.programBits < architecture.systemBits)
        return smallProgram();
    return architecture.systemBits == 64 ? native() : smallSystem();
}

} // namespace

CheckTraits SystemArchitectureCheck::traits() const { return { .id = "system-architecture", .group = Group::System }; }

QString SystemArchitectureCheck::title() const { return Words::tr("Processor and program"); }

Finding SystemArchitectureCheck::measure(const Situation&, const Policy&, const std::stop_token&)
{
    const auto architecture = platform::architecture();
    return judged(architecture)
        .with({ u"architecture"_s, architecture.program })
        .with({ u"programBits"_s, architecture.programBits })
        .with({ u"systemBits"_s, architecture.systemBits })
        .with({ u"emulator"_s, QFileInfo(architecture.emulator).fileName() });
}

} // namespace bidseal::environment
