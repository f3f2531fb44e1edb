#pragma once

#include "ui/environment/SelfCheckModel.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace bidseal::environment {

class SignView;

/// One check: its outcome as a sign and a word, what was found; where that is not good, what it means, what to do, and
/// the one button that does it.
class CheckRow : public QWidget {
    Q_OBJECT
public:
    explicit CheckRow(QWidget* parent = nullptr);

    void show(const SelfCheckModel::Line& line);
    [[nodiscard]] const SelfCheckModel::Line& line() const { return m_line; }
    /// To where a person can do something about it.
    void focusAction();

Q_SIGNALS:
    void remedyRequested(const QString& id, const bidseal::environment::Remedy& remedy);
    void againRequested(const QString& id);

private:
    void showTexts();
    void showParts();
    void showActions();
    void showColours();
    void changeEvent(QEvent* event) override;

    SelfCheckModel::Line m_line;
    SignView* m_sign = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_word = nullptr;
    QLabel* m_found = nullptr;
    QVBoxLayout* m_parts = nullptr;
    QLabel* m_meaning = nullptr;
    QLabel* m_todo = nullptr;
    QLabel* m_effect = nullptr; ///< what it is for signing
    QHBoxLayout* m_actions = nullptr;
    QPushButton* m_remedy = nullptr;
    QPushButton* m_again = nullptr;
};

} // namespace bidseal::environment
