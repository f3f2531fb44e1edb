#pragma once

#include "core/plan/Placing.h"
#include "ui/document/DocumentSession.h"
#include "ui/tasks/BackgroundTask.h"

#include <QDialog>
#include <QPointer>

#include <functional>
#include <memory>

namespace bidseal::placing {

class PlacingDialog;
class SharedPaper;

/// Puts seals on the document by rules: asks for the rule in a dialog, works it out off the GUI thread, places the
/// marks as one step of undo, and says what a person should know about them.
class Placer : public QObject {
    Q_OBJECT
public:
    /// Its dialogs belong to `dialogParent`, and so does it.
    explicit Placer(QWidget* dialogParent);
    ~Placer() override;

    /// Null: nothing can be placed. The placer does not own it. Open dialogs close: they spoke of another document.
    void setSession(document::DocumentSession* session);

    // Each opens its dialog, which does not keep anybody from working on; at most one is open.
    void placeOnPages(const seal::Seal& seal);
    void placeAtKeyword(const seal::Seal& seal);
    void placeAlongSeam(const seal::Seal& seal);
    /// A mark of the session, in the same place on other pages.
    void copyToPages(bidseal::document::MarkId mark);

    /// By a rule that is known already.
    void place(const plan::Entry& entry, const seal::Seal& seal);
    /// A whole plan, in one step of undo. `day`: what date seals show.
    void apply(const plan::Plan& plan, const std::vector<seal::Seal>& seals, const QDate& day);

    [[nodiscard]] bool isBusy() const { return m_work.isRunning(); }

Q_SIGNALS:
    void noticed(const QString& sentence); ///< all cautions about what was placed; after placed()
    void failed(const bidseal::Error& error); ///< nothing was placed
    void placed(int marks);
    /// What a dialog shows just now: somebody with a view may go there.
    void lookedAt(int page, const QRectF& mm);

private:
    struct Line; ///< a rule with the seal that it places
    struct Worked;
    void connectAndShow(PlacingDialog* dialog, const seal::Seal& seal);
    void show(QDialog* dialog);
    void workOut(std::function<Result<std::vector<Line>>()> lines, const QString& title);
    void takeUp(const Worked& worked, const QString& title);

    QWidget* m_dialogParent;
    QPointer<document::DocumentSession> m_session;
    std::shared_ptr<SharedPaper> m_paper; ///< of the session; work under way may outlive both
    QPointer<QDialog> m_dialog;
    tasks::BackgroundTask m_work;
};

} // namespace bidseal::placing
