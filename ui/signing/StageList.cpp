#include "ui/signing/StageList.h"

#include "ui/style/Icons.h"
#include "ui/style/Theme.h"

#include <QAccessible>
#include <QPainter>

#include <array>

namespace bidseal::signing {

namespace {
constexpr std::array kStages { Stage::Checking, Stage::Preparing, Stage::WaitingForKey, Stage::Completing,
    Stage::Verifying, Stage::Publishing };
constexpr int kRow = 32;
constexpr int kIcon = 18;
} // namespace

QString stageText(Stage stage)
{
    switch (stage) {
    case Stage::Checking:
        return StageList::tr("Checking the file");
    case Stage::Preparing:
        return StageList::tr("Placing the seals");
    case Stage::WaitingForKey:
        return StageList::tr("Waiting for the key");
    case Stage::Completing:
        return StageList::tr("Putting in the signature");
    case Stage::Verifying:
        return StageList::tr("Checking the result");
    case Stage::Publishing:
        return StageList::tr("Saving the signed file");
    }
    return {};
}

StageList::StageList(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setStage(Stage::Checking);
}

void StageList::setStage(Stage stage)
{
    const bool changed = std::exchange(m_stage, stage) != stage;
    setAccessibleName(stageText(stage));
    if (changed) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    update();
}

QSize StageList::sizeHint() const { return { 280, kRow * static_cast<int>(kStages.size()) }; }

void StageList::paintEvent(QPaintEvent*)
{
    const auto& colours = style::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int y = 0;
    for (const Stage stage : kStages) {
        const QRectF icon(0, y + (kRow - kIcon) / 2.0, kIcon, kIcon);
        const bool current = stage == m_stage;
        if (stage < m_stage) {
            style::paintGlyph(painter, style::Glyph::Good, icon, colours.quietText);
        } else {
            painter.setPen(QPen(current ? colours.accent : colours.edge, current ? 2.4 : 1.6));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(icon.adjusted(2.5, 2.5, -2.5, -2.5));
        }
        painter.setFont(style::scaledFont(font(), 1.0, current ? QFont::DemiBold : QFont::Normal));
        painter.setPen(current ? colours.text : colours.quietText);
        painter.drawText(QRect(kIcon + 10, y, width() - kIcon - 10, kRow), Qt::AlignVCenter, stageText(stage));
        y += kRow;
    }
}

} // namespace bidseal::signing
