#include "ui/environment/SelfCheckModel.h"

#include "core/environment/ShownWords.h"
#include "ui/tasks/GuiThread.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

QString idOf(const CheckTraits& traits) { return QString::fromLatin1(traits.id); }

/// Said by runChecks() of what was stopped before it was done: news about the run, not about the computer.
bool isInterrupted(const CheckResult& result) { return result.finding.code == u"interrupted"_s; }

bool isEverything(const CheckTraits&, const Policy&) { return true; }

} // namespace

struct SelfCheckModel::Work {
    Sources sources;
    std::vector<OutputPlace> outputs;
    std::optional<Screen> screen;
    Selection selection;

    [[nodiscard]] Report look(const ResultCallback& onResult, std::stop_token stop) const
    {
        return sources.readiness->readiness()->look(sources.servers(), onResult, std::move(stop));
    }

    [[nodiscard]] Report run(
        const std::function<void(const Plan&)>& onPlan, const ResultCallback& onResult, std::stop_token stop) const
    {
        const auto readiness = sources.readiness->readiness();
        const auto& policy = readiness->policy();
        auto situation = readiness->situationFor(outputs, sources.servers());
        situation.screen = screen;
        auto checks = sources.everyCheck();
        std::erase_if(checks, [&](const auto& check) { return !selection(check->traits(), policy); });
        if (onPlan)
            onPlan(planOf(checks, policy));
        return runChecks(std::move(checks), situation, policy, onResult, std::move(stop));
    }

    [[nodiscard]] static Plan planOf(const Checks& checks, const Policy& policy)
    {
        Plan plan;
        for (const auto& check : checks) {
            const auto id = idOf(check->traits());
            if (policy.ruleFor(id).requirement != Requirement::Off)
                plan.push_back({ id, check->title(), check->traits().group });
        }
        return plan;
    }
};

bool SelfCheckModel::Line::needsAttention() const { return result && environment::needsAttention(result->finding); }

SelfCheckModel::SelfCheckModel(Sources sources, QObject* parent)
    : QObject(parent)
    , m_sources(std::move(sources))
{
    m_sources.readiness->setListener(
        tasks::onGuiThread<Report>(this, [this](const Report& report) { takeGateReport(report); }));
}

SelfCheckModel::Work SelfCheckModel::workFor(Selection selection)
{
    return { m_sources, m_outputs, m_screen, std::move(selection) };
}

void SelfCheckModel::lookAtStart()
{
    if (!m_isRunning)
        start(Scope::Look);
}

void SelfCheckModel::refreshIfStale()
{
    const bool isFresh = m_hasLooked && platform::BootClock::now() - m_lookedSince < m_sources.lookCounts;
    if (!m_isRunning && !isFresh)
        start(Scope::Look);
}

void SelfCheckModel::runAll() { start(Scope::Everything); }

void SelfCheckModel::start(Scope scope)
{
    m_task.requestStop();
    const int run = m_run = ++m_begun;
    m_isRunning = true;
    m_isCancelled = false;
    m_progress = scope == Scope::Everything ? std::optional(Progress()) : std::nullopt;
    const auto onPlan = tasks::onGuiThread<Plan>(this, [this, run](const Plan& plan) { showPlan(run, plan); });
    const auto onResult = tasks::onGuiThread<CheckResult>(
        this, [this, run, scope](const CheckResult& result) { arrive(run, scope, result); });
    m_task = tasks::BackgroundTask::run(
        this,
        [work = workFor(isEverything), scope, onPlan, onResult](std::stop_token stop) {
            return scope == Scope::Look ? work.look(onResult, stop) : work.run(onPlan, onResult, stop);
        },
        [this, run, scope](const Report& report) { finish(run, scope, report); });
    Q_EMIT changed();
}

void SelfCheckModel::runAgain(const QStringList& ids)
{
    for (auto& line : m_lines)
        line.isUnderWay = line.isUnderWay || ids.contains(line.id);
    runBeside([ids](const CheckTraits& traits, const Policy&) { return ids.contains(idOf(traits)); });
    Q_EMIT changed();
}

void SelfCheckModel::runBeside(Selection selection)
{
    tasks::BackgroundTask::run(
        this, [work = workFor(std::move(selection))](std::stop_token stop) { return work.run({}, {}, stop); },
        [this, begun = ++m_begun](const Report& report) {
            for (const auto& result : report.results)
                store(result, begun);
            Q_EMIT changed();
        });
}

void SelfCheckModel::cancel()
{
    m_isCancelled = m_isRunning;
    m_task.requestStop();
}

void SelfCheckModel::setOutputs(std::vector<OutputPlace> outputs)
{
    m_outputs = std::move(outputs);
    if (m_hasLooked)
        runInstantChecks();
}

/// What depends on the document is measured in no time.
void SelfCheckModel::runInstantChecks()
{
    runBeside([](const CheckTraits& traits, const Policy& policy) {
        return traits.cost == Cost::Instant && policy.ruleFor(idOf(traits)).requirement == Requirement::MustPass;
    });
}

void SelfCheckModel::setScreen(const Screen& screen) { m_screen = screen; }

void SelfCheckModel::renewDrivers() { m_sources.readiness->renew(); }

void SelfCheckModel::checkKeysAgain()
{
    if (!m_hasLooked)
        return;
    runBeside([](const CheckTraits& traits, const Policy& policy) {
        return traits.group == Group::Keys && policy.ruleFor(idOf(traits)).requirement == Requirement::MustPass;
    });
}

void SelfCheckModel::take(const CheckResult& trial)
{
    lineFor(trial.id, trial.title, trial.group).canRunAgain = false;
    store(trial, ++m_begun);
    Q_EMIT changed();
}

void SelfCheckModel::showPlan(int run, const Plan& plan)
{
    if (run != m_run)
        return;
    QStringList order;
    for (const auto& check : plan) {
        lineFor(check.id, check.title, check.group).isUnderWay = true;
        order << check.id;
    }
    arrange(order);
    m_progress = Progress { 0, static_cast<int>(plan.size()) };
    Q_EMIT changed();
}

void SelfCheckModel::arrive(int run, Scope scope, const CheckResult& result)
{
    if (isInterrupted(result))
        return;
    if (scope == Scope::Everything)
        store(result, run);
    else
        storeNews(result, run);
    if (run == m_run && m_progress)
        ++m_progress->done;
    Q_EMIT changed();
}

void SelfCheckModel::finish(int run, Scope scope, const Report& report)
{
    if (run != m_run)
        return;
    m_isRunning = false;
    m_progress.reset();
    for (auto& line : m_lines)
        line.isUnderWay = false;
    if (std::exchange(m_isCancelled, false)) {
        std::erase_if(m_lines, [](const Line& line) { return !line.result; });
        Q_EMIT changed();
        return;
    }
    m_head = report;
    m_head.results.clear();
    m_hasLooked = true;
    if (scope == Scope::Everything)
        m_ranAllAt = report.startedAt;
    m_lookedSince = platform::BootClock::now();
    QStringList order;
    for (const auto& result : report.results)
        order << result.id;
    arrange(order);
    if (scope == Scope::Look && !m_outputs.empty())
        runInstantChecks();
    Q_EMIT changed();
    Q_EMIT finished();
}

/// The shield says what the signing sheet says.
void SelfCheckModel::takeGateReport(const Report& report)
{
    const int begun = ++m_begun;
    for (const auto& result : report.results)
        if (!isInterrupted(result))
            storeNews(result, begun);
    Q_EMIT changed();
}

/// A look goes without the document that is open, a signature without the tokens. That there was nothing to look at is
/// no news where something was found before.
void SelfCheckModel::storeNews(const CheckResult& result, int begun)
{
    const auto* known = find(result.id);
    if (result.finding.outcome != Outcome::NotApplicable || !known || !known->result)
        store(result, begun);
}

void SelfCheckModel::store(const CheckResult& result, int begun)
{
    auto& line = lineFor(result.id, result.title, result.group);
    if (begun < line.begun)
        return;
    line.begun = begun;
    line.result = result;
    line.isUnderWay = false;
    Q_EMIT resultArrived(result.id);
}

SelfCheckModel::Line* SelfCheckModel::find(const QString& id)
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [&id](const Line& line) { return line.id == id; });
    return found == m_lines.end() ? nullptr : &*found;
}

/// A new one stands at the end of its group.
SelfCheckModel::Line& SelfCheckModel::lineFor(const QString& id, const QString& title, Group group)
{
    if (auto* known = find(id))
        return *known;
    const auto behind
        = std::find_if(m_lines.begin(), m_lines.end(), [group](const Line& line) { return line.group > group; });
    return *m_lines.insert(behind, { id, title, group, {}, 0, false, true });
}

/// As the catalogue has them; a run about some of them only says nothing of the others' places.
void SelfCheckModel::arrange(const QStringList& order)
{
    const auto place = [&order](const Line& line) {
        const auto index = order.indexOf(line.id);
        return std::pair(line.group, index < 0 ? order.size() : index);
    };
    const bool isAboutAll = std::all_of(m_lines.begin(), m_lines.end(),
        [&order](const Line& line) { return order.contains(line.id) || !line.canRunAgain; });
    if (isAboutAll)
        std::stable_sort(m_lines.begin(), m_lines.end(),
            [&place](const Line& first, const Line& second) { return place(first) < place(second); });
}

SelfCheckModel::State SelfCheckModel::state() const
{
    if (!m_hasLooked)
        return State::Looking;
    switch (report().verdict()) {
    case Verdict::Fit:
        return State::Ready;
    case Verdict::Undecided:
        return State::Undecided;
    case Verdict::Unfit:
        return State::NotFit;
    }
    Q_UNREACHABLE();
}

Report SelfCheckModel::report() const
{
    auto report = m_head;
    for (const auto& line : m_lines)
        if (line.result)
            report.results.push_back(*line.result);
    return report;
}

} // namespace bidseal::environment
