#pragma once

#include <QAbstractButton>

namespace bidseal::environment {
class SelfCheckModel;
}

namespace bidseal::window {

/// Whether this computer is fit to sign on, in the toolbar: a shield and a word. Pressed it leads to the self-check.
class ShieldIndicator : public QAbstractButton {
    Q_OBJECT
public:
    explicit ShieldIndicator(environment::SelfCheckModel& selfCheck, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();

    environment::SelfCheckModel& m_selfCheck;
};

} // namespace bidseal::window
