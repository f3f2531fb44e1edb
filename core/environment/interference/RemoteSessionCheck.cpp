#include "core/environment/interference/RemoteSessionCheck.h"

#include "core/base/platform/Sessions.h"
#include "core/environment/interference/KnownPrograms.h"
#include "core/environment/interference/RemoteSigns.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QProcessEnvironment>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(InterferenceChecks)
};

QString somebodyMaySee()
{
    return Words::tr("Whoever sits there, or looks on there, can see the PIN being typed and what is signed.");
}

QString workHere()
{
    return Words::tr("Sign at this computer itself; if you have to work from afar, make sure that nobody else sees "
                     "that screen.");
}

Finding controlled()
{
    return warning("controlled", Words::tr("Somebody looks at this session from another computer, or steers it."))
        .means(somebodyMaySee())
        .todo(Words::tr("End the remote assistance before you type the PIN."));
}

Finding remoteSession()
{
    return warning("remote-session", Words::tr("You are logged in from another computer."))
        .means(somebodyMaySee())
        .todo(workHere());
}

Finding overSecureShell()
{
    return warning("ssh", Words::tr("This program was started over SSH from another computer."))
        .means(somebodyMaySee())
        .todo(workHere());
}

Finding remoteDesktop()
{
    return warning("remote-desktop", Words::tr("This desktop is shown on another computer."))
        .means(somebodyMaySee())
        .todo(workHere());
}

Finding forwardedWindows()
{
    return warning("forwarded-windows", Words::tr("The windows of this program appear on another computer."))
        .means(somebodyMaySee())
        .todo(workHere());
}

Finding findingFor(const FoundSign& sign)
{
    const auto finding = [&sign] {
        switch (sign.sign) {
        case RemoteSign::SecureShell:
            return overSecureShell();
        case RemoteSign::RemoteDesktop:
            return remoteDesktop();
        case RemoteSign::ForwardedWindows:
            return forwardedWindows();
        }
        Q_UNREACHABLE();
    };
    return finding().with({ u"client"_s, sign.client, Privacy::Personal });
}

void addSession(std::vector<Finding>& findings)
{
    const auto session = platform::loginSession();
    if (session && session->isControlled)
        findings.push_back(controlled());
    if (session && session->isRemote)
        findings.push_back(remoteSession()
                               .with({ u"client"_s, session->client, Privacy::Personal })
                               .with({ u"service"_s, session->service }));
}

void addSigns(std::vector<Finding>& findings)
{
    QMap<QString, QString> variables;
    const auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto& name : environment.keys())
        variables[name] = environment.value(name);
    for (const auto& sign : remoteSignsIn(variables))
        findings.push_back(findingFor(sign));
}

Finding connected()
{
    return warning("connected", Words::tr("Somebody is connected to this screen right now, by {programs}."))
        .means(Words::tr("They can see the PIN being typed and what is signed, and may press keys here."))
        .todo(Words::tr("End {programs} before you type the PIN."));
}

Finding waiting()
{
    return warning("waiting",
        Words::tr("This screen can be seen from other computers by {programs}; nobody is "
                  "connected right now."))
        .means(Words::tr("Whoever connects while you sign can see the PIN being typed and what is signed."))
        .todo(Words::tr("End {programs} before you type the PIN."));
}

Finding running()
{
    return warning("running", Words::tr("Programs for remote control are running: {programs}."))
        .means(Words::tr("Whether somebody is connected by them cannot be told from outside. Whoever is can see the "
                         "PIN being typed and what is signed."))
        .todo(Words::tr("Close them, also beside the clock, before you type the PIN."));
}

Finding service()
{
    return warning("service", Words::tr("Services for remote control wait in the background: {programs}."))
        .means(Words::tr("They let in whoever knows their password, also unseen. Whether somebody is connected cannot "
                         "be told from outside."))
        .todo(Words::tr("If nobody needs them today, have them switched off before you type the PIN."));
}

/// What a program that runs means, from the worst to the mildest.
enum class Presence { Connected, Running, Service, Waiting, Harmless };

Presence presenceOf(const FoundProgram& program)
{
    const auto unseen
        = program.process.owner == platform::RunningProcess::Owner::System ? Presence::Service : Presence::Running;
    if (program.known->kind == ProgramKind::RemoteControl)
        return unseen; // connected to its maker's servers all the time
    switch (platform::reachOf(program.process.id)) {
    case platform::Reach::Connected:
        return Presence::Connected;
    case platform::Reach::Listening:
        return Presence::Waiting;
    case platform::Reach::NoSockets:
        return program.known->kind == ProgramKind::DesktopSharing ? Presence::Harmless : unseen;
    case platform::Reach::Unknown:
        return unseen;
    }
    Q_UNREACHABLE();
}

void addPrograms(std::vector<Finding>& findings, const std::vector<platform::RunningProcess>& processes)
{
    const auto found
        = knownAmong(processes, { ProgramKind::RemoteControl, ProgramKind::RemoteServer, ProgramKind::DesktopSharing });
    const auto add = [&](Presence presence, Finding finding) {
        std::vector<FoundProgram> such;
        std::copy_if(found.begin(), found.end(), std::back_inserter(such),
            [presence](const FoundProgram& program) { return presenceOf(program) == presence; });
        if (!such.empty())
            findings.push_back(std::move(finding).with({ u"programs"_s, QJsonArray::fromStringList(namesOf(such)) }));
    };
    add(Presence::Connected, connected());
    add(Presence::Running, running());
    add(Presence::Service, service());
    add(Presence::Waiting, waiting());
}

Finding processesUnknown()
{
    return couldNotTell("unknown", Words::tr("The system does not say which programs are running."))
        .means(Words::tr("A program for remote control could show the screen to somebody else."))
        .todo(Words::tr("Look yourself that no program for remote control is open."));
}

} // namespace

CheckTraits RemoteSessionCheck::traits() const { return { .id = "remote-session", .group = Group::Interference }; }

QString RemoteSessionCheck::title() const { return Words::tr("Remote control"); }

Finding RemoteSessionCheck::measure(const Situation&, const Policy&, const std::stop_token&)
{
    std::vector<Finding> findings;
    addSession(findings);
    addSigns(findings);
    if (const auto processes = platform::runningProcesses())
        addPrograms(findings, *processes);
    else
        findings.push_back(processesUnknown());
    if (findings.empty()) {
        return passed("none",
            Words::tr("There is no sign of a remote session, and no known program for remote control is running."));
    }
    return worstOf(std::move(findings));
}

} // namespace bidseal::environment
