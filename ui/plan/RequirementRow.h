#pragma once

#include "core/plan/Checklist.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace bidseal::plan {

/// One requirement of a checklist: its sign, its title, what became of it in words, and what can be done about it.
class RequirementRow : public QWidget {
    Q_OBJECT
public:
    explicit RequirementRow(QWidget* parent = nullptr);

    /// Nothing: it is still being looked at. Both are copied.
    void show(const Requirement& requirement, const std::optional<Checked>& checked);

Q_SIGNALS:
    void pageRequested(int page); ///< index
    /// `rule`: where it is missing.
    void placeRequested(const bidseal::plan::Requirement& requirement, const bidseal::plan::Rule& rule);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] std::optional<Rule> ruleToPlace() const;
    void showColours();
    void goToNextPage();

    Requirement m_requirement;
    std::optional<Checked> m_checked;
    std::size_t m_nextPage = 0; ///< each press goes one further
    QLabel* m_title = nullptr;
    QLabel* m_word = nullptr;
    QPushButton* m_look = nullptr;
    QPushButton* m_place = nullptr;
};

} // namespace bidseal::plan
