#include "ui/document/MarkGesture.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bidseal::document {

namespace {

constexpr double kRotationStep = 15.0;
constexpr double kMarginsMm[] = { 10, 20 }; ///< that a page's text usually keeps

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

/// From where to where something reaches along one axis.
struct Extent {
    double from = 0, to = 0;
    [[nodiscard]] double length() const { return to - from; }
    [[nodiscard]] double middle() const { return (from + to) / 2; }
};

/// Along one axis: how far to move, and what shows why: the line on which the mark then lies, or the gaps that are then
/// equal.
struct AxisSnap {
    double shift = 0;
    std::optional<double> line;
    std::vector<Extent> gaps;
    [[nodiscard]] bool found() const { return line || !gaps.empty(); }
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
                best = { line - point, line, {} };
            }
        }
    }
    return best;
}

/// Where the mark is as far from one of two neighbours as they are from each other, or in the middle between them.
AxisSnap evenlySpaced(const Extent& own, std::vector<Extent> row, double reach)
{
    AxisSnap best;
    double distance = reach;
    const auto offer = [&](double from, std::vector<Extent> gaps) {
        if (std::abs(from - own.from) < distance) {
            distance = std::abs(from - own.from);
            best = { from - own.from, {}, std::move(gaps) };
        }
    };
    std::sort(row.begin(), row.end(), [](const Extent& a, const Extent& b) { return a.from < b.from; });
    for (std::size_t i = 1; i < row.size(); ++i) {
        const Extent& before = row[i - 1];
        const Extent& behind = row[i];
        const double gap = behind.from - before.to;
        if (gap <= 0)
            continue;
        offer(behind.to + gap, { { before.to, behind.from }, { behind.to, behind.to + gap } });
        offer(before.from - gap - own.length(), { { before.from - gap, before.from }, { before.to, behind.from } });
        const double half = (gap - own.length()) / 2;
        if (half > 0)
            offer(before.to + half, { { before.to, before.to + half }, { behind.from - half, behind.from } });
    }
    return best;
}

/// All that draws a mark along one axis, what matters most first.
struct AxisLines {
    std::vector<double> centres, edges, margins;
    std::vector<Extent> row; ///< of the marks beside it
};

AxisSnap snapAlong(const Extent& own, const AxisLines& lines, double reach)
{
    const std::vector<double> edges { own.from, own.to };
    AxisSnap snap = nearest({ own.middle() }, lines.centres, reach);
    if (!snap.found())
        snap = nearest(edges, lines.edges, reach);
    if (!snap.found())
        snap = evenlySpaced(own, lines.row, reach);
    if (!snap.found())
        snap = nearest(edges, lines.margins, reach);
    return snap;
}

bool overlap(const Extent& one, const Extent& other) { return one.from < other.to && other.from < one.to; }

Extent acrossOf(const QRectF& rect) { return { rect.left(), rect.right() }; }
Extent downOf(const QRectF& rect) { return { rect.top(), rect.bottom() }; }

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

    AxisLines across { { size.width() / 2 }, {}, {}, {} };
    AxisLines down { { size.height() / 2 }, {}, {}, {} };
    for (const double margin : kMarginsMm) {
        across.margins.insert(across.margins.end(), { margin, size.width() - margin });
        down.margins.insert(down.margins.end(), { margin, size.height() - margin });
    }
    for (const pdf::Placement& other : others) {
        const QRectF theirs = other.boundsMm();
        across.centres.push_back(theirs.center().x());
        down.centres.push_back(theirs.center().y());
        across.edges.insert(across.edges.end(), { theirs.left(), theirs.right() });
        down.edges.insert(down.edges.end(), { theirs.top(), theirs.bottom() });
        if (overlap(downOf(theirs), downOf(bounds)))
            across.row.push_back(acrossOf(theirs));
        if (overlap(acrossOf(theirs), acrossOf(bounds)))
            down.row.push_back(downOf(theirs));
    }
    for (const pdf::Placement& same : elsewhere) {
        across.centres.push_back(same.centreMm.x());
        down.centres.push_back(same.centreMm.y());
    }

    const AxisSnap x = snapAlong(acrossOf(bounds), across, reachMm);
    const AxisSnap y = snapAlong(downOf(bounds), down, reachMm);

    Snap snap { placement, {} };
    snap.placement.centreMm += QPointF(x.shift, y.shift);
    snap.placement = heldOnPage(snap.placement, page);
    if (x.line)
        snap.guides.emplace_back(*x.line, 0, *x.line, size.height());
    if (y.line)
        snap.guides.emplace_back(0, *y.line, size.width(), *y.line);
    for (const Extent& gap : x.gaps)
        snap.guides.emplace_back(gap.from, snap.placement.centreMm.y(), gap.to, snap.placement.centreMm.y());
    for (const Extent& gap : y.gaps)
        snap.guides.emplace_back(snap.placement.centreMm.x(), gap.from, snap.placement.centreMm.x(), gap.to);
    return snap;
}

pdf::Placement aligned(const pdf::Placement& placement, const pdf::Placement& to, Alignment alignment)
{
    const QRectF own = placement.boundsMm();
    const QRectF theirs = to.boundsMm();
    pdf::Placement result = placement;
    switch (alignment) {
    case Alignment::Left:
        result.centreMm.rx() += theirs.left() - own.left();
        break;
    case Alignment::Centre:
        result.centreMm.rx() += theirs.center().x() - own.center().x();
        break;
    case Alignment::Right:
        result.centreMm.rx() += theirs.right() - own.right();
        break;
    case Alignment::Top:
        result.centreMm.ry() += theirs.top() - own.top();
        break;
    case Alignment::Middle:
        result.centreMm.ry() += theirs.center().y() - own.center().y();
        break;
    case Alignment::Bottom:
        result.centreMm.ry() += theirs.bottom() - own.bottom();
        break;
    }
    return result;
}

} // namespace bidseal::document
