#include "tests/ui/environment/ScriptedComputer.h"

using namespace Qt::StringLiterals;

namespace bidseal::testing {

using namespace environment;

/// Shared with the threads that measure.
struct ScriptedComputer::State {
    mutable std::mutex mutex;
    std::vector<Script> scripts;
    std::map<QByteArray, int> runs;

    [[nodiscard]] Policy policy() const
    {
        const std::lock_guard lock(mutex);
        Policy policy;
        for (const auto& script : scripts)
            policy.rules.insert(QString::fromLatin1(script.id), { script.requirement, WhenUnknown::Ask });
        return policy;
    }
};

namespace {

class ScriptedCheck : public Check {
public:
    ScriptedCheck(ScriptedComputer::Script script, std::function<void()> onRun)
        : m_script(std::move(script))
        , m_onRun(std::move(onRun))
    {
    }

    [[nodiscard]] CheckTraits traits() const override
    {
        return {
            .id = m_script.id.constData(), .group = m_script.group, .cost = m_script.cost, .limit = m_script.limit
        };
    }
    [[nodiscard]] QString title() const override { return u"Title of "_s + QString::fromLatin1(m_script.id); }
    [[nodiscard]] Finding measure(const Situation& situation, const Policy&, const std::stop_token& stop) override
    {
        m_onRun();
        return m_script.measure(situation, stop);
    }

private:
    const ScriptedComputer::Script m_script;
    const std::function<void()> m_onRun;
};

} // namespace

ScriptedComputer::ScriptedComputer()
    : m_state(std::make_shared<State>())
{
}

void ScriptedComputer::set(Script script)
{
    const std::lock_guard lock(m_state->mutex);
    for (auto& known : m_state->scripts) {
        if (known.id == script.id) {
            known = std::move(script);
            return;
        }
    }
    m_state->scripts.push_back(std::move(script));
}

int ScriptedComputer::runs(const QByteArray& id) const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->runs[id];
}

SelfCheckModel::Sources ScriptedComputer::sources(std::chrono::milliseconds lookCounts) const
{
    const auto checks = [state = m_state](const std::function<bool(const Script&)>& wanted) {
        const std::lock_guard lock(state->mutex);
        Checks made;
        for (const auto& script : state->scripts) {
            if (!wanted(script))
                continue;
            made.push_back(std::make_unique<ScriptedCheck>(script, [state, id = script.id] {
                const std::lock_guard counting(state->mutex);
                ++state->runs[id];
            }));
        }
        return made;
    };
    const auto mustPass = [checks](const Policy&) {
        return checks([](const Script& script) { return script.requirement == Requirement::MustPass; });
    };
    SelfCheckModel::Sources sources;
    sources.readiness = std::make_shared<DeferredReadiness>(
        [state = m_state, mustPass] { return std::make_shared<Readiness>(state->policy(), Situation(), mustPass); });
    sources.servers = [] { return std::vector<Server>(); };
    sources.everyCheck = [checks] { return checks([](const Script&) { return true; }); };
    sources.lookCounts = lookCounts;
    return sources;
}

ScriptedComputer::Measure always(Finding finding)
{
    return [finding = std::move(finding)](const Situation&, const std::stop_token&) { return finding; };
}

} // namespace bidseal::testing
