#include "ui/plan/PlanDelegate.h"

#include "ui/seal/SealText.h"
#include "ui/style/Icons.h"
#include "ui/style/Theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {
constexpr int kPaper = 44;
constexpr int kPadding = 10;
constexpr int kTextLeft = kPadding + kPaper + kPadding;
constexpr int kSign = 16;
constexpr int kLineGap = 2;
} // namespace

struct PlanDelegate::Line {
    QString text;
    QFont font;
    QColor colour;
    bool isCaution = false; ///< has its sign before it

    [[nodiscard]] int indent() const { return isCaution ? kSign + 4 : 0; }
};

PlanDelegate::PlanDelegate(const PlanModel& model, QAbstractItemView* view)
    : QStyledItemDelegate(view)
    , m_model(model)
    , m_view(view)
{
    connect(&m_pictures, &seal::SealPictures::ready, view->viewport(), qOverload<>(&QWidget::update));
}

std::vector<PlanDelegate::Line> PlanDelegate::linesOf(const PlanRow& row, const QFont& font) const
{
    const style::Colours& colours = style::colours();
    const QString kind = seal::kindText(row.seal.kind);
    std::vector<Line> lines;
    lines.push_back({ row.seal.name, style::scaledFont(font, 1.0, QFont::DemiBold), colours.text });
    if (kind != row.seal.name)
        lines.push_back({ kind, font, colours.quietText });
    lines.push_back({ row.where, font, colours.text });
    if (!row.signer.isEmpty())
        lines.push_back({ row.signer, font, colours.quietText });
    lines.push_back({ row.part, font, colours.quietText });
    for (const QString& caution : row.cautions)
        lines.push_back({ caution, font, colours.caution.text, true });
    return lines;
}

/// Thousands of lines differ in their numbers only, and figures are all as wide as a 0: laying out text is what costs.
int PlanDelegate::heightOf(const Line& line, int width) const
{
    const int available = width - line.indent();
    QString measured = line.text;
    std::replace_if(
        measured.begin(), measured.end(), [](QChar character) { return character.isDigit(); }, u'0');
    int& height = m_heights[measured];
    if (height == 0) {
        const QRect space(0, 0, available, QWIDGETSIZE_MAX);
        height = QFontMetrics(line.font).boundingRect(space, Qt::TextWordWrap, measured).height();
    }
    return height;
}

QSize PlanDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int width = m_view->viewport()->width();
    if (std::exchange(m_width, width) != width)
        m_heights.clear();
    int height = 0;
    for (const Line& line : linesOf(m_model.row(index.row()), option.font))
        height += heightOf(line, width - kTextLeft - kPadding) + kLineGap;
    return { width, std::max(kPaper, height) + 2 * kPadding };
}

void PlanDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const style::Colours& colours = style::colours();
    const PlanRow& row = m_model.row(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    QColor ground = colours.accent;
    ground.setAlpha(selected ? 40 : option.state & QStyle::State_MouseOver ? 18 : 0);
    painter->setBrush(ground);
    painter->setPen(option.state & QStyle::State_HasFocus ? QPen(colours.accent, 2) : QPen(Qt::NoPen));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(3, 3, -3, -3), 6, 6);

    const QRect place = option.rect.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    paintPicture(painter, QRect(place.topLeft(), QSize(kPaper, kPaper)), row.seal);
    QRect text(option.rect.left() + kTextLeft, place.top(), option.rect.width() - kTextLeft - kPadding, 0);
    for (const Line& line : linesOf(row, option.font)) {
        text.setHeight(heightOf(line, text.width()));
        if (line.isCaution) {
            const double top = text.top() + (QFontMetrics(line.font).height() - kSign) / 2.0;
            style::paintGlyph(*painter, style::Glyph::Caution, QRectF(text.left(), top, kSign, kSign), line.colour);
        }
        painter->setFont(line.font);
        painter->setPen(line.colour);
        painter->drawText(text.adjusted(line.indent(), 0, 0, 0), Qt::TextWordWrap, line.text);
        text.moveTop(text.bottom() + 1 + kLineGap);
    }
    painter->restore();
}

void PlanDelegate::paintPicture(QPainter* painter, const QRect& paper, const seal::Seal& seal) const
{
    constexpr double kPaperMargin = 4;
    painter->setPen(QPen(style::colours().edge, 1));
    painter->setBrush(Qt::white); // paper is white in every theme
    painter->drawRoundedRect(QRectF(paper).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (seal.picture.isNull())
        return;
    const double side = kPaper - 2 * kPaperMargin;
    QRectF place({}, seal.sizeMm.scaled(side, side, Qt::KeepAspectRatio));
    place.moveCenter(QRectF(paper).center());
    const double scale = painter->device()->devicePixelRatioF();
    const QImage picture = m_pictures.scaled(seal.picture, (place.size() * scale).toSize());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(place, picture, QRectF(picture.rect()));
}

} // namespace bidseal::plan
