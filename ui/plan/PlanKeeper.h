#pragma once

#include "core/pdf/Document.h"
#include "ui/document/DocumentSession.h"
#include "ui/plan/KeptPlan.h"
#include "ui/tasks/SerialWorker.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace bidseal::plan {

/// Keeps the marks of the open document in the user's folder until they are signed, a file for each document, so that
/// neither a killed process nor a closed window loses them, and offers them again when the document is opened next.
/// Files are read and written off the GUI thread, whole or not at all. Pictures of seals are never among them.
class PlanKeeper : public QObject {
    Q_OBJECT
public:
    /// As seal::SealModel::seal finds it.
    using SealLookup = std::function<std::optional<seal::Seal>(const QString& id)>;

    struct Offer {
        QDateTime saved; ///< UTC
        int marks = 0;
        bool documentChanged = false; ///< since they were placed
    };
    /// "Your plan of 2026-11-26 14:30 with 12 marks", and what to know before it is restored (may be empty).
    [[nodiscard]] static QString title(const Offer& offer);
    [[nodiscard]] static QString explanation(const Offer& offer);

    PlanKeeper(QString folder, SealLookup seals, QObject* parent = nullptr);
    ~PlanKeeper() override; ///< what was changed last is still written

    /// An open session, once for each; restoreOffered() follows where something is kept for its file. Null: none. To be
    /// called before the session goes that was watched before.
    void watch(document::DocumentSession* session);
    /// At most one file is written in this time (a second).
    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }

    enum class MissingSeals {
        Refuse, ///< sealsMissing() instead of restoring anything
        LeaveOut,
    };
    /// What was offered, exactly as it stood, beside what stands there now; one step of undo. restored() or
    /// sealsMissing() tells what came of it.
    void restore(MissingSeals missing = MissingSeals::Refuse);
    /// What was offered is not wanted.
    void discard();
    /// The marks are signed: nothing is kept until they are changed again.
    void forget();
    [[nodiscard]] bool hasOffer() const { return !m_offered.isEmpty(); }

Q_SIGNALS:
    void restoreOffered(const bidseal::plan::PlanKeeper::Offer& offer);
    /// `leftOut`: their seal is missing, or there is no room for them any more.
    void restored(int marks, int leftOut);
    void sealsMissing(const QStringList& names); ///< that the library does not have; the offer still stands
    void kept(); ///< everything up to now is on the disk
    void failed(const bidseal::Error& error); ///< nothing could be written; said once until it works again

private:
    struct Found;
    class Outbox;
    // On the worker's thread.
    static Found find(const QString& file, const QString& path);
    static Kept waitingIn(Found found);

    void load();
    void takeUp(const Found& found);
    void noteChange();
    void writeSoon();
    void write();
    void showWritten(const std::optional<Error>& error);
    [[nodiscard]] std::vector<std::optional<seal::Seal>> findSeals() const;

    QString m_folder;
    SealLookup m_seals;
    std::chrono::milliseconds m_pause { 1000 };
    QPointer<document::DocumentSession> m_session;
    QString m_file; ///< of the session's document
    pdf::FileState m_state;
    KeptPlan m_offered;
    bool m_isLoaded = false; ///< until then nothing is written over what may be offered
    bool m_isChanged = false;
    bool m_hasFailed = false;
    QTimer m_timer;
    QElapsedTimer m_sinceWriting;
    std::shared_ptr<Outbox> m_outbox;
    tasks::SerialWorker m_worker;
};

} // namespace bidseal::plan
