#include "core/seal/extraction/Raster.h"

#include <algorithm>
#include <numbers>

namespace bidseal::seal::extraction {

namespace {

template <class Value> Raster<Value> transposed(const Raster<Value>& raster)
{
    Raster<Value> result(QSize(raster.height(), raster.width()));
    constexpr int kTile = 32; // keeps both sides in the cache
    for (int top = 0; top < raster.height(); top += kTile) {
        for (int left = 0; left < raster.width(); left += kTile) {
            for (int y = top; y < std::min(top + kTile, raster.height()); ++y) {
                for (int x = left; x < std::min(left + kTile, raster.width()); ++x)
                    result.at(y, x) = raster.at(x, y);
            }
        }
    }
    return result;
}

Plane boxedAlongRows(const Plane& plane, int radius)
{
    Plane result(plane.size());
    const int last = plane.width() - 1;
    const auto width = static_cast<float>(2 * radius + 1);
    for (int y = 0; y < plane.height(); ++y) {
        const float* from = plane.row(y);
        float* to = result.row(y);
        double sum = 0;
        for (int x = -radius; x <= radius; ++x)
            sum += from[std::clamp(x, 0, last)];
        for (int x = 0; x <= last; ++x) {
            to[x] = static_cast<float>(sum) / width;
            sum += from[std::min(x + radius + 1, last)] - from[std::max(x - radius, 0)];
        }
    }
    return result;
}

Plane boxedAlongColumns(const Plane& plane, int radius)
{
    Plane result(plane.size());
    const int last = plane.height() - 1;
    const auto height = static_cast<float>(2 * radius + 1);
    std::vector<double> sums(static_cast<std::size_t>(plane.width()), 0); // all columns at once: row by row is quick
    for (int y = -radius; y <= radius; ++y) {
        const float* row = plane.row(std::clamp(y, 0, last));
        for (std::size_t x = 0; x < sums.size(); ++x)
            sums[x] += row[x];
    }
    for (int y = 0; y <= last; ++y) {
        float* to = result.row(y);
        const float *next = plane.row(std::min(y + radius + 1, last)), *past = plane.row(std::max(y - radius, 0));
        for (std::size_t x = 0; x < sums.size(); ++x) {
            to[x] = static_cast<float>(sums[x]) / height;
            sums[x] += next[x] - past[x];
        }
    }
    return result;
}

Plane boxed(const Plane& plane, int radius) { return boxedAlongColumns(boxedAlongRows(plane, radius), radius); }

/// Van Herk's: prefix and suffix extremes of blocks, so that the radius costs nothing.
template <class Value, class Better>
Raster<Value> extremeAlongRows(const Raster<Value>& raster, int radius, Better better)
{
    const int width = raster.width(), window = 2 * radius + 1, padded = width + 2 * radius;
    Raster<Value> result(raster.size());
    std::vector<Value> line(static_cast<std::size_t>(padded)), ahead(line.size()), behind(line.size());
    for (int y = 0; y < raster.height(); ++y) {
        const Value* from = raster.row(y);
        for (int x = 0; x < padded; ++x)
            line[static_cast<std::size_t>(x)] = from[std::clamp(x - radius, 0, width - 1)];
        for (int x = 0; x < padded; ++x) {
            const auto i = static_cast<std::size_t>(x);
            behind[i] = x % window == 0 ? line[i] : better(behind[i - 1], line[i]);
        }
        for (int x = padded - 1; x >= 0; --x) {
            const auto i = static_cast<std::size_t>(x);
            ahead[i] = (x + 1) % window == 0 || x == padded - 1 ? line[i] : better(ahead[i + 1], line[i]);
        }
        for (int x = 0; x < width; ++x)
            result.at(x, y)
                = better(ahead[static_cast<std::size_t>(x)], behind[static_cast<std::size_t>(x + window - 1)]);
    }
    return result;
}

template <class Value, class Better> Raster<Value> extreme(const Raster<Value>& raster, int radius, Better better)
{
    if (radius <= 0 || raster.values().empty())
        return raster;
    return transposed(extremeAlongRows(transposed(extremeAlongRows(raster, radius, better)), radius, better));
}

/// Catmull and Rom's weights of the four values around, `part` of the way from the second to the third.
std::array<float, 4> cubicWeights(double part)
{
    const auto t = static_cast<float>(part);
    return { t * (-0.5F + t * (1 - 0.5F * t)), 1 + t * t * (-2.5F + 1.5F * t), t * (0.5F + t * (2 - 1.5F * t)),
        t * t * (-0.5F + 0.5F * t) };
}

float sampled(const Plane& plane, double x, double y)
{
    const int left = static_cast<int>(std::floor(x)) - 1, top = static_cast<int>(std::floor(y)) - 1;
    const auto across = cubicWeights(x - std::floor(x)), down = cubicWeights(y - std::floor(y));
    float sum = 0;
    for (int row = 0; row < 4; ++row) {
        if (top + row < 0 || top + row >= plane.height())
            continue;
        for (int column = 0; column < 4; ++column) {
            if (left + column >= 0 && left + column < plane.width())
                sum += plane.at(left + column, top + row) * across[static_cast<std::size_t>(column)]
                    * down[static_cast<std::size_t>(row)];
        }
    }
    return sum;
}

constexpr auto kLarger = [](auto a, auto b) { return std::max(a, b); };
constexpr auto kSmaller = [](auto a, auto b) { return std::min(a, b); };

} // namespace

Plane blurred(const Plane& plane, double sigma)
{
    const int radius = static_cast<int>(std::lround((std::sqrt(4 * sigma * sigma + 1) - 1) / 2));
    if (radius < 1 || plane.values().empty())
        return plane;
    return boxed(boxed(boxed(plane, radius), radius), radius);
}

Plane largestAround(const Plane& plane, int radius) { return extreme(plane, radius, kLarger); }
Plane smallestAround(const Plane& plane, int radius) { return extreme(plane, radius, kSmaller); }

/// As largestAround, quicker: what has grown by n grows by up to 2 n + 1 more at once.
Mask grown(const Mask& mask, int radius)
{
    Mask result = mask;
    for (int reached = 0; reached < radius;) {
        const int step = std::min(2 * reached + 1, radius - reached);
        const Mask before = result;
        for (int y = 0; y < mask.height(); ++y) {
            const unsigned char* from = before.row(y);
            unsigned char* to = result.row(y);
            for (int x = 0; x < mask.width() - step; ++x)
                to[x] |= from[x + step];
            for (int x = step; x < mask.width(); ++x)
                to[x] |= from[x - step];
        }
        const Mask across = result;
        for (int y = 0; y < mask.height(); ++y) {
            unsigned char* to = result.row(y);
            for (const int other : { y - step, y + step }) {
                if (other < 0 || other >= mask.height())
                    continue;
                const unsigned char* from = across.row(other);
                for (int x = 0; x < mask.width(); ++x)
                    to[x] |= from[x];
            }
        }
        reached += step;
    }
    return result;
}

std::vector<QPoint> partAround(Mask& mask, const std::vector<QPoint>& seeds)
{
    std::vector<QPoint> part;
    const auto take = [&mask, &part](QPoint at) {
        if (!mask.rect().contains(at) || !mask.at(at.x(), at.y()))
            return;
        mask.at(at.x(), at.y()) = 0;
        part.push_back(at);
    };
    for (const QPoint seed : seeds)
        take(seed);
    for (std::size_t i = 0; i < part.size(); ++i) {
        const QPoint at = part[i];
        for (const QPoint step : { QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1) })
            take(at + step);
    }
    return part;
}

std::vector<std::vector<QPoint>> partsOf(Mask mask)
{
    std::vector<std::vector<QPoint>> parts;
    for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x) {
            if (mask.at(x, y))
                parts.push_back(partAround(mask, { { x, y } }));
        }
    }
    return parts;
}

Mask above(const Plane& plane, float threshold)
{
    Mask mask(plane.size());
    std::transform(plane.values().begin(), plane.values().end(), mask.values().begin(),
        [threshold](float value) { return static_cast<unsigned char>(value > threshold); });
    return mask;
}

Plane filled(const Plane& plane, const Plane& weights, const std::vector<double>& sigmas)
{
    constexpr float kEnough = 0.12F; // of what is around is trusted
    Plane weighted(plane.size());
    std::transform(plane.values().begin(), plane.values().end(), weights.values().begin(), weighted.values().begin(),
        [](float value, float weight) { return value * weight; });
    Plane result = plane;
    Plane missing(plane.size());
    std::transform(weights.values().begin(), weights.values().end(), missing.values().begin(),
        [](float weight) { return 1 - weight; });
    const auto isGap = [](float gap) { return gap > 0; };
    for (const double sigma : sigmas) {
        if (std::none_of(missing.values().begin(), missing.values().end(), isGap))
            break;
        const Plane sums = blurred(weighted, sigma), total = blurred(weights, sigma);
        for (std::size_t i = 0; i < result.values().size(); ++i) {
            float& gap = missing.values()[i];
            if (gap <= 0 || total.values()[i] < kEnough)
                continue;
            result.values()[i] = (1 - gap) * plane.values()[i] + gap * sums.values()[i] / total.values()[i];
            gap = 0;
        }
    }
    return result;
}

Plane turned(const Plane& plane, double degrees)
{
    const double radians = degrees * std::numbers::pi / 180;
    const double cosine = std::cos(radians), sine = std::sin(radians);
    const auto longest = [](double a, double b) { return static_cast<int>(std::ceil(std::abs(a) + std::abs(b))); };
    Plane result(QSize(longest(plane.width() * cosine, plane.height() * sine),
        longest(plane.width() * sine, plane.height() * cosine)));
    for (int y = 0; y < result.height(); ++y) {
        const double down = y + 0.5 - result.height() / 2.0;
        for (int x = 0; x < result.width(); ++x) {
            const double right = x + 0.5 - result.width() / 2.0;
            result.at(x, y) = sampled(plane, right * cosine + down * sine + plane.width() / 2.0 - 0.5,
                down * cosine - right * sine + plane.height() / 2.0 - 0.5);
        }
    }
    return result;
}

float quantile(std::vector<float>& values, double part)
{
    if (values.empty())
        return 0;
    const auto rank = static_cast<std::ptrdiff_t>(std::clamp(part, 0.0, 1.0) * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + rank, values.end());
    return values[static_cast<std::size_t>(rank)];
}

} // namespace bidseal::seal::extraction
