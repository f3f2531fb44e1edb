#include "core/environment/program/PolicyFileCheck.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(ProgramChecks)
};

Finding findingFor(const PolicySource& source)
{
    const Fact path { u"path"_s, source.path, Privacy::Personal };
    switch (source.state) {
    case PolicySource::State::InForce:
        return passed("in-force", Words::tr("The policy in {path} is in force.")).with(path);
    case PolicySource::State::NotAdministrators:
        return warning("not-an-administrators",
            Words::tr("The policy in {path} is ignored: others than an administrator may change it."))
            .means(Words::tr("What your company requires of this computer may not be checked."))
            .todo(Words::tr("Ask your administrator to put the policy in place again: the file and its folder must "
                            "belong to an administrator, and nobody else may write to them."))
            .with(path);
    case PolicySource::State::Unreadable:
        return warning("unreadable", Words::tr("The policy in {path} is ignored: it cannot be used ({problem})."))
            .means(Words::tr("What your company requires of this computer may not be checked."))
            .todo(Words::tr("Ask your administrator to correct the policy file."))
            .with(path)
            .with({ u"problem"_s, source.problem, Privacy::Personal });
    }
    Q_UNREACHABLE();
}

} // namespace

CheckTraits PolicyFileCheck::traits() const { return { .id = "policy-file", .group = Group::Program }; }

QString PolicyFileCheck::title() const { return Words::tr("Security policy"); }

Finding PolicyFileCheck::measure(const Situation&, const Policy& policy, const std::stop_token&)
{
    std::vector<Finding> parts;
    for (const auto& source : policy.sources)
        if (!source.path.isEmpty())
            parts.push_back(findingFor(source));
    if (parts.empty())
        return passed("standard", Words::tr("The policy that comes with this program is in force."));
    return worstOf(std::move(parts));
}

} // namespace bidseal::environment
