#include "ui/document/MarkGesture.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bidseal::document {

namespace {

constexpr double kRotationStep = 15.0;

double longerSide(QSizeF size) { return std::max(size.width(), size.height()); }

/// From the mark's own axes, its centre being (0, 0), to the page.
QTransform toPage(const pdf::Placement& placement)
{
    return QTransform().translate(placement.centreMm.x(), placement.centreMm.y()).rotate(placement.rotationDegrees);
}

QPointF cornerOf(QSizeF size, Grip corner)
{
    const double x = size.width() / 2;
    const double y = size.height() / 2;
    switch (corner) {
    case Grip::TopLeft:
        return { -x, -y };
    case Grip::TopRight:
        return { x, -y };
    case Grip::BottomLeft:
        return { -x, y };
    default:
        return { x, y };
    }
}

/// Along one axis: how far to move, and on which line the mark then lies.
struct AxisSnap {
    double shift = 0;
    std::optional<double> line;
};

/// `points` of the mark (edge, centre, edge) against `lines` to lie on.
AxisSnap nearest(const std::vector<double>& points, const std::vector<double>& lines, double reach)
{
    AxisSnap best;
    double distance = reach;
    for (const double line : lines) {
        for (const double point : points) {
            if (std::abs(line - point) < distance) {
                distance = std::abs(line - point);
                best = { line - point, line };
            }
        }
    }
    return best;
}

} // namespace

bool fits(const pdf::Placement& placement, const pdf::PageGeometry& page)
{
    const QSizeF bounds = placement.boundsMm().size();
    const QSizeF size = page.visibleSizeMm();
    return bounds.width() <= size.width() && bounds.height() <= size.height();
}

pdf::Placement heldOnPage(pdf::Placement placement, const pdf::PageGeometry& page)
{
    const QSizeF size = page.visibleSizeMm();
    const QSizeF half = placement.boundsMm().size() / 2;
    const auto held = [](double value, double margin, double length) {
        return margin * 2 > length ? length / 2 : std::clamp(value, margin, length - margin);
    };
    placement.centreMm = { held(placement.centreMm.x(), half.width(), size.width()),
        held(placement.centreMm.y(), half.height(), size.height()) };
    return placement;
}

seal::SizeLimits resizeLimits(const seal::Seal& seal)
{
    seal::SizeLimits limits = seal::sizeLimits(seal.kind);
    limits.smallest = std::min(limits.smallest, longerSide(seal.sizeMm));
    limits.largest = std::max(limits.largest, longerSide(seal.sizeMm));
    return limits;
}

pdf::Placement resizedTo(const pdf::Placement& placement, double longerSideMm, const seal::SizeLimits& limits)
{
    pdf::Placement resized = placement;
    resized.sizeMm *= std::clamp(longerSideMm, limits.smallest, limits.largest) / longerSide(placement.sizeMm);
    return resized;
}

pdf::Placement pulledTo(const pdf::Placement& start, Grip corner, QPointF pointer, const seal::SizeLimits& limits)
{
    const QPointF own = cornerOf(start.sizeMm, corner);
    const QPointF inMark = toPage(start).inverted().map(pointer);
    // How far along the diagonal, counted from the opposite corner.
    const QPointF diagonal = own * 2;
    const QPointF pulled = inMark + own;
    const double factor = QPointF::dotProduct(pulled, diagonal) / QPointF::dotProduct(diagonal, diagonal);
    pdf::Placement result = resizedTo(start, longerSide(start.sizeMm) * std::max(factor, 0.0), limits);
    result.centreMm = toPage(start).map(cornerOf(result.sizeMm, corner) - own);
    return result;
}

double normalisedDegrees(double degrees)
{
    const double rest = std::fmod(degrees, 360.0);
    return rest < 0 ? rest + 360.0 : rest;
}

pdf::Placement turnedTowards(const pdf::Placement& start, QPointF pointer, Rotating rotating)
{
    const QPointF direction = pointer - start.centreMm;
    if (direction.isNull())
        return start;
    double degrees = std::atan2(direction.x(), -direction.y()) * 180 / std::numbers::pi;
    if (rotating == Rotating::InSteps)
        degrees = std::round(degrees / kRotationStep) * kRotationStep;
    else
        degrees = std::round(degrees * 10) / 10;
    pdf::Placement turned = start;
    turned.rotationDegrees = normalisedDegrees(degrees);
    return turned;
}

Snap snapped(const pdf::Placement& placement, const pdf::PageGeometry& page, const std::vector<pdf::Placement>& others,
    const std::vector<pdf::Placement>& elsewhere, double reachMm)
{
    const QSizeF size = page.visibleSizeMm();
    const QRectF bounds = placement.boundsMm();

    std::vector<double> centresX { size.width() / 2 }, centresY { size.height() / 2 };
    std::vector<double> edgesX, edgesY;
    for (const pdf::Placement& other : others) {
        const QRectF theirs = other.boundsMm();
        centresX.push_back(theirs.center().x());
        centresY.push_back(theirs.center().y());
        edgesX.insert(edgesX.end(), { theirs.left(), theirs.right() });
        edgesY.insert(edgesY.end(), { theirs.top(), theirs.bottom() });
    }
    for (const pdf::Placement& same : elsewhere) {
        centresX.push_back(same.centreMm.x());
        centresY.push_back(same.centreMm.y());
    }

    AxisSnap x = nearest({ bounds.center().x() }, centresX, reachMm);
    if (!x.line)
        x = nearest({ bounds.left(), bounds.right() }, edgesX, reachMm);
    AxisSnap y = nearest({ bounds.center().y() }, centresY, reachMm);
    if (!y.line)
        y = nearest({ bounds.top(), bounds.bottom() }, edgesY, reachMm);

    Snap snap { placement, {} };
    snap.placement.centreMm += QPointF(x.shift, y.shift);
    snap.placement = heldOnPage(snap.placement, page);
    if (x.line)
        snap.guides.emplace_back(*x.line, 0, *x.line, size.height());
    if (y.line)
        snap.guides.emplace_back(0, *y.line, size.width(), *y.line);
    return snap;
}

} // namespace bidseal::document
