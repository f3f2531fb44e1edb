#include "core/environment/system/SystemUpdatesCheck.h"

#include "core/base/ShownTime.h"
#include "core/base/platform/SystemInfo.h"
#include "core/base/platform/UpdateAgent.h"
#include "core/environment/system/AptUpdates.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(SystemChecks)
};

constexpr int kListsCountDays = 30;
constexpr auto kAptLimit = 6'500ms; // below the check's own, so that apt ends with it
const auto kAptFolder = u"/var/lib/apt"_s;

Finding updatesWait()
{
    return warning("updates-wait", Words::tr("Security updates wait to be installed: {security}."))
        .means(Words::tr("They close holes that are publicly known. Signing works without them."))
        .todo(Words::tr("Install the updates when no deadline is near, and restart the computer."));
}

Finding upToDate() { return passed("up-to-date", Words::tr("No security update waits to be installed.")); }

Finding restartIsDue()
{
    return warning("restart-due", Words::tr("Updates are installed, but the system waits for a restart."))
        .means(Words::tr("Until then the old version goes on running, with the holes that were closed."))
        .todo(Words::tr("Save your work and restart the computer before signing, if the deadline allows it."));
}

Finding noLists()
{
    return couldNotTell("no-lists", Words::tr("This computer has never fetched the list of updates."))
        .means(Words::tr("Whether security updates are missing is not known."))
        .todo(Words::tr("Have the system look for updates (Software or “apt update”), then check again."));
}

Finding oldLists(const QDateTime& from)
{
    return couldNotTell("old-lists", Words::tr("The list of updates on this computer is old: it is from {listsFrom}."))
        .means(Words::tr("Whether security updates have come out since then is not known."))
        .todo(Words::tr("Have the system look for updates (Software or “apt update”), then check again."))
        .with({ u"listsFrom"_s, from.toUTC().toString(Qt::ISODate), Privacy::Public, shownDay(from) });
}

Finding noSecurityArchive()
{
    return couldNotTell(
        "no-security-archive", Words::tr("This system's package sources do not say which updates are for security."))
        .means(Words::tr("Whether security updates are missing is not known."))
        .todo(Words::tr("Install all updates that the system offers when no deadline is near."));
}

Finding noAnswer()
{
    return couldNotTell("no-answer", Words::tr("The system's own updater did not say which updates are missing."))
        .means(Words::tr("Whether security updates are missing is not known."))
        .todo(Words::tr("Look for updates in the system's own settings."));
}

Finding nobodyToAsk()
{
    return couldNotTell("nobody-to-ask", Words::tr("BidSeal does not know how to ask this system for its updates."))
        .means(Words::tr("Whether security updates are missing is not known."))
        .todo(Words::tr("Look for updates in the system's own settings."));
}

Finding counted(int security, int all)
{
    auto finding = security > 0 ? updatesWait() : upToDate();
    return std::move(finding).with({ u"security"_s, security }).with({ u"all"_s, all });
}

Finding updatesOfApt(const std::stop_token& stop)
{
    const auto from = packageListsFrom(kAptFolder);
    if (!from.isValid())
        return noLists();
    if (from.daysTo(QDateTime::currentDateTime()) > kListsCountDays)
        return oldLists(from);
    if (!listSecurityArchive(kAptFolder))
        return noSecurityArchive();
    const auto updates = askApt(kAptLimit, stop);
    if (!updates)
        return noAnswer();
    return counted(static_cast<int>(updates->security.size()), updates->all)
        .with({ u"packages"_s, QJsonArray::fromStringList(updates->security) });
}

Finding missingUpdates(const std::stop_token& stop)
{
    if (isAptInstalled())
        return updatesOfApt(stop);
    const auto answer = platform::askUpdateAgent();
    if (!answer.isThere)
        return nobodyToAsk();
    if (answer.daysSinceSearch > kListsCountDays)
        return oldLists(QDateTime::currentDateTime().addDays(-answer.daysSinceSearch));
    return answer.waiting ? counted(answer.waiting->security, answer.waiting->all) : noAnswer();
}

} // namespace

CheckTraits SystemUpdatesCheck::traits() const
{
    return { .id = "system-updates",
        .group = Group::System,
        .cost = Cost::Slow,
        .isolation = Isolation::OwnProcess,
        .limit = 8'000ms };
}

QString SystemUpdatesCheck::title() const { return Words::tr("Security updates"); }

Finding SystemUpdatesCheck::measure(const Situation&, const Policy&, const std::stop_token& stop)
{
    auto updates = missingUpdates(stop);
    if (!platform::isRestartDue())
        return updates;
    // A restart that is due is known for sure, so it comes before what could not be told.
    std::vector<Finding> both;
    if (updates.outcome == Outcome::Warning)
        both.push_back(std::move(updates));
    both.push_back(restartIsDue());
    return worstOf(std::move(both));
}

} // namespace bidseal::environment
