#include "ui/style/TwoLineDelegate.h"

#include <QPainter>

namespace bidseal::style {

namespace {
constexpr int kIcon = 18;
constexpr int kPadding = 6;
constexpr int kTextLeft = kGap + kIcon + kGap;

QFont detailFont(const QFont& font) { return scaledFont(font, 0.92); }
} // namespace

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return { 200, 2 * kPadding + QFontMetrics(option.font).height() + QFontMetrics(detailFont(option.font)).height() };
}

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& colours = style::colours();
    const auto row = lines(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.neutral.ground);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, colours.hover);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(colours.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4);
    }
    const auto quiet = row.tone == Tone::Neutral ? colours.quietText : colours.tone(row.tone).text;
    paintGlyph(*painter, row.glyph,
        QRectF(option.rect.x() + kGap, option.rect.center().y() - kIcon / 2.0, kIcon, kIcon), quiet);

    const QFontMetrics name(option.font), detail(detailFont(option.font));
    QRect text = option.rect.adjusted(kTextLeft, kPadding, -kGap, -kPadding);
    painter->setFont(option.font);
    painter->setPen(colours.text);
    painter->drawText(QRect(text.topLeft(), QSize(text.width(), name.height())), Qt::AlignVCenter,
        name.elidedText(row.name, Qt::ElideMiddle, text.width()));
    text.setTop(text.top() + name.height());
    painter->setFont(detailFont(option.font));
    painter->setPen(quiet);
    painter->drawText(QRect(text.topLeft(), QSize(text.width(), detail.height())), Qt::AlignVCenter,
        detail.elidedText(row.detail, Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace bidseal::style
