#include "core/environment/system/SystemVersionCheck.h"

#include "core/base/platform/SystemInfo.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(SystemChecks)
};

/// Enough to plan a new system without a hurry.
constexpr int kNoticeDays = 90;

Finding ended()
{
    return failed("ended", Words::tr("{name} is no longer mended by its maker, since {until}."))
        .means(Words::tr("Holes found since then stay open, and programs that make use of them can reach the PIN and "
                         "what is signed."))
        .todo(Words::tr("Have the system upgraded to a newer version, or sign on a newer computer."));
}

Finding endsSoon()
{
    return warning("ends-soon", Words::tr("{name} is mended by its maker only until {until}."))
        .means(Words::tr("After that day, holes stay open. Signing goes on working."))
        .todo(Words::tr("Plan the upgrade to a newer version before that day."));
}

Finding supported() { return passed("supported", Words::tr("{name} is mended by its maker until {until}.")); }

Finding notListed()
{
    return couldNotTell("not-listed", Words::tr("How long {name} is mended by its maker is not known here."))
        .means(Words::tr("That is no reason for worry: only systems on BidSeal's list can be judged."))
        .todo(Words::tr("Ask whoever looks after this computer whether the system still gets security updates."));
}

Finding judged(const SupportedSystem& system, const QDate& today)
{
    auto finding = supported();
    if (today > system.until)
        finding = ended();
    else if (today.daysTo(system.until) < kNoticeDays)
        finding = endsSoon();
    return std::move(finding).with({ u"until"_s, system.until.toString(Qt::ISODate) });
}

const SupportedSystem* entryFor(const platform::OperatingSystem& system, const Policy& policy)
{
    const auto entry = std::find_if(policy.supportedSystems.begin(), policy.supportedSystems.end(),
        [&system](const SupportedSystem& known) { return known.id == system.id && known.version == system.version; });
    return entry == policy.supportedSystems.end() ? nullptr : &*entry;
}

} // namespace

CheckTraits SystemVersionCheck::traits() const { return { .id = "system-version", .group = Group::System }; }

QString SystemVersionCheck::title() const { return Words::tr("Version of the operating system"); }

Finding SystemVersionCheck::measure(const Situation&, const Policy& policy, const std::stop_token&)
{
    const auto system = platform::operatingSystem();
    if (!system) {
        return couldNotTell("unknown", Words::tr("The system does not say which one it is."))
            .means(Words::tr("Whether its maker still mends it is not known."))
            .todo(Words::tr("Ask whoever looks after this computer whether the system still gets security updates."));
    }
    const auto* entry = entryFor(*system, policy);
    auto finding = entry ? judged(*entry, QDate::currentDate()) : notListed();
    return std::move(finding)
        .with({ u"name"_s, entry ? entry->name : system->name })
        .with({ u"id"_s, system->id })
        .with({ u"version"_s, system->version })
        .with({ u"build"_s, system->build })
        .with({ u"architecture"_s, platform::architecture().program });
}

} // namespace bidseal::environment
