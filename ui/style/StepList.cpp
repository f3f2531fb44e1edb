#include "ui/style/StepList.h"

#include "ui/style/Icons.h"
#include "ui/style/Theme.h"

#include <QAccessible>
#include <QPainter>

namespace bidseal::style {

namespace {
constexpr int kIcon = 18;
constexpr int kTextLeft = kIcon + 10;
} // namespace

StepList::StepList(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepList::setSteps(const QStringList& steps)
{
    m_steps = steps;
    m_current = 0;
    setAccessibleName(m_steps.value(0));
    updateGeometry();
    update();
}

void StepList::setStepText(int step, const QString& text)
{
    if (m_steps.value(step) == text)
        return;
    m_steps[step] = text;
    if (step == m_current)
        announce();
    update();
}

void StepList::setCurrent(int step)
{
    if (std::exchange(m_current, step) != step)
        announce();
    update();
}

void StepList::announce()
{
    setAccessibleName(m_steps.value(m_current));
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QSize StepList::sizeHint() const
{
    const int row = std::max(kIcon, fontMetrics().height()) + 2 * kSmallGap + 4;
    return { 280, row * static_cast<int>(m_steps.size()) };
}

QSize StepList::minimumSizeHint() const { return { 160, sizeHint().height() }; }

void StepList::paintEvent(QPaintEvent*)
{
    if (m_steps.isEmpty())
        return;
    const auto& colours = style::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int row = height() / static_cast<int>(m_steps.size());
    for (int step = 0; step < m_steps.size(); ++step) {
        const int y = step * row;
        const QRectF icon(0, y + (row - kIcon) / 2.0, kIcon, kIcon);
        const bool current = step == m_current;
        if (step < m_current) {
            paintGlyph(painter, Glyph::Good, icon, colours.quietText);
        } else {
            painter.setPen(QPen(current ? colours.accent : colours.controlEdge, current ? 2.4 : 1.4));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(icon.adjusted(2.5, 2.5, -2.5, -2.5));
        }
        painter.setFont(scaledFont(font(), 1.0, current ? QFont::DemiBold : QFont::Normal));
        painter.setPen(current ? colours.text : colours.quietText);
        const QRect text(kTextLeft, y, width() - kTextLeft, row);
        painter.drawText(
            text, Qt::AlignVCenter, painter.fontMetrics().elidedText(m_steps[step], Qt::ElideRight, text.width()));
    }
}

} // namespace bidseal::style
