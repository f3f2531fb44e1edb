#include "core/plan/Overlap.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace bidseal::plan {

namespace {

/// Clockwise as seen, so that what lies inside is to the right of each side.
QPolygonF corners(const pdf::Placement& placement)
{
    const double right = placement.sizeMm.width() / 2;
    const double down = placement.sizeMm.height() / 2;
    QTransform turn;
    turn.translate(placement.centreMm.x(), placement.centreMm.y());
    turn.rotate(placement.rotationDegrees);
    return turn.map(QPolygonF { { { -right, -down }, { right, -down }, { right, down }, { -right, down } } });
}

/// How far a point lies to the inner side of the line from `from` to `to`; negative: outside.
double inwards(const QPointF& point, const QPointF& from, const QPointF& to)
{
    const QPointF along = to - from;
    const QPointF there = point - from;
    return along.x() * there.y() - along.y() * there.x();
}

/// What of a convex polygon lies on the inner side of a line (Sutherland and Hodgman).
QPolygonF cut(const QPolygonF& polygon, const QPointF& from, const QPointF& to)
{
    QPolygonF inside;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF& here = polygon[i];
        const QPointF& next = polygon[(i + 1) % polygon.size()];
        const double hereIn = inwards(here, from, to);
        const double nextIn = inwards(next, from, to);
        if (hereIn >= 0)
            inside += here;
        if ((hereIn < 0) != (nextIn < 0))
            inside += here + (next - here) * (hereIn / (hereIn - nextIn));
    }
    return inside;
}

double area(const QPolygonF& polygon)
{
    double twice = 0;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF& next = polygon[(i + 1) % polygon.size()];
        twice += polygon[i].x() * next.y() - polygon[i].y() * next.x();
    }
    return std::abs(twice) / 2;
}

double areaOf(const QSizeF& size) { return size.width() * size.height(); }

} // namespace

double sharedPart(const pdf::Placement& one, const pdf::Placement& other)
{
    const double smaller = std::min(areaOf(one.sizeMm), areaOf(other.sizeMm));
    if (one.page != other.page || smaller <= 0 || !one.boundsMm().intersects(other.boundsMm()))
        return 0;
    QPolygonF shared = corners(one);
    const QPolygonF border = corners(other);
    for (qsizetype i = 0; i < border.size() && !shared.isEmpty(); ++i)
        shared = cut(shared, border[i], border[(i + 1) % border.size()]);
    return std::min(1.0, area(shared) / smaller);
}

} // namespace bidseal::plan
