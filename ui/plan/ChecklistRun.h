#pragma once

#include "core/plan/Checklist.h"
#include "ui/document/DocumentSession.h"
#include "ui/tasks/BackgroundTask.h"

#include <QPointer>
#include <QTimer>

namespace bidseal::plan {

/// What a checklist says about the marks of a session. `checklist` is what the results point into.
struct ChecklistResult {
    std::shared_ptr<const Checklist> checklist;
    std::vector<Checked> checked; ///< in its order
};

/// Checks a session against a checklist off the GUI thread, again whenever marks change. The document's text is read
/// once and stays for the next check.
class ChecklistRun : public QObject {
    Q_OBJECT
public:
    explicit ChecklistRun(QObject* parent = nullptr);
    ~ChecklistRun() override;

    /// Null: nothing to check. Not owned.
    void setSession(document::DocumentSession* session);
    /// Null: none is chosen.
    void setChecklist(std::shared_ptr<const Checklist> checklist);

    [[nodiscard]] bool isRunning() const { return m_isWanted || m_task.isRunning(); }

Q_SIGNALS:
    void finished(const bidseal::plan::ChecklistResult& result);
    void failed(const bidseal::Error& error);

private:
    class Reader;
    void checkSoon();
    void check();
    void takeUp(const Result<ChecklistResult>& result, const std::shared_ptr<Reader>& reader);

    QPointer<document::DocumentSession> m_session;
    std::shared_ptr<const Checklist> m_checklist;
    std::shared_ptr<Reader> m_reader; ///< of the session's document; its work may outlive it here
    QTimer m_soon;
    bool m_isWanted = false; ///< marks or checklist are not those of the check under way
    tasks::BackgroundTask m_task;
};

} // namespace bidseal::plan
