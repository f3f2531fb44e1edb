#pragma once

#include <QStringList>
#include <QWidget>

namespace bidseal::style {

/// Steps one below the other: done, under way, to come. Each new one is announced to screen readers.
class StepList : public QWidget {
    Q_OBJECT
public:
    explicit StepList(QWidget* parent = nullptr);

    void setSteps(const QStringList& steps);
    /// What is said of one of them may change while it is under way: "Scanned by …".
    void setStepText(int step, const QString& text);
    /// Index; behind the last one all are done.
    void setCurrent(int step);
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] const QStringList& steps() const { return m_steps; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void announce();

    QStringList m_steps;
    int m_current = 0;
};

} // namespace bidseal::style
