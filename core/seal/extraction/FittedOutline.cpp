#include "core/seal/extraction/FittedOutline.h"

#include <QTransform>

#include <algorithm>
#include <numbers>

namespace bidseal::seal::extraction {

namespace {

constexpr int kDirections = 360;
constexpr double kEnoughCoverage = 0.55; // of a fitted shape's line; below it nobody would see the shape
constexpr double kRoundness
    = 0.94; // shorter by longer side, from where on an oval counts as round, a rectangle as square

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

/// The outermost ink in each direction from a centre.
std::vector<QPointF> outermostInk(const Mask& ink, const QRect& box, QPointF centre)
{
    std::vector<double> farthest(kDirections, 0);
    std::vector<QPointF> points(kDirections);
    for (int y = box.top(); y <= box.bottom(); ++y) {
        for (int x = box.left(); x <= box.right(); ++x) {
            if (!ink.at(x, y))
                continue;
            const QPointF from = QPointF(x + 0.5, y + 0.5) - centre;
            const double distance = std::hypot(from.x(), from.y());
            const double turn = std::atan2(from.y(), from.x()) / (2 * std::numbers::pi) + 0.5;
            const auto direction = static_cast<std::size_t>(turn * kDirections) % kDirections;
            if (distance <= farthest[direction])
                continue;
            farthest[direction] = distance;
            points[direction] = from * ((distance + 0.5) / std::max(distance, 0.5)); // to the pixel's outer edge
        }
    }
    std::vector<QPointF> outermost;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (farthest[i] > 0)
            outermost.push_back(points[i]);
    }
    return outermost;
}

/// a x² + b x y + c y² + d x + e y = 1
using Conic = std::array<double, 5>;

std::optional<Conic> solved(std::array<std::array<double, 6>, 5> rows)
{
    for (std::size_t i = 0; i < 5; ++i) {
        std::size_t best = i;
        for (std::size_t j = i + 1; j < 5; ++j) {
            if (std::abs(rows[j][i]) > std::abs(rows[best][i]))
                best = j;
        }
        std::swap(rows[i], rows[best]);
        if (std::abs(rows[i][i]) < 1e-12)
            return {};
        for (std::size_t j = 0; j < 5; ++j) {
            if (j == i)
                continue;
            const double factor = rows[j][i] / rows[i][i];
            for (std::size_t k = i; k < 6; ++k)
                rows[j][k] -= factor * rows[i][k];
        }
    }
    Conic conic {};
    for (std::size_t i = 0; i < 5; ++i)
        conic[i] = rows[i][5] / rows[i][i];
    return conic;
}

std::optional<Conic> conicThrough(const std::vector<QPointF>& points)
{
    std::array<std::array<double, 6>, 5> rows {};
    for (const QPointF& p : points) {
        const std::array<double, 6> terms { p.x() * p.x(), p.x() * p.y(), p.y() * p.y(), p.x(), p.y(), 1 };
        for (std::size_t i = 0; i < 5; ++i) {
            for (std::size_t j = 0; j < 6; ++j)
                rows[i][j] += terms[i] * terms[j];
        }
    }
    return solved(rows);
}

/// From the origin, in the point's direction; 0 where the conic is not around it.
double radiusTowards(const Conic& conic, QPointF point)
{
    const double length = std::hypot(point.x(), point.y());
    const double x = point.x() / length, y = point.y() / length;
    const double square = conic[0] * x * x + conic[1] * x * y + conic[2] * y * y;
    const double linear = conic[3] * x + conic[4] * y;
    const double root = linear * linear + 4 * square;
    return square > 0 && root > 0 ? (std::sqrt(root) - linear) / (2 * square) : 0;
}

std::optional<FittedOutline> ellipseOf(const Conic& conic)
{
    const auto [a, b, c, d, e] = conic;
    const double determinant = 4 * a * c - b * b;
    if (determinant <= 0 || a <= 0)
        return {};
    const QPointF centre((b * e - 2 * c * d) / determinant, (b * d - 2 * a * e) / determinant);
    const double level = 1 + a * centre.x() * centre.x() + b * centre.x() * centre.y() + c * centre.y() * centre.y();
    const double middle = (a + c) / 2, spread = std::hypot((a - c) / 2, b / 2);
    if (level <= 0 || middle <= spread)
        return {};
    FittedOutline fitted;
    fitted.centre = centre;
    fitted.size = 2 * QSizeF(std::sqrt(level / (middle - spread)), std::sqrt(level / (middle + spread)));
    // The longer axis is where the quadratic form is smallest.
    fitted.angle = std::atan2(-b, c - a) / 2 * 180 / std::numbers::pi;
    const bool isRound = fitted.size.height() > kRoundness * fitted.size.width();
    fitted.shape = isRound ? Outline::Round : Outline::Oval;
    if (isRound)
        fitted.angle = 0;
    return fitted;
}

/// Least squares, again and again without what does not belong: text that sticks out, gaps in the ring.
std::optional<FittedOutline> fitEllipse(const std::vector<QPointF>& outermost)
{
    constexpr std::array kTolerances { 0.3, 0.15, 0.08, 0.05, 0.03, 0.03 };
    std::vector<QPointF> kept = outermost;
    std::optional<Conic> conic;
    for (const double tolerance : kTolerances) {
        if (kept.size() < 20)
            return {};
        conic = conicThrough(kept);
        if (!conic)
            return {};
        kept.clear();
        std::copy_if(outermost.begin(), outermost.end(), std::back_inserter(kept), [&](QPointF point) {
            const double expected = radiusTowards(*conic, point);
            return std::abs(std::hypot(point.x(), point.y()) - expected) <= std::max(tolerance * expected, 1.0);
        });
    }
    return ellipseOf(*conic);
}

struct Sides {
    double left, right, top, bottom;
};

Sides sidesOf(const std::vector<QPointF>& points)
{
    std::vector<float> xs, ys;
    for (const QPointF& point : points) {
        xs.push_back(static_cast<float>(point.x()));
        ys.push_back(static_cast<float>(point.y()));
    }
    constexpr double kStray = 0.06; // of the directions may hold something that sticks out
    return { quantile(xs, kStray), quantile(xs, 1 - kStray), quantile(ys, kStray), quantile(ys, 1 - kStray) };
}

double distanceToSides(const Sides& sides, QPointF point)
{
    return std::min(std::min(std::abs(point.x() - sides.left), std::abs(point.x() - sides.right)),
        std::min(std::abs(point.y() - sides.top), std::abs(point.y() - sides.bottom)));
}

struct TurnedSides {
    Sides sides;
    double misfit;
};

TurnedSides sidesAt(const std::vector<QPointF>& points, double angle)
{
    std::vector<QPointF> turned(points.size());
    const QTransform back = QTransform().rotate(-angle);
    std::transform(points.begin(), points.end(), turned.begin(), [&back](QPointF point) { return back.map(point); });
    const Sides sides = sidesOf(turned);
    const double cap = 0.04 * std::max(sides.right - sides.left, sides.bottom - sides.top);
    double misfit = 0;
    for (const QPointF& point : turned)
        misfit += std::min(distanceToSides(sides, point), cap);
    return { sides, misfit / (cap * static_cast<double>(points.size())) };
}

std::optional<FittedOutline> fitRectangle(const std::vector<QPointF>& outermost)
{
    if (outermost.size() < 20)
        return {};
    double best = 0, step = 1.5, from = -45, to = 45, least = 2;
    while (step > 0.04) {
        for (double angle = from; angle <= to; angle += step) {
            const double misfit = sidesAt(outermost, angle).misfit;
            if (misfit < least) {
                least = misfit;
                best = angle;
            }
        }
        from = best - step;
        to = best + step;
        step /= 5;
    }
    const Sides sides = sidesAt(outermost, best).sides;
    FittedOutline fitted;
    fitted.size = { sides.right - sides.left, sides.bottom - sides.top };
    if (fitted.size.isEmpty())
        return {};
    fitted.centre
        = QTransform().rotate(best).map(QPointF((sides.left + sides.right) / 2, (sides.top + sides.bottom) / 2));
    fitted.angle = best;
    const auto [shorter, longer] = std::minmax({ fitted.size.width(), fitted.size.height() });
    fitted.shape = shorter > kRoundness * longer ? Outline::Square : Outline::Rectangle;
    return fitted;
}

Mask cutOut(const Mask& mask, const QRect& place)
{
    Mask result(place.size());
    for (int y = 0; y < place.height(); ++y)
        std::copy_n(mask.row(place.top() + y) + place.left(), place.width(), result.row(y));
    return result;
}

/// How much of the shape's line has ink on it or just within.
double coverageOf(const FittedOutline& fitted, const Mask& nearInk)
{
    constexpr int kSamples = 720;
    const QPolygonF line = fitted.polygon(-0.012 * std::max(fitted.size.width(), fitted.size.height()));
    double length = 0;
    for (qsizetype i = 1; i < line.size(); ++i)
        length += QLineF(line[i - 1], line[i]).length();
    int inked = 0, all = 0;
    double next = 0, walked = 0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QLineF side(line[i - 1], line[i]);
        for (; next < walked + side.length(); next += length / kSamples) {
            const QPoint pixel = side.pointAt((next - walked) / side.length()).toPoint();
            ++all;
            inked += nearInk.rect().contains(pixel) && nearInk.at(pixel.x(), pixel.y());
        }
        walked += side.length();
    }
    return all ? double(inked) / all : 0;
}

QPointF middleOf(const QRect& box) { return QRectF(box).center(); }

FittedOutline boxOutline(const QRect& box) { return { Outline::Free, middleOf(box), QSizeF(box.size()), 0, 0 }; }

} // namespace

double FittedOutline::distance(QPointF point) const
{
    const QPointF own = angle == 0 ? point - centre : QTransform().rotate(-angle).map(point - centre);
    const double halfWidth = size.width() / 2, halfHeight = size.height() / 2;
    if (shape == Outline::Round || shape == Outline::Oval) {
        const double part = std::hypot(own.x() / halfWidth, own.y() / halfHeight);
        return (part - 1) * (part > 0 ? std::hypot(own.x(), own.y()) / part : std::min(halfWidth, halfHeight));
    }
    return std::max(std::abs(own.x()) - halfWidth, std::abs(own.y()) - halfHeight);
}

QPolygonF FittedOutline::polygon(double margin) const
{
    const double halfWidth = size.width() / 2 + margin, halfHeight = size.height() / 2 + margin;
    QPolygonF own;
    if (shape == Outline::Round || shape == Outline::Oval) {
        constexpr int kCorners = 90;
        for (int i = 0; i <= kCorners; ++i) {
            const double turn = radians(360.0 * i / kCorners);
            own << QPointF(halfWidth * std::cos(turn), halfHeight * std::sin(turn));
        }
    } else {
        own << QPointF(-halfWidth, -halfHeight) << QPointF(halfWidth, -halfHeight) << QPointF(halfWidth, halfHeight)
            << QPointF(-halfWidth, halfHeight) << QPointF(-halfWidth, -halfHeight);
    }
    return QTransform().translate(centre.x(), centre.y()).rotate(angle).map(own);
}

FittedOutline FittedOutline::scaled(double factor) const
{
    FittedOutline result = *this;
    result.centre *= factor;
    result.size *= factor;
    return result;
}

FittedOutline FittedOutline::translated(QPointF by) const
{
    FittedOutline result = *this;
    result.centre += by;
    return result;
}

FittedOutline fitOutline(const Mask& allInk, const QRect& inkBox)
{
    const int tolerance = std::max(1, static_cast<int>(std::lround(0.012 * std::max(inkBox.width(), inkBox.height()))));
    const QRect place = inkBox.adjusted(-tolerance, -tolerance, tolerance, tolerance) & allInk.rect();
    const Mask ink = cutOut(allInk, place);
    const QRect box = inkBox.translated(-place.topLeft());
    const Mask nearInk = grown(ink, tolerance);
    FittedOutline best = boxOutline(box);
    QPointF centre = middleOf(box);
    for (int round = 0; round < 2; ++round) { // from the box's middle, then from the fitted shape's own
        const std::vector<QPointF> outermost = outermostInk(ink, box, centre);
        for (std::optional<FittedOutline> fitted : { fitEllipse(outermost), fitRectangle(outermost) }) {
            if (!fitted)
                continue;
            *fitted = fitted->translated(centre);
            const double longest = 1.2 * std::max(box.width(), box.height());
            if (std::max(fitted->size.width(), fitted->size.height()) > longest)
                continue;
            fitted->coverage = coverageOf(*fitted, nearInk);
            if (fitted->coverage >= std::max(kEnoughCoverage, best.coverage))
                best = *fitted;
        }
        if (best.shape == Outline::Free)
            break;
        centre = best.centre;
    }
    return best.translated(place.topLeft());
}

} // namespace bidseal::seal::extraction
