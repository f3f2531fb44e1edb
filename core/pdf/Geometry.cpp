#include "core/pdf/Geometry.h"

#include "core/base/Units.h"

#include <utility>

namespace bidseal::pdf {

namespace {

constexpr double kToleranceMm = 0.1;

} // namespace

QSizeF PageGeometry::visibleSizePoints() const
{
    const QSizeF upright = visibleBox.size() * userUnit;
    return rotation % 180 == 0 ? upright : upright.transposed();
}

QSizeF PageGeometry::visibleSizeMm() const { return visibleSizePoints() / kPointsPerMillimetre; }

QTransform PageGeometry::userSpaceFromMm() const
{
    const double scale = kPointsPerMillimetre / userUnit;
    const double left = visibleBox.left();
    const double right = visibleBox.right();
    // QRectF's top is the smaller y, which in user space is the lower edge.
    const double lower = visibleBox.top();
    const double upper = visibleBox.bottom();
    switch (rotation) {
    case 90:
        return QTransform(0, scale, scale, 0, left, lower);
    case 180:
        return QTransform(-scale, 0, 0, scale, right, lower);
    case 270:
        return QTransform(0, -scale, -scale, 0, right, upper);
    default:
        return QTransform(scale, 0, 0, -scale, left, upper);
    }
}

QRectF Placement::boundsMm() const
{
    const QRectF upright(QPointF(-sizeMm.width() / 2, -sizeMm.height() / 2), sizeMm);
    return QTransform().rotate(rotationDegrees).mapRect(upright).translated(centreMm);
}

bool liesOnPage(const Placement& placement, const PageGeometry& page)
{
    const QRectF whole(QPointF(0, 0), page.visibleSizeMm());
    return whole.adjusted(-kToleranceMm, -kToleranceMm, kToleranceMm, kToleranceMm).contains(placement.boundsMm());
}

} // namespace bidseal::pdf
