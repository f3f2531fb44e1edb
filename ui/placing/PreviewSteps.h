#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace bidseal::placing {

/// The row below a preview: back, which seal of how many is shown, on.
class PreviewSteps : public QWidget {
    Q_OBJECT
public:
    /// The parts are called `name`Previous, `name`Number and `name`Next.
    explicit PreviewSteps(const QString& name, QWidget* parent = nullptr);

    void setStepping(bool enabled); ///< there is more than one
    void setText(const QString& text);

Q_SIGNALS:
    void stepped(int direction); ///< -1 or 1

private:
    QToolButton* addButton(const QString& name, const QString& text, int direction);

    QLabel* m_number = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
};

} // namespace bidseal::placing
