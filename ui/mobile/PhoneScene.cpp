#include "ui/mobile/PhoneScene.h"

#include "ui/style/Theme.h"

#include <QPainter>

namespace bidseal::mobile {

namespace {
constexpr int kDisc = 112;
constexpr int kGlyph = 64;
} // namespace

PhoneScene::PhoneScene(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PhoneScene::setGlyph(style::Glyph glyph)
{
    m_glyph = glyph;
    update();
}

void PhoneScene::paintEvent(QPaintEvent*)
{
    const auto& tone = style::colours().neutral;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF disc(0, 0, kDisc, kDisc);
    disc.moveCenter(QRectF(rect()).center());
    painter.setPen(tone.edge);
    painter.setBrush(tone.ground);
    painter.drawEllipse(disc);
    QRectF glyph(0, 0, kGlyph, kGlyph);
    glyph.moveCenter(disc.center());
    style::paintGlyph(painter, m_glyph, glyph, tone.text);
}

} // namespace bidseal::mobile
