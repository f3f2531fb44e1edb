#include "core/seal/extraction/InkSeparation.h"

#include <algorithm>

namespace bidseal::seal::extraction {

namespace {

constexpr float kPureInk = 0.7F; // of the strongest strength: surely no edge, no faint spot

float luminance(const Colour& colour) { return 0.299F * colour[0] + 0.587F * colour[1] + 0.114F * colour[2]; }

Plane luminanceOf(const Reflectance& sheet)
{
    Plane result(sheet.size());
    for (std::size_t i = 0; i < result.values().size(); ++i)
        result.values()[i] = luminance(colourAt(sheet, i));
    return result;
}

Plane strengthOf(const Reflectance& sheet, Ink ink)
{
    Plane result(sheet.size());
    for (std::size_t i = 0; i < result.values().size(); ++i)
        result.values()[i] = std::clamp(strength(ink, colourAt(sheet, i)), 0.0F, 1.0F);
    return result;
}

/// The median colour of where the ink is strongest.
Colour fullLayer(const Reflectance& sheet, const Plane& strengths, const Mask& where)
{
    std::vector<float> strong;
    for (std::size_t i = 0; i < where.values().size(); ++i) {
        if (where.values()[i])
            strong.push_back(strengths.values()[i]);
    }
    const float least = kPureInk * quantile(strong, 0.95);
    std::array<std::vector<float>, 3> values;
    for (std::size_t i = 0; i < where.values().size(); ++i) {
        if (!where.values()[i] || strengths.values()[i] < least)
            continue;
        for (std::size_t channel = 0; channel < 3; ++channel)
            values[channel].push_back(sheet.channels[channel].values()[i]);
    }
    Colour colour {};
    for (std::size_t channel = 0; channel < 3; ++channel)
        colour[channel] = std::clamp(quantile(values[channel], 0.5), 0.0F, 0.97F);
    return colour;
}

/// In which channel the ink lets most of the light through, and print does not.
std::size_t clearestChannel(Ink ink) { return ink == Ink::Blue ? 2 : 0; }

/// How much of a pixel is inked where print may lie over it or beside it: print darkens all channels alike, so that the
/// ratio between an absorbed channel and the clear one is the ink's alone.
float coverageByColour(const Colour& colour, const Colour& ink, std::size_t clear)
{
    float absorbed = 0, inkAbsorbed = 0;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        if (channel == clear)
            continue;
        absorbed += colour[channel] / 2;
        inkAbsorbed += ink[channel] / 2;
    }
    const float ratio = absorbed / std::max(colour[clear], 0.03F);
    const float divisor = (1 - inkAbsorbed) - ratio * (1 - ink[clear]);
    return divisor > 0.02F ? std::clamp((1 - ratio) / divisor, 0.0F, 1.0F) : 1.0F;
}

/// How much of the light print takes away where the ink's own share is known. 0 to 1.
float printOver(const Colour& colour, const Colour& ink, std::size_t clear, float coverage)
{
    return std::clamp(1 - colour[clear] / (1 - coverage * (1 - ink[clear])), 0.0F, 1.0F);
}

/// 1 within the outline, 0 a little outside, soft between.
float within(const FittedOutline& outline, int x, int y)
{
    const double side = std::max(outline.size.width(), outline.size.height());
    const double margin = std::max(1.0, 0.006 * side), fade = std::max(1.0, 0.008 * side);
    return static_cast<float>(std::clamp(1 - (outline.distance({ x + 0.5, y + 0.5 }) - margin) / fade, 0.0, 1.0));
}

/// Strokes whose colour says as a whole that they are ink, whatever a thin end of them looks like: in photographs it
/// looks black.
Mask plainlyInk(const Plane& coverage, const Plane& strengths, float fullStrength)
{
    constexpr float kStroke = 0.4F, kColourless = 0.3F, kMostColourless = 0.1F;
    Mask result(coverage.size());
    for (const auto& stroke : partsOf(above(coverage, kStroke))) {
        const auto colourless = std::count_if(stroke.begin(), stroke.end(),
            [&](QPoint at) { return strengths.at(at.x(), at.y()) < kColourless * fullStrength; });
        if (static_cast<float>(colourless) > kMostColourless * static_cast<float>(stroke.size()))
            continue;
        for (const QPoint at : stroke)
            result.at(at.x(), at.y()) = 1;
    }
    return grown(result, 1); // with its soft edge
}

Plane colouredCoverage(const Reflectance& sheet, Ink ink, const Colour& full, const Plane& strengths, double strokes,
    const ExtractionSettings& settings)
{
    const std::size_t clear = clearestChannel(ink);
    const float paperToInk = 1 - luminance(full), fullStrength = strength(ink, full);
    Plane coverage(sheet.size()), print(sheet.size());
    for (std::size_t i = 0; i < coverage.values().size(); ++i) {
        const Colour colour = colourAt(sheet, i);
        coverage.values()[i] = std::clamp((1 - luminance(colour)) / paperToInk, 0.0F, 1.0F);
        print.values()[i] = printOver(colour, full, clear, coverage.values()[i]);
    }

    // Photographs are sharp in light and blurred in colour: colour says where ink is, light says how much.
    const Plane smooth = blurred(strengths, std::clamp(strokes / 5, 0.8, 3.0));
    const float least = std::min(
        inkThreshold(ink, settings.background), fullStrength * static_cast<float>(0.12 + 0.24 * settings.background));
    const Mask inked = grown(above(smooth, least), strokes > 4 ? 2 : 1);
    const Mask plain = plainlyInk(coverage, strengths, fullStrength);
    constexpr float kPrint = 0.5F, kBlackPrint = 0.8F; // of the light
    constexpr float kDoubt = 0.6F; // of a colour that is seen through print
    const Mask printed = grown(above(print, kPrint), std::max(1, static_cast<int>(strokes / 3)));
    Plane trust(sheet.size(), 1);
    for (std::size_t i = 0; i < coverage.values().size(); ++i) {
        if (plain.values()[i])
            continue;
        if (printed.values()[i]) {
            coverage.values()[i] = coverageByColour(colourAt(sheet, i), full, clear);
            trust.values()[i] = print.values()[i] > kBlackPrint ? 0.0F : 1 - kDoubt * print.values()[i];
        }
        if (!inked.values()[i] && trust.values()[i] > 0.5F)
            coverage.values()[i] = 0;
    }
    return filled(coverage, trust, { std::max(1.0, strokes / 4), strokes / 2, strokes, 2 * strokes });
}

/// Black ink is told from black print by hanging together within the outline only.
Plane blackCoverage(const Reflectance& sheet, const Colour& full, double strokes, const ExtractionSettings& settings)
{
    const Plane light = luminanceOf(sheet);
    const float paperToInk = 1 - luminance(full);
    Plane coverage(sheet.size());
    std::transform(light.values().begin(), light.values().end(), coverage.values().begin(),
        [paperToInk](float value) { return std::clamp((1 - value) / paperToInk, 0.0F, 1.0F); });
    const float sure = 0.25F + 0.4F * static_cast<float>(settings.background);
    const Mask nearInk = grown(above(coverage, sure), std::max(2, static_cast<int>(strokes / 2)));
    for (std::size_t i = 0; i < coverage.values().size(); ++i) {
        if (!nearInk.values()[i])
            coverage.values()[i] = 0;
    }
    return coverage;
}

} // namespace

float opacity(float coverage, const ExtractionSettings& settings)
{
    constexpr double kFull = 0.8;
    const double floor = 0.05 + 0.2 * std::clamp(settings.background, 0.0, 1.0);
    const double middle = (floor + kFull) / 2;
    const double width = (kFull - floor) * (0.1 + 1.8 * std::clamp(settings.softness, 0.0, 1.0));
    return static_cast<float>(std::clamp((coverage - middle) / width + 0.5, 0.0, 1.0));
}

SeparatedInk separateInk(
    const Reflectance& sheet, Ink ink, const FittedOutline& outline, double strokes, const ExtractionSettings& settings)
{
    const Plane strengths = strengthOf(sheet, ink);
    Mask where = above(strengths, inkThreshold(ink, settings.background));
    for (int y = 0; y < where.height(); ++y) {
        for (int x = 0; x < where.width(); ++x)
            where.at(x, y) = where.at(x, y) && outline.distance({ x + 0.5, y + 0.5 }) <= 1;
    }
    SeparatedInk result;
    result.ink = fullLayer(sheet, strengths, where);
    result.coverage = ink == Ink::Black ? blackCoverage(sheet, result.ink, strokes, settings)
                                        : colouredCoverage(sheet, ink, result.ink, strengths, strokes, settings);
    for (int y = 0; y < where.height(); ++y) {
        for (int x = 0; x < where.width(); ++x)
            result.coverage.at(x, y) *= within(outline, x, y);
    }
    return result;
}

} // namespace bidseal::seal::extraction
