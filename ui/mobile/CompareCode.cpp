#include "ui/mobile/CompareCode.h"

#include "ui/style/Theme.h"

#include <QAccessible>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::mobile {

namespace {
constexpr int kGroup = 3; // figures
constexpr double kGap = 0.7; // of a figure's width, between the groups
} // namespace

CompareCode::CompareCode(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CompareCode::setCode(const QString& code)
{
    if (m_code == code)
        return;
    m_code = code;
    QStringList figures; // one by one: a number in words could not be compared
    for (const QChar figure : m_code)
        figures << QString(figure);
    setAccessibleName(tr("Compare code: %1").arg(figures.join(u' ')));
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    update();
}

QString CompareCode::shownText() const { return m_code.left(kGroup) + u' ' + m_code.mid(kGroup); }

void CompareCode::paintEvent(QPaintEvent*)
{
    const auto& colours = style::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.accent, 2));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), style::kRadius, style::kRadius);
    if (m_code.isEmpty())
        return;

    // Every figure stands in a cell of its own: equal places are equal figures in any font.
    const double cells = static_cast<double>(m_code.size()) + kGap;
    const double cell = (width() - 2.0 * style::kWideMargin) / cells;
    QFont figures(font());
    figures.setPixelSize(static_cast<int>(std::min(cell * 1.5, height() * 0.62)));
    figures.setWeight(QFont::DemiBold);
    painter.setFont(figures);
    painter.setPen(colours.text);
    double x = style::kWideMargin;
    for (int i = 0; i < m_code.size(); ++i) {
        if (i == kGroup)
            x += kGap * cell;
        painter.drawText(QRectF(x, 0, cell, height()), Qt::AlignCenter, m_code.mid(i, 1));
        x += cell;
    }
}

} // namespace bidseal::mobile
