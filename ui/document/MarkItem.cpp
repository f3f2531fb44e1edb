#include "ui/document/MarkItem.h"

#include "ui/document/MarkPainter.h"

#include <QPainter>
#include <QWidget>

#include <cmath>

namespace bidseal::document {

namespace {

constexpr double kGripPixels = 9; ///< side of a grip as it is seen
constexpr double kGripReachPixels = 9; ///< how far from its centre it can be taken hold of
constexpr double kRotationArmPixels = 26; ///< from the upper edge to the rotation grip
constexpr double kSmallestTargetPixels = 24; ///< a tiny seal can still be hit
constexpr Grip kCorners[] = { Grip::TopLeft, Grip::TopRight, Grip::BottomRight, Grip::BottomLeft };
const QColor kRefused(0xc6, 0x28, 0x28);
const QColor kCaution(0xb4, 0x5f, 0x06); ///< on white paper, whatever the window's colours

/// A grip's place in the mark's own axes, in mm from its centre.
QPointF ownPosition(QSizeF sizeMm, Grip grip, double pixelsPerMm)
{
    const double x = sizeMm.width() / 2;
    const double y = sizeMm.height() / 2;
    switch (grip) {
    case Grip::TopLeft:
        return { -x, -y };
    case Grip::TopRight:
        return { x, -y };
    case Grip::BottomRight:
        return { x, y };
    case Grip::BottomLeft:
        return { -x, y };
    case Grip::Rotation:
        return { 0, -y - kRotationArmPixels / pixelsPerMm };
    case Grip::Body:
        break;
    }
    return {};
}

QTransform fromOwnAxes(const pdf::Placement& placement)
{
    return QTransform().translate(placement.centreMm.x(), placement.centreMm.y()).rotate(placement.rotationDegrees);
}

} // namespace

QPointF gripPosition(const pdf::Placement& placement, Grip grip, double pixelsPerMm)
{
    return fromOwnAxes(placement).map(ownPosition(placement.sizeMm, grip, pixelsPerMm));
}

std::optional<Grip> gripAt(const pdf::Placement& placement, QPointF mm, double pixelsPerMm)
{
    const double reach = kGripReachPixels / pixelsPerMm;
    const auto isNear = [&](Grip grip) {
        const QPointF distance = gripPosition(placement, grip, pixelsPerMm) - mm;
        return std::hypot(distance.x(), distance.y()) <= reach;
    };
    if (isNear(Grip::Rotation))
        return Grip::Rotation;
    for (const Grip corner : kCorners) {
        if (isNear(corner))
            return corner;
    }
    const double wider = std::max(0.0, kSmallestTargetPixels / pixelsPerMm - placement.sizeMm.width()) / 2;
    const double taller = std::max(0.0, kSmallestTargetPixels / pixelsPerMm - placement.sizeMm.height()) / 2;
    pdf::Placement target = placement;
    target.sizeMm += QSizeF(wider * 2, taller * 2);
    return covers(target, mm) ? std::optional(Grip::Body) : std::nullopt;
}

bool covers(const pdf::Placement& placement, QPointF mm)
{
    const QPointF own = fromOwnAxes(placement).inverted().map(mm);
    return std::abs(own.x()) <= placement.sizeMm.width() / 2 && std::abs(own.y()) <= placement.sizeMm.height() / 2;
}

MarkItem::MarkItem(seal::SealPictures& pictures, const seal::PlacedSeal& placed, QGraphicsItem* parent)
    : QGraphicsItem(parent)
    , m_pictures(pictures)
    , m_placed(placed)
{
    setPlacement(placed.placement);
}

void MarkItem::setPlacement(const pdf::Placement& placement, QPointF origin)
{
    prepareGeometryChange();
    m_placed.placement = placement;
    setPos(origin + placement.centreMm);
    setRotation(placement.rotationDegrees);
    update();
}

void MarkItem::setLook(Look look)
{
    if (m_look == look)
        return;
    prepareGeometryChange();
    m_look = look;
    update();
}

void MarkItem::setPixelsPerMm(double pixelsPerMm)
{
    prepareGeometryChange();
    m_pixelsPerMm = pixelsPerMm;
}

QRectF MarkItem::boundingRect() const
{
    const double margin = (kGripPixels + 2) / m_pixelsPerMm;
    const double arm = m_look == Look::Selected ? kRotationArmPixels / m_pixelsPerMm : 0;
    const QRectF own(QPointF(-sizeMm().width() / 2, -sizeMm().height() / 2), sizeMm());
    return own.adjusted(-margin, -margin - arm, margin, margin);
}

void MarkItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget)
{
    painter->save();
    if (m_look == Look::LiftedFrom)
        painter->setOpacity(0.25);
    else if (m_look == Look::Carried || m_look == Look::CarriedOver)
        painter->setOpacity(0.85);
    else if (m_look == Look::Refused)
        painter->setOpacity(0.4);
    paintSeal(*painter, m_pictures, m_placed, m_placed.placement.sizeMm,
        m_look == Look::Refused ? Ink::InTheAir : Ink::OnPaper);
    painter->setOpacity(1);
    if (m_look == Look::Refused)
        paintFrame(painter, kRefused);
    else if (m_look == Look::CarriedOver)
        paintFrame(painter, kCaution);
    else if (m_look == Look::Selected || m_look == Look::Carried)
        paintFrame(painter, widget ? widget->palette().color(QPalette::Active, QPalette::Highlight) : QColor(Qt::blue));
    painter->restore();
}

void MarkItem::paintFrame(QPainter* painter, const QColor& colour) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    QPen pen(colour, m_look == Look::Selected ? 1.5 : m_look == Look::CarriedOver ? 2.4 : 1.2);
    pen.setCosmetic(true);
    if (m_look == Look::Refused || m_look == Look::CarriedOver)
        pen.setStyle(Qt::DashLine);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(QRectF(QPointF(-sizeMm().width() / 2, -sizeMm().height() / 2), sizeMm()));
    if (m_look != Look::Selected)
        return;

    painter->drawLine(QPointF(0, -sizeMm().height() / 2), ownPosition(sizeMm(), Grip::Rotation, m_pixelsPerMm));
    painter->setBrush(Qt::white);
    const double side = kGripPixels / m_pixelsPerMm;
    for (const Grip corner : kCorners) {
        const QPointF centre = ownPosition(sizeMm(), corner, m_pixelsPerMm);
        painter->drawRect(QRectF(centre - QPointF(side, side) / 2, QSizeF(side, side)));
    }
    painter->drawEllipse(ownPosition(sizeMm(), Grip::Rotation, m_pixelsPerMm), side * 0.6, side * 0.6);
}

} // namespace bidseal::document
