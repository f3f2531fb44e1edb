#include "core/environment/interference/ScreenCaptureCheck.h"

#include "core/environment/interference/KnownPrograms.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(InterferenceChecks)
};

Finding recorders(const QStringList& names)
{
    return warning("recorders", Words::tr("Programs that record the screen are running: {programs}."))
        .means(Words::tr("A recording would hold the documents, and whoever sees it could read along what you type."))
        .todo(Words::tr("End them before you type the PIN."))
        .with({ u"programs"_s, QJsonArray::fromStringList(names) });
}

Finding readers(const QStringList& names)
{
    return passed("readers", Words::tr("The screen is read aloud or enlarged by {programs}, which is welcome here."))
        .with({ u"programs"_s, QJsonArray::fromStringList(names) });
}

Finding unknown()
{
    return couldNotTell("unknown", Words::tr("The system does not say which programs are running."))
        .means(Words::tr("A program could be recording the screen."))
        .todo(Words::tr("Look yourself that no program that records the screen is open."));
}

} // namespace

CheckTraits ScreenCaptureCheck::traits() const
{
    return { .id = "screen-capture", .group = Group::Interference, .cost = Cost::Slow };
}

QString ScreenCaptureCheck::title() const { return Words::tr("Recording of the screen"); }

Finding ScreenCaptureCheck::measure(const Situation&, const Policy&, const std::stop_token&)
{
    const auto processes = platform::runningProcesses();
    if (!processes)
        return unknown();
    std::vector<Finding> findings;
    if (const auto found = knownAmong(*processes, { ProgramKind::ScreenRecorder }); !found.empty())
        findings.push_back(recorders(namesOf(found)));
    if (const auto found = knownAmong(*processes, { ProgramKind::ScreenReader }); !found.empty())
        findings.push_back(readers(namesOf(found)));
    if (findings.empty())
        return passed("none", Words::tr("No known program that records the screen is running."));
    return worstOf(std::move(findings));
}

} // namespace bidseal::environment
