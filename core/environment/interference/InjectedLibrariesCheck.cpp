#include "core/environment/interference/InjectedLibrariesCheck.h"

#include "core/environment/interference/LibraryOrigin.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <map>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(InterferenceChecks)
};

QString powerOfLibraries()
{
    return Words::tr("A library in this program can read the PIN and change what is signed. Most often it belongs to a "
                     "tool that means no harm.");
}

Finding loadedFirst()
{
    return warning("loaded-first",
        Words::tr("The system was told to load these libraries into programs, and they are in this one: {libraries}."))
        .means(powerOfLibraries())
        .todo(Words::tr("Find out whose they are, have that switched off (LD_PRELOAD, /etc/ld.so.preload, "
                        "AppInit_DLLs), and start BidSeal again."));
}

Finding foreign()
{
    return warning("foreign",
        Words::tr("Libraries are in this program that neither the system nor BidSeal has brought: {libraries}."))
        .means(powerOfLibraries())
        .todo(Words::tr("Find out by the names which program they belong to, close it, and start BidSeal again."));
}

Finding replaced()
{
    return warning("replaced", Words::tr("Libraries were updated while BidSeal was running: {libraries}."))
        .means(Words::tr("The old version goes on running in this program, with the holes that the new one closes."))
        .todo(Words::tr("Close BidSeal and start it again."));
}

Finding companions()
{
    return passed("companions",
        Words::tr("Besides the libraries of the system and of BidSeal, those of known programs are in this one: "
                  "{companions}."));
}

using ByOrigin = std::map<LibraryOrigin, QStringList>;

ByOrigin sorted(const std::vector<platform::LoadedModule>& modules, const LibraryPlaces& places)
{
    ByOrigin paths;
    for (const auto& module : modules)
        paths[originOf(module, places)].append(module.path);
    return paths;
}

/// The names are the same on all computers, the paths may name a person.
Finding withLibraries(Finding finding, const QStringList& paths)
{
    QJsonArray names;
    for (const auto& path : paths)
        names.append(QFileInfo(path).fileName());
    return std::move(finding)
        .with({ u"libraries"_s, names })
        .with({ u"paths"_s, QJsonArray::fromStringList(paths), Privacy::Personal });
}

Finding withCompanions(Finding finding, const QStringList& paths)
{
    QStringList names;
    for (const auto& path : paths)
        names.append(companionOf(path));
    names.removeDuplicates();
    return std::move(finding).with({ u"companions"_s, QJsonArray::fromStringList(names) });
}

} // namespace

CheckTraits InjectedLibrariesCheck::traits() const
{
    return { .id = "injected-libraries", .group = Group::Interference };
}

QString InjectedLibrariesCheck::title() const { return Words::tr("Libraries in this program"); }

Finding InjectedLibrariesCheck::measure(const Situation&, const Policy&, const std::stop_token&)
{
    const auto modules = platform::loadedModules();
    if (!modules) {
        return couldNotTell("unknown", Words::tr("The system does not say which libraries are in this program."))
            .means(powerOfLibraries())
            .todo(Words::tr("Run the check again; if it stays so, ask whoever looks after this computer."));
    }
    const auto paths = sorted(*modules, usualLibraryPlaces());
    std::vector<Finding> findings;
    const auto add = [&](LibraryOrigin origin, Finding finding) {
        if (paths.contains(origin))
            findings.push_back(withLibraries(std::move(finding), paths.at(origin)));
    };
    add(LibraryOrigin::LoadedFirst, loadedFirst());
    add(LibraryOrigin::Foreign, foreign());
    add(LibraryOrigin::Replaced, replaced());
    if (paths.contains(LibraryOrigin::KnownCompanion))
        findings.push_back(withCompanions(companions(), paths.at(LibraryOrigin::KnownCompanion)));
    if (findings.empty())
        return passed("none", Words::tr("Only the system's and BidSeal's own libraries are in this program."));
    return worstOf(std::move(findings));
}

} // namespace bidseal::environment
