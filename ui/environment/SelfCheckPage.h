#pragma once

#include "ui/environment/ReportDialog.h"
#include "ui/environment/SelfCheckModel.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace bidseal::signing {
class KeyWatch;
}

namespace bidseal::style {
class Notice;
}

namespace bidseal::environment {

class CheckGroup;
class CheckRow;
class KeyTrialArea;
class Remedies;
class SignView;

/// What the self-check found, in words: the verdict, what needs attention, every check by its group, and one button for
/// each thing that can be mended.
class SelfCheckPage : public QWidget {
    Q_OBJECT
public:
    SelfCheckPage(SelfCheckModel& model, signing::KeyWatch& keys, QWidget* parent = nullptr);

    /// Somebody is here to read it.
    void begin();
    void setKeyTrialAllowed(bool allowed);

Q_SIGNALS:
    void backRequested();
    void showInFolderRequested(const QString& path);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildGroups();
    QWidget* buildColumn();
    void connectParts();
    void refresh();
    void showHead();
    void showAttention();
    void showGroups();
    void addAttention(const QString& headline, const std::vector<const SelfCheckModel::Line*>& lines);
    void jumpTo(const QString& checkId);
    void runAll();
    void chooseReport();
    void chooseReportFile(ReportDialog::Format format, Disclosure disclosure);
    void saveReport(const QString& file, Disclosure disclosure);
    void showSaved(const QString& file, Disclosure disclosure, const Status& saved);
    void announce();
    [[nodiscard]] QString detailText() const;
    [[nodiscard]] CheckRow* rowOf(const QString& checkId) const;

    SelfCheckModel& m_model;
    Remedies* m_remedies = nullptr;
    QScrollArea* m_scroll = nullptr;
    QPushButton* m_back = nullptr;
    SignView* m_shield = nullptr;
    QLabel* m_verdict = nullptr;
    QLabel* m_detail = nullptr;
    QPushButton* m_runAll = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_cancel = nullptr;
    QProgressBar* m_progress = nullptr;
    style::Notice* m_notice = nullptr;
    QWidget* m_attention = nullptr;
    QVBoxLayout* m_attentionRows = nullptr;
    QStringList m_attentionShown; ///< so that nothing is built anew under somebody's hands
    QMap<Group, CheckGroup*> m_groups;
    KeyTrialArea* m_trial = nullptr;
};

} // namespace bidseal::environment
