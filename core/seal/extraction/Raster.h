#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace bidseal::seal::extraction {

/// One value for each pixel.
template <class Value> class Raster {
public:
    Raster() = default;
    explicit Raster(QSize size, Value value = {})
        : m_width(size.width())
        , m_height(size.height())
        , m_values(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height), value)
    {
    }

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] QSize size() const { return { m_width, m_height }; }
    [[nodiscard]] QRect rect() const { return { {}, size() }; }
    [[nodiscard]] Value* row(int y) { return m_values.data() + offset(y); }
    [[nodiscard]] const Value* row(int y) const { return m_values.data() + offset(y); }
    [[nodiscard]] Value& at(int x, int y) { return row(y)[x]; }
    [[nodiscard]] const Value& at(int x, int y) const { return row(y)[x]; }
    [[nodiscard]] std::vector<Value>& values() { return m_values; }
    [[nodiscard]] const std::vector<Value>& values() const { return m_values; }

private:
    [[nodiscard]] std::size_t offset(int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width);
    }

    int m_width = 0, m_height = 0;
    std::vector<Value> m_values;
};

using Plane = Raster<float>;
using Mask = Raster<unsigned char>; ///< 0 or 1

/// Red, green and blue of what the paper gives back of the light: 1 is blank paper, 0 nothing at all.
struct Reflectance {
    std::array<Plane, 3> channels;

    [[nodiscard]] QSize size() const { return channels[0].size(); }
};

/// By a Gaussian, as near as three boxes come to it. Edges repeat.
[[nodiscard]] Plane blurred(const Plane& plane, double sigma);
/// The largest (smallest) value within a square of 2 × radius + 1.
[[nodiscard]] Plane largestAround(const Plane& plane, int radius);
[[nodiscard]] Plane smallestAround(const Plane& plane, int radius);
[[nodiscard]] Mask grown(const Mask& mask, int radius);
/// The pixels of every part of a mask that hangs together, by their sides.
[[nodiscard]] std::vector<std::vector<QPoint>> partsOf(Mask mask);
/// What hangs together with those seeds that lie in the mask; taken out of it.
[[nodiscard]] std::vector<QPoint> partAround(Mask& mask, const std::vector<QPoint>& seeds);
[[nodiscard]] Mask above(const Plane& plane, float threshold);
/// Values where they are trusted (weight 1), and in between what those around suggest, the nearest first.
[[nodiscard]] Plane filled(const Plane& plane, const Plane& weights, const std::vector<double>& sigmas);
/// Turned around its middle by degrees, clockwise, on a canvas that has room for it; sharp, and 0 outside.
[[nodiscard]] Plane turned(const Plane& plane, double degrees);
/// 0 to 1; reorders the values. 0 where there are none.
[[nodiscard]] float quantile(std::vector<float>& values, double part);

} // namespace bidseal::seal::extraction
