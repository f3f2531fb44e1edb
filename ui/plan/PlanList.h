#pragma once

#include "core/plan/Plan.h"
#include "ui/plan/PlanModel.h"

#include <QWidget>

class QLabel;
class QListView;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace bidseal::style {
class Notice;
}

namespace bidseal::plan {

/// Everything that will be put on the file, as a list: what, where, who signs it. A click or Enter goes there, Delete
/// takes it away. Plans are saved from here and used from here.
class PlanList : public QWidget {
    Q_OBJECT
public:
    explicit PlanList(QWidget* parent = nullptr);

    /// Null: nothing is open. The list does not own it.
    void setSession(document::DocumentSession* session);
    [[nodiscard]] PlanModel& model() { return *m_model; }

    /// Reads a plan off the GUI thread; applyRequested() follows, or a notice says why not.
    void usePlan(const QString& path);
    /// Writes planOf() the session off the GUI thread.
    void savePlan(const QString& path);
    /// The same with a file dialog, for menus elsewhere.
    void choosePlanToUse();
    void choosePlaceToSave();

Q_SIGNALS:
    void markActivated(bidseal::document::MarkId id);
    void applyRequested(const bidseal::plan::Plan& plan);
    void planSaved(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildContents();
    QWidget* buildEmptyState();
    QWidget* buildFooter();
    void showContents();
    void showPosition();
    void fillMenu(QMenu* menu);
    void showRecentPlans();
    void openMenu(const QPoint& position);
    void followSelection();

    void activate(const QModelIndex& index);
    void goToNext(int direction); ///< within the current row
    void removeSelected();
    [[nodiscard]] const PlanRow* currentRow() const;
    [[nodiscard]] int positionIn(const PlanRow& row) const; ///< of the selected mark; -1 where it is in another row
    void showError(const Error& error);

    PlanModel* m_model;
    QStackedWidget* m_pages = nullptr;
    style::Notice* m_notice = nullptr;
    QLabel* m_summary = nullptr;
    QListView* m_list = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
    QToolButton* m_remove = nullptr;
    QLabel* m_position = nullptr;
    QLabel* m_invitation = nullptr;
    QPushButton* m_use = nullptr;
    QVBoxLayout* m_recent = nullptr;
};

} // namespace bidseal::plan
