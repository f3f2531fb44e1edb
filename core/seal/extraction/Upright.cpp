#include "core/seal/extraction/Upright.h"

#include "core/seal/extraction/InkStrength.h"

#include <algorithm>
#include <complex>
#include <numbers>

namespace bidseal::seal::extraction {

namespace {

constexpr double kDegree = std::numbers::pi / 180;

/// Where something dark and colourless stands beside something lighter, so that even shadows do not count.
std::vector<QPointF> printOn(const Reflectance& sheet)
{
    constexpr float kDark = 0.14F, kColourless = 0.16F;
    constexpr std::size_t kMostPoints = 40000;
    std::vector<QPointF> points;
    const int width = sheet.size().width();
    for (int y = 0; y < sheet.size().height(); ++y) {
        for (int x = 0; x < width; ++x) {
            const auto i = static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
            const Colour colour = colourAt(sheet, i);
            const auto [least, most] = std::minmax({ colour[0], colour[1], colour[2] });
            if (1 - most > kDark && most - least < kColourless)
                points.push_back({ double(x), double(y) });
        }
    }
    const std::size_t step = points.size() / kMostPoints + 1;
    for (std::size_t i = 0; i * step < points.size(); ++i)
        points[i] = points[i * step];
    points.resize((points.size() + step - 1) / step);
    return points;
}

/// High where the points lie in rows that run at this angle.
double rowedness(const std::vector<QPointF>& points, double degrees, double reach)
{
    const double sine = std::sin(degrees * kDegree), cosine = std::cos(degrees * kDegree);
    std::vector<double> rows(static_cast<std::size_t>(2 * reach) + 3, 0);
    for (const QPointF& point : points) {
        const double row = point.y() * cosine - point.x() * sine + reach;
        const auto first = static_cast<std::size_t>(row);
        const double rest = row - static_cast<double>(first);
        rows[first] += 1 - rest;
        rows[first + 1] += rest;
    }
    double sum = 0;
    for (const double row : rows)
        sum += row * row;
    return sum;
}

/// The peak of a parabola through three values, in steps from the middle one.
double peakBeside(double left, double middle, double right)
{
    const double bend = left - 2 * middle + right;
    return bend < 0 ? std::clamp((left - right) / (2 * bend), -1.0, 1.0) : 0;
}

/// The ink in the middle of a round seal: what hangs together with the ink nearest to its centre.
std::vector<QPoint> middlePart(const Mask& ink, QPointF centre, double radius)
{
    std::vector<QPoint> seeds;
    const int reach = static_cast<int>(0.08 * radius) + 1;
    for (int y = -reach; y <= reach; ++y) {
        for (int x = -reach; x <= reach; ++x)
            seeds.push_back(centre.toPoint() + QPoint(x, y));
    }
    Mask open = ink;
    return partAround(open, seeds);
}

QPointF middleOf(const std::vector<QPoint>& part)
{
    QPointF sum;
    for (const QPoint& point : part)
        sum += QPointF(point) + QPointF(0.5, 0.5);
    return sum / static_cast<double>(part.size());
}

} // namespace

std::optional<double> turnOfPrint(const Reflectance& sheet)
{
    constexpr double kStep = 0.25, kFarthest = 8;
    constexpr std::size_t kFewest = 600; // points
    constexpr double kSure = 1.35; // times what any other angle gives
    const std::vector<QPointF> points = printOn(sheet);
    if (points.size() < kFewest)
        return {};
    const double reach = std::hypot(sheet.size().width(), sheet.size().height());
    std::vector<double> found;
    for (double angle = -kFarthest; angle <= kFarthest; angle += kStep)
        found.push_back(rowedness(points, angle, reach));
    const auto best = std::max_element(found.begin(), found.end());
    auto sorted = found;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2), sorted.end());
    if (best == found.begin() || best == found.end() - 1 || *best < kSure * sorted[sorted.size() / 2])
        return {};
    const double peak = peakBeside(*(best - 1), *best, *(best + 1));
    return -kFarthest + kStep * (static_cast<double>(best - found.begin()) + peak);
}

std::optional<double> turnOfStar(const Mask& ink, QPointF centre, double radius)
{
    const std::vector<QPoint> part = middlePart(ink, centre, radius);
    if (part.size() < 40)
        return {};
    const QPointF middle = middleOf(part);
    if (std::hypot(middle.x() - centre.x(), middle.y() - centre.y()) > 0.07 * radius)
        return {};
    constexpr std::size_t kDirections = 180;
    std::array<double, kDirections> farthest {};
    for (const QPoint& point : part) {
        const QPointF from = QPointF(point) + QPointF(0.5, 0.5) - middle;
        const double turn = std::atan2(from.y(), from.x()) / (2 * std::numbers::pi) + 0.5;
        double& reach = farthest[static_cast<std::size_t>(turn * kDirections) % kDirections];
        reach = std::max(reach, std::hypot(from.x(), from.y()));
    }
    if (*std::max_element(farthest.begin(), farthest.end()) > 0.6 * radius)
        return {};

    // The share of each symmetry in the star's line: five points leave hardly anything for one to four and six.
    std::array<std::complex<double>, 7> shares {};
    for (std::size_t i = 0; i < kDirections; ++i) {
        const double turn = ((static_cast<double>(i) + 0.5) / kDirections - 0.5) * 2 * std::numbers::pi;
        for (std::size_t n = 0; n < shares.size(); ++n)
            shares[n] += std::polar(farthest[i] / kDirections, -static_cast<double>(n) * turn);
    }
    const double five = std::abs(shares[5]);
    for (const std::size_t other : { 1, 2, 3, 4, 6 }) {
        if (std::abs(shares[other]) > 0.4 * five)
            return {};
    }
    if (five < 0.1 * std::abs(shares[0]))
        return {};
    // A point that looks up (-90 degrees) is where the fifth share's phase is -450, that is -90 degrees.
    const double turn = std::remainder(-std::arg(shares[5]) / kDegree / 5 + 90, 72.0);
    constexpr double kSureTurn = 30; // at 36 it could be either way
    return std::abs(turn) <= kSureTurn ? std::optional(turn) : std::nullopt;
}

} // namespace bidseal::seal::extraction
