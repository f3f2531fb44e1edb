#include "ui/document/MarkPainter.h"

#include "ui/seal/SealPictures.h"

#include <QPainter>

#include <cmath>

namespace bidseal::document {

namespace {

bool isUpright(const QTransform& transform)
{
    return qFuzzyIsNull(transform.m12()) && qFuzzyIsNull(transform.m21()) && transform.m11() > 0;
}

/// Edges rounded one by one: where one strip ends the next one begins.
QRect roundedPart(const QRectF& part, QSize whole)
{
    const QPoint from(qRound(part.left() * whole.width()), qRound(part.top() * whole.height()));
    const QPoint to(qRound(part.right() * whole.width()), qRound(part.bottom() * whole.height()));
    return { from, QPoint(std::max(to.x() - 1, from.x()), std::max(to.y() - 1, from.y())) };
}

} // namespace

void paintSeal(QPainter& painter, seal::SealPictures& pictures, const seal::PlacedSeal& placed, QSizeF sizeMm, Ink ink)
{
    if (placed.part.isEmpty() || sizeMm.isEmpty())
        return;
    const QTransform toPixels = painter.worldTransform();
    const double scale = std::hypot(toPixels.m11(), toPixels.m12());
    const double dpr = painter.device()->devicePixelRatioF();
    const QSizeF wholeMm(sizeMm.width() / placed.part.width(), sizeMm.height() / placed.part.height());
    const QSize whole = (wholeMm * scale * dpr).toSize().expandedTo(QSize(1, 1));
    const QImage picture = pictures.scaled(placed.seal.picture, whole);
    const QRectF own(QPointF(-sizeMm.width() / 2, -sizeMm.height() / 2), sizeMm);

    painter.save();
    if (ink == Ink::OnPaper)
        painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    if (picture.size() == whole && isUpright(toPixels)) {
        const QRect part = roundedPart(placed.part, whole);
        const QPointF corner = toPixels.map(own.topLeft());
        const QPointF onGrid(std::round(corner.x() * dpr) / dpr, std::round(corner.y() * dpr) / dpr);
        painter.resetTransform();
        painter.drawImage(QRectF(onGrid, QSizeF(part.size()) / dpr), picture, QRectF(part));
    } else {
        const QSizeF size = picture.size();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(own, picture,
            QRectF(placed.part.x() * size.width(), placed.part.y() * size.height(), placed.part.width() * size.width(),
                placed.part.height() * size.height()));
    }
    painter.restore();
}

void paintOnPage(QPainter& painter, seal::SealPictures& pictures, const seal::PlacedSeal& placed)
{
    painter.save();
    painter.translate(placed.placement.centreMm);
    painter.rotate(placed.placement.rotationDegrees);
    paintSeal(painter, pictures, placed, placed.placement.sizeMm, Ink::OnPaper);
    painter.restore();
}

} // namespace bidseal::document
