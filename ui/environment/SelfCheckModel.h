#pragma once

#include "ui/environment/DeferredReadiness.h"
#include "ui/tasks/BackgroundTask.h"

#include <QObject>

namespace bidseal::environment {

/// The self-check as the window knows it: what was found last about each check, what is being looked at, and whether
/// this computer is fit to sign on. Every check runs off the GUI thread.
class SelfCheckModel : public QObject {
    Q_OBJECT
public:
    enum class State {
        Looking, ///< nothing can be said yet
        Ready,
        Undecided, ///< a check that must pass could not tell
        NotFit,
    };
    /// What it runs, each asked off the GUI thread.
    struct Sources {
        std::shared_ptr<DeferredReadiness> readiness;
        std::function<std::vector<Server>()> servers; ///< that signing goes by way of
        std::function<Checks()> everyCheck = allChecks;
        std::chrono::milliseconds lookCounts = Readiness::kSlowResultCounts;
    };
    struct Line {
        QString id, title;
        Group group = Group::System;
        std::optional<CheckResult> result; ///< of the run that began last
        int begun = 0; ///< that run
        bool isUnderWay = false;
        bool canRunAgain = true;

        /// What somebody should read: neither passed nor without anything to measure.
        [[nodiscard]] bool needsAttention() const;
    };
    struct Progress {
        int done = 0, total = 0;
    };

    explicit SelfCheckModel(Sources sources, QObject* parent = nullptr);

    /// The checks that must pass, at the start of the program.
    void lookAtStart();
    /// Looks again where nobody has for a quarter of an hour. For whoever relies on state().
    void refreshIfStale();
    /// Every check there is.
    void runAll();
    /// These alone, beside whatever runs.
    void runAgain(const QStringList& ids);
    void cancel(); ///< what was found before stays

    /// Where the document that is open would be signed to; nothing where none is open.
    void setOutputs(std::vector<OutputPlace> outputs);
    void setScreen(const Screen& screen);
    /// The drivers of this user are others now.
    void renewDrivers();
    /// Another key is plugged in than before.
    void checkKeysAgain();
    /// What somebody found out by a trial that only they can start.
    void take(const CheckResult& trial);

    [[nodiscard]] State state() const;
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] std::optional<Progress> progress() const { return m_progress; } ///< of runAll()
    /// In the order of their groups.
    [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }
    [[nodiscard]] Report report() const;
    [[nodiscard]] QDateTime lookedAt() const { return m_head.startedAt; } ///< UTC; invalid before the first time
    [[nodiscard]] QDateTime ranAllAt() const { return m_ranAllAt; }

Q_SIGNALS:
    void changed();
    void resultArrived(const QString& id);
    void finished(); ///< a look, or every check; not where it was cancelled

private:
    enum class Scope { Look, Everything };
    /// What a check is called before it has a result.
    struct Planned {
        QString id, title;
        Group group = Group::System;
    };
    using Plan = std::vector<Planned>;
    /// Which checks a run is about; called off the GUI thread.
    using Selection = std::function<bool(const CheckTraits&, const Policy&)>;
    /// What a run takes along to its thread.
    struct Work;

    [[nodiscard]] Work workFor(Selection selection);
    void start(Scope scope);
    void runBeside(Selection selection);
    void runInstantChecks();
    void showPlan(int run, const Plan& plan);
    void arrive(int run, Scope scope, const CheckResult& result);
    void finish(int run, Scope scope, const Report& report);
    void takeGateReport(const Report& report);
    void storeNews(const CheckResult& result, int begun);
    void store(const CheckResult& result, int begun);
    [[nodiscard]] Line* find(const QString& id);
    Line& lineFor(const QString& id, const QString& title, Group group);
    void arrange(const QStringList& order);

    const Sources m_sources;
    std::vector<Line> m_lines;
    Report m_head; ///< of the newest run that was finished, without its results
    std::vector<OutputPlace> m_outputs;
    std::optional<Screen> m_screen;
    std::optional<Progress> m_progress;
    tasks::BackgroundTask m_task;
    int m_begun = 0; ///< runs so far; what an older one finds never replaces what a newer one found
    int m_run = 0; ///< the newest of those that are shown as running
    bool m_isRunning = false;
    bool m_isCancelled = false;
    bool m_hasLooked = false;
    QDateTime m_ranAllAt;
    platform::BootClock::time_point m_lookedSince;
};

} // namespace bidseal::environment
