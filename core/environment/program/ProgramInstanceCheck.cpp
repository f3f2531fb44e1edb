#include "core/environment/program/ProgramInstanceCheck.h"

#include "core/base/platform/ProcessTree.h"
#include "core/base/platform/Processes.h"
#include "core/key/pkcs11/DriverHost.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(ProgramChecks)
};

using platform::RunningProcess;

constexpr int kDeepest = 64; // generations; a process that took over a number could make a circle
constexpr qsizetype kLinuxNameBytes = 15;

bool isCalled(const RunningProcess& process, const QString& program)
{
    const auto name = process.name.endsWith(u".exe"_s, Qt::CaseInsensitive) ? process.name.chopped(4) : process.name;
    return process.owner == RunningProcess::Owner::ThisUser
        && (name == program || name == program.left(kLinuxNameBytes));
}

bool isBidSeal(const RunningProcess& process)
{
    return isCalled(process, u"bidseal"_s) || isCalled(process, u"bidseal-cli"_s);
}

bool descendsFrom(qint64 process, qint64 ancestor)
{
    std::optional<qint64> at = process;
    for (int i = 0; at && i < kDeepest; ++i, at = platform::parentOf(*at))
        if (*at == ancestor)
            return true;
    return false;
}

bool isOfThisFamily(qint64 process)
{
    const auto own = QCoreApplication::applicationPid();
    return descendsFrom(own, process) || descendsFrom(process, own);
}

std::vector<qint64> otherPrograms(const std::vector<RunningProcess>& processes)
{
    std::vector<qint64> others;
    for (const auto& process : processes)
        if (isBidSeal(process) && !isOfThisFamily(process.id))
            others.push_back(process.id);
    return others;
}

/// Those of them that have started a driver's process.
QJsonArray thoseWithAUKey(const std::vector<qint64>& programs, const std::vector<RunningProcess>& processes)
{
    QJsonArray found;
    for (const auto& process : processes) {
        const auto isThis = [&](const QString& name) { return isCalled(process, name); };
        if (!std::ranges::any_of(key::driverHostNames(), isThis))
            continue;
        const qint64 parent = platform::parentOf(process.id).value_or(0);
        if (std::find(programs.begin(), programs.end(), parent) != programs.end() && !found.contains(parent))
            found.append(parent);
    }
    return found;
}

} // namespace

CheckTraits ProgramInstanceCheck::traits() const { return { .id = "program-instance", .group = Group::Program }; }

QString ProgramInstanceCheck::title() const { return Words::tr("Other BidSeal programs"); }

Finding ProgramInstanceCheck::measure(const Situation&, const Policy&, const std::stop_token&)
{
    const auto processes = platform::runningProcesses();
    if (!processes)
        return couldNotTell("no-list", Words::tr("The system does not say which programs are running."));
    const auto others = otherPrograms(*processes);
    const auto atUKeys = thoseWithAUKey(others, *processes);
    if (!atUKeys.isEmpty())
        return warning("uses-ukey", Words::tr("Another BidSeal of yours is working with a UKey (process {processes})."))
            .means(Words::tr("Two programs at one UKey disturb each other: one asks for a PIN while the other signs, "
                             "and a signature may fail."))
            .todo(Words::tr("Close the other BidSeal, or wait until it is done, then check again."))
            .with({ u"processes"_s, atUKeys });
    if (!others.empty())
        return passed("others-without-ukey",
            Words::tr("Other BidSeal programs of yours are open ({count}); none of them works with a UKey."))
            .with({ u"count"_s, static_cast<qint64>(others.size()) });
    return passed("only-one", Words::tr("No other BidSeal of yours is running."));
}

} // namespace bidseal::environment
