#include "ui/document/PageItem.h"

#include <QCoreApplication>
#include <QPainter>
#include <QWidget>

#include <cmath>

namespace bidseal::document {

namespace {

const QColor kMatch(255, 214, 0, 96);
const QColor kCurrentMatch(255, 120, 0, 120);
constexpr double kShadowMm = 2; ///< how far the shadow may reach at any zoom

/// Bilinear scaling only where the picture does not fit pixel for pixel: it costs ten times as much.
void drawFitted(QPainter* painter, const QRectF& target, const QImage& image, QSize fitting)
{
    painter->setRenderHint(QPainter::SmoothPixmapTransform, image.size() != fitting);
    painter->drawImage(target, image, QRectF(image.rect()));
}

} // namespace

QSize pagePixels(QSizeF sizeMm, double devicePixelsPerMm)
{
    return (sizeMm * devicePixelsPerMm).toSize().expandedTo(QSize(1, 1));
}

PageItem::PageItem(int page, QSizeF sizeMm, const PageImages* images)
    : m_page(page)
    , m_sizeMm(sizeMm)
    , m_images(images)
{
}

void PageItem::setHighlights(std::vector<QRectF> matches, std::vector<QRectF> current)
{
    if (matches == m_matches && current == m_current)
        return;
    m_matches = std::move(matches);
    m_current = std::move(current);
    update();
}

QRectF PageItem::boundingRect() const
{
    return QRectF(QPointF(), m_sizeMm).adjusted(-kShadowMm, -kShadowMm, kShadowMm, kShadowMm);
}

void PageItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const QTransform toPixels = painter->worldTransform();
    const double dpr = painter->device()->devicePixelRatioF();
    const QPointF corner = toPixels.map(QPointF());
    const QSizeF shown = QSizeF(pagePixels(m_sizeMm, toPixels.m11() * dpr)) / dpr;
    const QRect target(QPoint(qRound(corner.x()), qRound(corner.y())), shown.toSize());

    painter->save();
    painter->resetTransform();
    paintPaper(painter, target);
    paintPicture(painter, target);
    painter->setWorldTransform(toPixels);
    paintHighlights(painter);
    painter->restore();
}

void PageItem::paintPaper(QPainter* painter, const QRect& target) const
{
    painter->setPen(Qt::NoPen);
    for (int step = 3; step >= 1; --step) {
        painter->setBrush(QColor(0, 0, 0, 14));
        painter->drawRect(target.adjusted(1 - step, 2 - step, step, step + 1));
    }
    painter->fillRect(target, Qt::white);
}

void PageItem::paintPicture(QPainter* painter, const QRect& target) const
{
    const double dpr = painter->device()->devicePixelRatioF();
    const QSize wanted = (QSizeF(target.size()) * dpr).toSize();
    const PageImage* const image = m_images ? m_images->page(m_page) : nullptr;
    if (image && image->failed) {
        painter->setPen(QColor(0x55, 0x55, 0x55));
        painter->drawText(target, Qt::AlignCenter | Qt::TextWordWrap,
            QCoreApplication::translate("DocumentView", "This page cannot be drawn."));
        return;
    }
    if (image && !image->whole.isNull())
        drawFitted(painter, target, image->whole, wanted);
    else if (const QImage thumbnail = m_images ? m_images->thumbnail(m_page) : QImage(); !thumbnail.isNull())
        drawFitted(painter, target, thumbnail, wanted);
    if (image && !image->detail.isNull()) {
        const double scale = double(target.width()) / image->detailSize.width();
        const QRectF part(
            QPointF(image->detailRect.topLeft()) * scale + target.topLeft(), QSizeF(image->detailRect.size()) * scale);
        const bool sharp = (image->detailSize - wanted).width() == 0;
        drawFitted(painter, part, image->detail, sharp ? image->detail.size() : QSize());
    }
}

void PageItem::paintHighlights(QPainter* painter) const
{
    painter->setPen(Qt::NoPen);
    painter->setCompositionMode(QPainter::CompositionMode_Multiply);
    painter->setBrush(kMatch);
    for (const QRectF& rect : m_matches)
        painter->drawRect(rect);
    painter->setBrush(kCurrentMatch);
    for (const QRectF& rect : m_current)
        painter->drawRect(rect);
    painter->setCompositionMode(QPainter::CompositionMode_SourceOver);
    QPen frame(QColor(0xb3, 0x4d, 0x00), 1.5);
    frame.setCosmetic(true);
    painter->setPen(frame);
    painter->setBrush(Qt::NoBrush);
    for (const QRectF& rect : m_current)
        painter->drawRect(rect);
}

} // namespace bidseal::document
