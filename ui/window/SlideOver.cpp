#include "ui/window/SlideOver.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPropertyAnimation>

#include <algorithm>

namespace bidseal::window {

namespace {
constexpr int kShadow = 14;
constexpr int kSlideTime = 150; // ms
constexpr int kWidest = 500;
} // namespace

SlideOver::SlideOver(QWidget* panel, QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kShadow, 0, 0, 0);
    layout->addWidget(panel);
    m_animation = new QPropertyAnimation(this, "pos", this);
    m_animation->setDuration(kSlideTime);
    m_animation->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_animation, &QPropertyAnimation::finished, this, [this] {
        if (!m_open)
            hide();
    });
    parent->installEventFilter(this);
    hide();
}

QRect SlideOver::inSight() const
{
    const QRect room = parentWidget()->rect();
    const int width = std::min({ kWidest, room.width() });
    return { room.right() + 1 - width - kShadow, 0, width + kShadow, room.height() };
}

QRect SlideOver::outOfSight() const { return inSight().translated(inSight().width(), 0); }

void SlideOver::slideIn()
{
    if (std::exchange(m_open, true))
        return;
    setGeometry(outOfSight());
    show();
    raise();
    m_animation->stop();
    m_animation->setStartValue(outOfSight().topLeft());
    m_animation->setEndValue(inSight().topLeft());
    m_animation->start();
    Q_EMIT opened();
}

void SlideOver::slideOut()
{
    if (!std::exchange(m_open, false))
        return;
    m_animation->stop();
    m_animation->setStartValue(pos());
    m_animation->setEndValue(outOfSight().topLeft());
    m_animation->start();
    Q_EMIT closed();
}

bool SlideOver::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && m_open) {
        m_animation->stop();
        setGeometry(inSight());
    }
    return QWidget::eventFilter(watched, event);
}

void SlideOver::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QLinearGradient shadow(0, 0, kShadow, 0);
    shadow.setColorAt(0, QColor(0, 0, 0, 0));
    shadow.setColorAt(1, QColor(0, 0, 0, 48));
    painter.fillRect(QRect(0, 0, kShadow, height()), shadow);
}

} // namespace bidseal::window
