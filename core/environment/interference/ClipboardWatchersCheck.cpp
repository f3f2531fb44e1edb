#include "core/environment/interference/ClipboardWatchersCheck.h"

#include "core/base/platform/ClipboardHistory.h"
#include "core/environment/interference/KnownPrograms.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(InterferenceChecks)
};

QString whatIsCopied()
{
    return Words::tr("If you copy the link for signing with a phone, it stays there, and others may read it.");
}

QString scanInstead() { return Words::tr("Scan the QR code with the phone instead of copying the link."); }

Finding managers(const QStringList& names)
{
    return warning("managers", Words::tr("Programs that keep what you copy are running: {programs}."))
        .means(whatIsCopied())
        .todo(scanInstead())
        .with({ u"programs"_s, QJsonArray::fromStringList(names) });
}

Finding viewer(const QString& name)
{
    return warning("viewer", Words::tr("The program {programs} is told of everything you copy."))
        .means(whatIsCopied())
        .todo(scanInstead())
        .with({ u"programs"_s, name });
}

Finding sentAway()
{
    return warning("sent-away", Words::tr("Windows passes what you copy to your other devices."))
        .means(whatIsCopied())
        .todo(scanInstead());
}

/// The desktop's own, which people know and can empty: told, not held against the computer.
Finding desktopHistory(const QStringList& names)
{
    return passed("desktop-history", Words::tr("The desktop itself ({programs}) keeps what you copied last."))
        .means(whatIsCopied())
        .with({ u"programs"_s, QJsonArray::fromStringList(names) });
}

Finding nothingKnown()
{
    return passed("none",
        Words::tr("No known program that keeps what you copy is running. Others cannot be recognised on this system."));
}

Finding unknown()
{
    return couldNotTell("unknown", Words::tr("The system does not say which programs are running."))
        .means(whatIsCopied())
        .todo(scanInstead());
}

void addSystemsOwn(std::vector<Finding>& findings)
{
    const auto history = platform::clipboardHistory();
    if (!history)
        return;
    if (!history->viewer.isEmpty())
        findings.push_back(viewer(history->viewer));
    if (history->isSentAway)
        findings.push_back(sentAway());
    if (history->isKept)
        findings.push_back(desktopHistory({ u"Windows"_s }));
}

} // namespace

CheckTraits ClipboardWatchersCheck::traits() const
{
    return { .id = "clipboard-watchers", .group = Group::Interference, .cost = Cost::Slow };
}

QString ClipboardWatchersCheck::title() const { return Words::tr("What is copied"); }

Finding ClipboardWatchersCheck::measure(const Situation&, const Policy&, const std::stop_token&)
{
    const auto processes = platform::runningProcesses();
    if (!processes)
        return unknown();
    std::vector<Finding> findings;
    if (const auto found = knownAmong(*processes, { ProgramKind::ClipboardManager }); !found.empty())
        findings.push_back(managers(namesOf(found)));
    if (const auto found = knownAmong(*processes, { ProgramKind::DesktopClipboard }); !found.empty())
        findings.push_back(desktopHistory(namesOf(found)));
    addSystemsOwn(findings);
    return findings.empty() ? nothingKnown() : worstOf(std::move(findings));
}

} // namespace bidseal::environment
