#pragma once

#include "ui/plan/ChecklistRun.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace bidseal::style {
class Notice;
}

namespace bidseal::plan {

class RequirementRow;

/// A checklist of what has to be signed and sealed (签章检查单), and what of it is still missing in the open document.
class ChecklistPanel : public QWidget {
    Q_OBJECT
public:
    explicit ChecklistPanel(QWidget* parent = nullptr);

    /// Null: nothing is open. Not owned. The checklist that was chosen for the document before is chosen again.
    void setSession(document::DocumentSession* session);
    /// Kinds of seals that are at hand: "Place it" takes the first of a requirement's kinds that is; without a source,
    /// the first.
    void setSealSource(std::function<std::vector<seal::Seal>()> seals) { m_seals = std::move(seals); }

    /// A file that is not among the program's own; read off the GUI thread, chosen when it is there.
    void openChecklist(const QString& path);

    /// True where no checklist is chosen. False also while it is not known yet.
    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] const QStringList& missingTitles() const { return m_missing; }

Q_SIGNALS:
    void pageRequested(int page); ///< index
    void placeRequested(const bidseal::plan::Entry& entry);
    /// Whenever one of them is another than before. Not ready without anything missing: not known yet, or nobody can
    /// tell.
    void readinessChanged(bool ready, const QStringList& missingTitles);

private:
    QLayout* buildHead();
    void fillChoices();
    void chooseAt(int index);
    void choose(std::shared_ptr<const Checklist> checklist);
    void chooseFile();
    void showChecklist(const std::vector<Checked>* checked);
    void showSummary(const std::vector<Checked>* checked);
    void showError(const Error& error);
    void setReady(bool ready, const QStringList& missing);
    void requestPlace(const Requirement& requirement, const Rule& rule);

    document::DocumentSession* m_session = nullptr;
    std::function<std::vector<seal::Seal>()> m_seals;
    std::vector<std::shared_ptr<const Checklist>> m_known; ///< those that can be chosen, in the box's order
    std::vector<QString> m_choices; ///< how each is remembered: its id, or its file
    std::shared_ptr<const Checklist> m_checklist; ///< null: none
    ChecklistRun* m_run;
    bool m_isReady = true;
    QStringList m_missing;
    QComboBox* m_box = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_note = nullptr;
    style::Notice* m_notice = nullptr;
    QScrollArea* m_scroll = nullptr;
    QVBoxLayout* m_rowsLayout = nullptr;
    std::vector<RequirementRow*> m_rows;
};

} // namespace bidseal::plan
