#include "core/environment/system/SystemProtectionCheck.h"

#include "core/base/platform/SystemSettings.h"

#include <QCoreApplication>

namespace bidseal::environment {

namespace {

using platform::Protection;

class Words {
    Q_DECLARE_TR_FUNCTIONS(SystemChecks)
};

Finding advised(Finding finding)
{
    const auto text = Words::tr("Make sure in Windows Security that this protection is on, unless a product that does "
                                "not register there provides it.");
    const auto link = platform::securitySettings();
    return link.isEmpty() ? std::move(finding).todo(text) : std::move(finding).todoAt(text, link);
}

Finding antivirusConcern(Finding finding)
{
    return advised(std::move(finding).means(
        Words::tr("An antivirus keeps out programs that read the PIN or change what is signed. Signing works without "
                  "it.")));
}

Finding firewallConcern(Finding finding)
{
    return advised(std::move(finding).means(
        Words::tr("A firewall keeps out whoever attacks this computer over the network. Signing works without it.")));
}

Finding antivirusFinding(Protection antivirus)
{
    switch (antivirus) {
    case Protection::On:
        return passed("antivirus-on", Words::tr("Windows Security reports that the antivirus is on."));
    case Protection::Paused:
        return antivirusConcern(
            warning("antivirus-paused", Words::tr("Windows Security reports that the antivirus is paused.")));
    case Protection::Poor:
        return antivirusConcern(warning("antivirus-poor",
            Words::tr("Windows Security reports that the antivirus is off, out of date or in need of attention.")));
    case Protection::Unknown:
        return antivirusConcern(
            couldNotTell("antivirus-unknown", Words::tr("Windows Security does not say whether an antivirus is on.")));
    }
    Q_UNREACHABLE();
}

Finding firewallFinding(Protection firewall)
{
    switch (firewall) {
    case Protection::On:
        return passed("firewall-on", Words::tr("Windows Security reports that the firewall is on."));
    case Protection::Paused:
        return firewallConcern(
            warning("firewall-paused", Words::tr("Windows Security reports that the firewall is paused.")));
    case Protection::Poor:
        return firewallConcern(warning(
            "firewall-poor", Words::tr("Windows Security reports that the firewall is off or in need of attention.")));
    case Protection::Unknown:
        return firewallConcern(
            couldNotTell("firewall-unknown", Words::tr("Windows Security does not say whether a firewall is on.")));
    }
    Q_UNREACHABLE();
}

} // namespace

Finding protectionFinding(const std::optional<platform::SecurityCenter>& center)
{
    if (!center)
        return notApplicable("no-security-center", Words::tr("This system has no Security Center to ask."));
    if (center->antivirus == Protection::On && center->firewall == Protection::On)
        return passed("on", Words::tr("Windows Security reports that antivirus and firewall are on."));
    return worstOf({ antivirusFinding(center->antivirus), firewallFinding(center->firewall) });
}

CheckTraits SystemProtectionCheck::traits() const
{
    return { .id = "system-protection", .group = Group::System, .platforms = Platform::Windows };
}

QString SystemProtectionCheck::title() const { return Words::tr("Antivirus and firewall"); }

Finding SystemProtectionCheck::measure(const Situation&, const Policy&, const std::stop_token&)
{
    return protectionFinding(platform::securityCenter());
}

} // namespace bidseal::environment
