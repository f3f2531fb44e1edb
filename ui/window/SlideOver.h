#pragma once

#include <QWidget>

class QPropertyAnimation;

namespace bidseal::window {

/// Lets a panel slide over the end of its parent, as tall as the parent and never wider. What lies below stays alive.
class SlideOver : public QWidget {
    Q_OBJECT
public:
    SlideOver(QWidget* panel, QWidget* parent);

    void slideIn();
    void slideOut();
    [[nodiscard]] bool isOpen() const { return m_open; }

Q_SIGNALS:
    void opened();
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRect inSight() const;
    [[nodiscard]] QRect outOfSight() const;

    QPropertyAnimation* m_animation = nullptr;
    bool m_open = false;
};

} // namespace bidseal::window
