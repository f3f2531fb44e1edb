#include "core/environment/SelfCheck.h"

#include "core/base/Beside.h"
#include "core/base/Log.h"
#include "core/base/platform/SystemInfo.h"
#include "core/environment/CheckHost.h"

#include <QCoreApplication>

#include <algorithm>
#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using std::chrono::steady_clock;

class Words {
    Q_DECLARE_TR_FUNCTIONS(Environment)
};

Platform thisPlatform()
{
    return platform::systemFamily() == platform::SystemFamily::Windows ? Platform::Windows : Platform::Linux;
}

/// One check on its way. The thread that measures may outlive everybody who waits for it, so it shares what it uses.
struct Running {
    std::unique_ptr<Check> check;
    CheckTraits traits;
    CheckResult result;
    steady_clock::time_point begun, deadline;
    std::stop_source stop;
    std::unique_ptr<QThread> thread;
    bool isDone = false; ///< guarded by Run::mutex, like `result` until then
    bool isGivenUp = false;
};

struct Run {
    Situation situation;
    Policy policy;
    QString checkHost;
    std::mutex mutex;
    std::condition_variable_any changed;
    std::vector<std::unique_ptr<Running>> running;
};

Finding crashed()
{
    return couldNotTell("crashed", Words::tr("This check itself broke down."))
        .means(Words::tr("What it would have found is not known."))
        .todo(Words::tr("Run it again; if it breaks down again, send the report to support."));
}

Finding tooSlow()
{
    return couldNotTell("too-slow", Words::tr("This check got no answer in time and was given up."))
        .means(Words::tr("What it would have found is not known."))
        .todo(Words::tr("Run it again in a minute; if that does not help, send the report to support."));
}

Finding hostMissing()
{
    return couldNotTell(
        "host-missing", Words::tr("A part of the program (bidseal-check-host) is missing or was blocked."))
        .means(Words::tr("What this check would have found is not known."))
        .todo(Words::tr("Install the program again, or allow it in the security software."));
}

Finding findingFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::TokenHostMissing:
        return hostMissing();
    case ErrorCode::DriverNotResponding:
        return tooSlow();
    default:
        return crashed();
    }
}

Finding interrupted() { return couldNotTell("interrupted", Words::tr("This check was interrupted.")); }

Finding measured(Run& run, Running& running)
{
    const auto& traits = running.traits;
    if (!traits.platforms.testFlag(thisPlatform()))
        return notApplicable("platform", Words::tr("Not measured on this system."));
    if (traits.isolation == Isolation::OwnProcess) {
        auto finding = measureInHost(run.checkHost, QString::fromLatin1(traits.id), run.situation, run.policy,
            running.deadline, running.stop.get_token());
        if (finding)
            return std::move(*finding);
        qCWarning(logEnvironment).noquote() << traits.id << logText(finding.error());
        return findingFor(finding.error().code);
    }
    return running.check->measure(run.situation, run.policy, running.stop.get_token());
}

void measure(const std::shared_ptr<Run>& run, Running& running)
{
    Finding finding;
    try {
        finding = measured(*run, running);
    } catch (const std::exception& problem) {
        qCWarning(logEnvironment) << running.traits.id << problem.what();
        finding = crashed();
    } catch (...) {
        finding = crashed();
    }
    const std::lock_guard lock(run->mutex);
    if (running.isDone)
        return; // nobody waits any more
    running.result.finding = std::move(finding);
    running.isDone = true;
    run->changed.notify_all();
}

std::unique_ptr<Running> prepared(std::unique_ptr<Check> check, const Policy& policy)
{
    auto running = std::make_unique<Running>();
    running->traits = check->traits();
    running->result.id = QString::fromLatin1(running->traits.id);
    running->result.title = check->title();
    running->result.group = running->traits.group;
    running->result.cost = running->traits.cost;
    running->result.rule = policy.ruleFor(running->result.id);
    running->check = std::move(check);
    return running;
}

void start(const std::shared_ptr<Run>& run, Running& running)
{
    running.begun = steady_clock::now();
    running.deadline = running.begun + running.traits.limit;
    running.thread = threadFor([run, &running] { measure(run, running); });
    running.thread->start();
}

void finish(Running& running, Finding finding)
{
    running.stop.request_stop();
    running.result.finding = std::move(finding);
    running.isDone = true;
    running.isGivenUp = true;
}

/// Those that hang are left behind: nothing that takes a thread away from outside leaves the process as it was.
void endThread(Running& running)
{
    if (running.isGivenUp) {
        (void)running.thread.release();
        return;
    }
    running.thread->wait();
    running.thread.reset(); // it holds the run, and the run holds it
}

/// Gives each result away once; the number of those that are still awaited, and until when at the latest.
class Collector {
public:
    Collector(Run& run, const ResultCallback& onResult)
        : m_run(run)
        , m_onResult(onResult)
        , m_given(run.running.size(), false)
    {
    }

    [[nodiscard]] std::vector<CheckResult> takeNew(bool isStopped)
    {
        std::vector<CheckResult> fresh;
        const auto now = steady_clock::now();
        for (std::size_t i = 0; i < m_given.size(); ++i) {
            auto& running = *m_run.running[i];
            if (m_given[i])
                continue;
            if (!running.isDone && isStopped)
                finish(running, interrupted());
            else if (!running.isDone && now >= running.deadline)
                finish(running, tooSlow());
            if (!running.isDone)
                continue;
            m_given[i] = true;
            running.result.took = std::chrono::duration_cast<std::chrono::milliseconds>(now - running.begun);
            running.result.measuredAt = QDateTime::currentDateTimeUtc();
            fresh.push_back(running.result);
        }
        return fresh;
    }

    [[nodiscard]] std::optional<steady_clock::time_point> nextDeadline() const
    {
        std::optional<steady_clock::time_point> next;
        for (std::size_t i = 0; i < m_given.size(); ++i) {
            if (!m_given[i])
                next = std::min(next.value_or(m_run.running[i]->deadline), m_run.running[i]->deadline);
        }
        return next;
    }

    void tell(const std::vector<CheckResult>& fresh) const
    {
        for (const auto& result : fresh)
            if (m_onResult)
                m_onResult(result);
    }

private:
    Run& m_run;
    const ResultCallback& m_onResult;
    std::vector<bool> m_given;
};

/// Under the lock.
auto doneCount(const Run& run)
{
    return std::count_if(run.running.begin(), run.running.end(), [](const auto& running) { return running->isDone; });
}

void collect(Run& run, const ResultCallback& onResult, const std::stop_token& stop)
{
    Collector collector(run, onResult);
    std::unique_lock lock(run.mutex);
    for (;;) {
        const auto fresh = collector.takeNew(stop.stop_requested());
        if (!fresh.empty()) {
            lock.unlock();
            collector.tell(fresh);
            lock.lock();
            continue; // more may be done meanwhile
        }
        const auto deadline = collector.nextDeadline();
        if (!deadline)
            return;
        (void)run.changed.wait_until(
            lock, stop, *deadline, [&run, seen = doneCount(run)] { return doneCount(run) != seen; });
    }
}

} // namespace

Report runChecks(Checks checks, const Situation& situation, const Policy& policy, const ResultCallback& onResult,
    std::stop_token stop, const QString& checkHost)
{
    auto run = std::make_shared<Run>();
    run->situation = situation;
    run->policy = policy;
    run->checkHost = checkHost;
    Report report;
    report.startedAt = QDateTime::currentDateTimeUtc();
    report.program = u"BidSeal "_s + QCoreApplication::applicationVersion();
    report.policySources = policy.sources;
    for (auto& check : checks) {
        auto running = prepared(std::move(check), policy);
        if (running->result.rule.requirement != Requirement::Off)
            run->running.push_back(std::move(running));
    }
    for (const auto& running : run->running)
        start(run, *running);
    collect(*run, onResult, stop);

    for (const auto& running : run->running) {
        report.results.push_back(running->result);
        endThread(*running);
    }
    return report;
}

} // namespace bidseal::environment
