#include "core/seal/extraction/Paper.h"

#include <algorithm>

namespace bidseal::seal::extraction {

namespace {

constexpr int kCells = 240; // at most, along the longer side: a millimetre and a bit of an A4 sheet
constexpr double kWidestInk = 0.08; // of the longer side: no solid stroke of a seal is wider than twice this
constexpr float kInkSaturation = 0.12F;
constexpr float kPrintDarkness = 0.62F; // of the light that comes back
constexpr float kDarkest = 8; // no paper is darker; keeps quotients small

struct Pixel {
    int light;
    QRgb colour;
};

/// The brighter pixels of a cell, because paper is what shines between strokes; not the very brightest, which is noise.
std::array<float, 3> brightColour(std::vector<Pixel>& pixels)
{
    const auto first = pixels.size() * 6 / 10, last = std::max(first + 1, pixels.size() * 95 / 100);
    std::sort(pixels.begin(), pixels.end(), [](const Pixel& a, const Pixel& b) { return a.light < b.light; });
    std::array<float, 3> sums {};
    for (auto i = first; i < last; ++i) {
        sums[0] += static_cast<float>(qRed(pixels[i].colour));
        sums[1] += static_cast<float>(qGreen(pixels[i].colour));
        sums[2] += static_cast<float>(qBlue(pixels[i].colour));
    }
    for (float& sum : sums)
        sum /= static_cast<float>(last - first);
    return sums;
}

std::array<Plane, 3> brightCells(const QImage& sheet)
{
    const int side = (std::max(sheet.width(), sheet.height()) + kCells - 1) / kCells;
    const QSize size((sheet.width() + side - 1) / side, (sheet.height() + side - 1) / side);
    std::array<Plane, 3> cells { Plane(size), Plane(size), Plane(size) };
    std::vector<Pixel> pixels;
    for (int row = 0; row < size.height(); ++row) {
        for (int column = 0; column < size.width(); ++column) {
            pixels.clear();
            for (int y = row * side; y < std::min((row + 1) * side, sheet.height()); ++y) {
                const auto* line = reinterpret_cast<const QRgb*>(sheet.constScanLine(y));
                for (int x = column * side; x < std::min((column + 1) * side, sheet.width()); ++x)
                    pixels.push_back({ qGray(line[x]), line[x] });
            }
            const auto colour = brightColour(pixels);
            for (std::size_t channel = 0; channel < 3; ++channel)
                cells[channel].at(column, row) = colour[channel];
        }
    }
    return cells;
}

/// Cells that show paper: neither coloured nor dark beside the brightest around them.
Plane paperWeights(const std::array<Plane, 3>& cells, const std::array<Plane, 3>& brightest)
{
    Mask ink(cells[0].size());
    for (std::size_t i = 0; i < ink.values().size(); ++i) {
        std::array<float, 3> part {};
        for (std::size_t channel = 0; channel < 3; ++channel)
            part[channel] = cells[channel].values()[i] / std::max(brightest[channel].values()[i], kDarkest);
        const auto [least, most] = std::minmax_element(part.begin(), part.end());
        ink.values()[i] = *most - *least > kInkSaturation || *most < kPrintDarkness;
    }
    Plane weights(ink.size());
    std::transform(ink.values().begin(), ink.values().end(), weights.values().begin(),
        [](unsigned char isInk) { return isInk ? 0.0F : 1.0F; });
    return weights;
}

float interpolated(const Plane& cells, double x, double y)
{
    const double left = std::clamp(x, 0.0, cells.width() - 1.0), top = std::clamp(y, 0.0, cells.height() - 1.0);
    const int x0 = static_cast<int>(left), y0 = static_cast<int>(top);
    const int x1 = std::min(x0 + 1, cells.width() - 1), y1 = std::min(y0 + 1, cells.height() - 1);
    const auto right = static_cast<float>(left - x0), down = static_cast<float>(top - y0);
    return (cells.at(x0, y0) * (1 - right) + cells.at(x1, y0) * right) * (1 - down)
        + (cells.at(x0, y1) * (1 - right) + cells.at(x1, y1) * right) * down;
}

} // namespace

Paper Paper::under(const QImage& sheet)
{
    const std::array<Plane, 3> cells = brightCells(sheet);
    const int radius = std::max(2, static_cast<int>(kWidestInk * std::max(cells[0].width(), cells[0].height())));
    std::array<Plane, 3> brightest;
    for (std::size_t channel = 0; channel < 3; ++channel)
        brightest[channel] = smallestAround(largestAround(cells[channel], radius), radius);

    const Plane weights = paperWeights(cells, brightest);
    Paper paper;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const Plane smoothed = filled(cells[channel], weights, { 1.2, 3, 8, 20, 60 });
        paper.m_cells[channel] = blurred(smoothed, 1.2);
        for (float& value : paper.m_cells[channel].values())
            value = std::max(value, kDarkest);
    }
    return paper;
}

Reflectance Paper::dividedOutOf(const QImage& picture, const QRectF& place) const
{
    Reflectance result { { Plane(picture.size()), Plane(picture.size()), Plane(picture.size()) } };
    constexpr int kStep = 4; // pixels between which the paper is taken to be the same
    for (int y = 0; y < picture.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        const double down = (place.top() + place.height() * (y + 0.5) / picture.height()) * m_cells[0].height() - 0.5;
        std::array<float, 3> paper {};
        for (int x = 0; x < picture.width(); ++x) {
            if (x % kStep == 0) {
                const double right
                    = (place.left() + place.width() * (x + 0.5 * kStep) / picture.width()) * m_cells[0].width() - 0.5;
                for (std::size_t channel = 0; channel < 3; ++channel)
                    paper[channel] = interpolated(m_cells[channel], right, down);
            }
            const std::array<int, 3> colour { qRed(line[x]), qGreen(line[x]), qBlue(line[x]) };
            for (std::size_t channel = 0; channel < 3; ++channel)
                result.channels[channel].at(x, y)
                    = std::min(static_cast<float>(colour[channel]) / paper[channel], 1.3F);
        }
    }
    return result;
}

} // namespace bidseal::seal::extraction
