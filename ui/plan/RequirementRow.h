#pragma once

#include "core/plan/Checklist.h"

#include <QAbstractButton>

class QLabel;
class QPushButton;

namespace bidseal::plan {

/// One requirement of a checklist: its sign, its title, what became of it in words. Pressed as a whole it goes to the
/// page, each time to the next one; what is missing can be placed.
class RequirementRow : public QAbstractButton {
    Q_OBJECT
public:
    explicit RequirementRow(QWidget* parent = nullptr);
    QSize sizeHint() const override;

    /// Nothing: it is still being looked at. Both are copied.
    void show(const Requirement& requirement, const std::optional<Checked>& checked);

Q_SIGNALS:
    void pageRequested(int page); ///< index
    /// `rule`: where it is missing.
    void placeRequested(const bidseal::plan::Requirement& requirement, const bidseal::plan::Rule& rule);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] std::optional<Rule> ruleToPlace() const;
    void showColours();
    void goToNextPage();

    Requirement m_requirement;
    std::optional<Checked> m_checked;
    std::size_t m_nextPage = 0; ///< each press goes one further
    QLabel* m_title = nullptr;
    QLabel* m_word = nullptr;
    QPushButton* m_place = nullptr;
};

} // namespace bidseal::plan
