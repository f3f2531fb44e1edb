#include "core/environment/interference/TracerCheck.h"

#include "core/base/platform/Tracing.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(InterferenceChecks)
};

Finding attached(const platform::Tracer& tracer)
{
    const auto meaning
        = Words::tr("Such a program reads everything here, the PIN included, and may change what is signed.");
    if (tracer.name.isEmpty()) {
        return failed("attached", Words::tr("A debugger is attached to this program."))
            .means(meaning)
            .todo(Words::tr("End the debugger and start BidSeal again."));
    }
    return failed("attached", Words::tr("A debugger is attached to this program: {tracer}."))
        .means(meaning)
        .todo(Words::tr("End the program {tracer} and start BidSeal again."))
        .with({ u"tracer"_s, tracer.name });
}

Finding unknown()
{
    return couldNotTell("unknown", Words::tr("The system does not say whether a debugger is attached to this program."))
        .means(Words::tr("A debugger could read the PIN and change what is signed."))
        .todo(Words::tr("If nobody examines programs on this computer, go on; otherwise ask whoever looks after it."));
}

} // namespace

CheckTraits TracerCheck::traits() const { return { .id = "tracer", .group = Group::Interference }; }

QString TracerCheck::title() const { return Words::tr("Debuggers"); }

Finding TracerCheck::measure(const Situation&, const Policy&, const std::stop_token&)
{
    const auto tracing = platform::tracing();
    if (tracing.tracer)
        return attached(*tracing.tracer);
    return tracing.isKnown ? passed("none", Words::tr("No debugger is attached to this program.")) : unknown();
}

} // namespace bidseal::environment
