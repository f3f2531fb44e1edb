#pragma once

#include "core/key/mobile/MobileKey.h"
#include "ui/document/DocumentSession.h"
#include "ui/signing/SigningJob.h"
#include "ui/tasks/BackgroundTask.h"

#include <QWidget>

class QStackedWidget;

namespace bidseal::mobile {
class PhonePage;
}

namespace bidseal::style {
class Notice;
}

namespace bidseal::signing {

class ProgressPage;
class ResultPage;
class SigningForm;
class SigningLine;

/// The one sheet of a signature: what and with which key, what the phone does, how far it is, what came of it. Runs the
/// flow off the GUI thread; opening it waits for nothing.
class SigningSheet : public QWidget {
    Q_OBJECT
public:
    SigningSheet(KeyWatch& watch, SigningSurroundings surroundings, QWidget* parent = nullptr);

    void begin(document::DocumentSession& session);
    [[nodiscard]] bool isSigning() const { return m_task.isRunning(); }
    /// What a checklist still asks for; nothing is signed while there is anything.
    void setChecklistMissing(const QStringList& titles);
    /// Stops what runs; finished() or resumed() follows.
    void cancel();
    /// Somebody wants to leave while a signature is under way: asks in the sheet, confirms by leaveConfirmed().
    void askBeforeLeaving();

Q_SIGNALS:
    void closeRequested();
    void leaveConfirmed(); ///< the signature was cancelled and nothing runs any more
    void openRequested(const QString& path);
    void showInFolderRequested(const QString& path);
    void selfCheckRequested(); ///< somebody wants to see what stands in the way
    void documentSigned(const bidseal::signing::SignedDocument& result); ///< the one that is open here

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void start();
    void finish(Result<std::vector<SignedDocument>> result);
    void showProgress(const Progress& progress);
    void showPhone(const key::MobileProgress& progress);
    void askHolder(const HolderQuestion& question);
    void askUnknown(const std::vector<environment::CheckResult>& unknown);
    template <class Answer> void answer(style::Notice& question, Answer given);
    void showQuestions();

    KeyWatch& m_watch;
    SigningSurroundings m_surroundings;
    QStackedWidget* m_pages = nullptr;
    SigningForm* m_form = nullptr;
    ProgressPage* m_progress = nullptr;
    mobile::PhonePage* m_phone = nullptr;
    ResultPage* m_result = nullptr;
    QWidget* m_questions = nullptr;
    style::Notice* m_leaving = nullptr;
    style::Notice* m_holder = nullptr;
    style::Notice* m_unknown = nullptr;
    std::shared_ptr<SigningLine> m_line; ///< of the signature under way
    tasks::BackgroundTask m_task;
    QString m_source;
    std::vector<seal::PlacedSeal> m_marks;
    bool m_leave = false;
};

} // namespace bidseal::signing
