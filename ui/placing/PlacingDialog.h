#pragma once

#include "core/plan/Plan.h"
#include "ui/document/DocumentSession.h"
#include "ui/placing/SharedPaper.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSettings;

namespace bidseal::style {
class Notice;
struct NoticeText;
} // namespace bidseal::style

namespace bidseal::placing {

/// What the dialogs have in common that ask for a rule: while it is entered, the rule is tried out off the GUI thread,
/// and the dialog shows what would be placed where, and what to know about it. What was entered last is offered the
/// next time a seal of the same kind is placed.
class PlacingDialog : public QDialog {
    Q_OBJECT
public:
    PlacingDialog(const seal::Seal& seal, document::DocumentSession& session, std::shared_ptr<SharedPaper> paper,
        QWidget* parent);

Q_SIGNALS:
    void chosen(const bidseal::plan::Entry& entry);
    void lookedAt(int page, const QRectF& mm); ///< somebody goes through the preview

protected:
    /// The rule as far as it is entered; nothing while something is missing.
    [[nodiscard]] virtual std::optional<plan::Rule> rule() const = 0;
    /// Why there is no rule yet, in a sentence; empty where it goes without saying.
    [[nodiscard]] virtual QString missing() const = 0;
    /// Shows what the rule gives; null while it gives nothing.
    virtual void showPlaced(const plan::Placed* placed) = 0;
    /// "Seals: 12 · pages: 12".
    [[nodiscard]] virtual QString countText(const Outcome& outcome) const;
    /// Why the rule gives nothing, and what to do.
    [[nodiscard]] virtual style::NoticeText problem(const Outcome& outcome) const;
    virtual void remember(QSettings& settings) const = 0;

    /// Puts the parts together; call it once, at the end of the constructor, with the fields filled.
    void build(const QString& title, const QString& introduction, QWidget* preview);
    [[nodiscard]] QFormLayout& form() { return *m_form; }
    QDoubleSpinBox* addMm(const QString& name, const QString& label, double smallest, double largest);
    /// What was entered last for this kind of seal: settings group of this dialog, named by its objectName().
    [[nodiscard]] QString settingsGroup() const;

    void ruleChanged();
    void accept() override;
    void showEvent(QShowEvent* event) override;

    [[nodiscard]] const seal::Seal& seal() const { return m_seal; }
    [[nodiscard]] document::DocumentSession& session() const { return *m_session; }

private:
    void tryOut();
    void grow();
    void showOutcome(const Outcome& outcome);
    void finish();

    seal::Seal m_seal;
    QPointer<document::DocumentSession> m_session;
    std::shared_ptr<SharedPaper> m_paper;
    QTimer m_pause; ///< while somebody types
    tasks::BackgroundTask m_trial;
    int m_trialNumber = 0; ///< only the last one counts
    enum class Trial { Pending, Good, Bad } m_state = Trial::Pending;
    bool m_acceptWhenTried = false; ///< somebody was quicker than the trial
    QFormLayout* m_form = nullptr;
    QLabel* m_count = nullptr;
    style::Notice* m_notice = nullptr;
    QPushButton* m_place = nullptr;
};

} // namespace bidseal::placing
