#pragma once

#include "core/seal/extraction/Extraction.h"
#include "core/seal/extraction/Raster.h"

#include <algorithm>

namespace bidseal::seal::extraction {

/// What one pixel of a Reflectance gives back.
using Colour = std::array<float, 3>;

[[nodiscard]] inline Colour colourAt(const Reflectance& sheet, std::size_t index)
{
    return { sheet.channels[0].values()[index], sheet.channels[1].values()[index], sheet.channels[2].values()[index] };
}

/// How much of the light is taken away without giving it a colour, as black print does. 0 to 1.
[[nodiscard]] inline float darkness(const Colour& colour)
{
    return std::clamp(1 - std::max({ colour[0], colour[1], colour[2] }), 0.0F, 1.0F);
}

/// How much a pixel looks like an ink; 0 for paper, about 0.4 to 0.9 where it is fully inked. Red takes green and blue
/// away and leaves red; blue takes red and green; both are blind to black print.
[[nodiscard]] inline float strength(Ink ink, const Colour& colour)
{
    const auto [red, green, blue] = colour;
    if (ink == Ink::Red)
        return red - std::max(green, blue);
    if (ink == Ink::Blue)
        return blue - std::max(red, green);
    return darkness(colour);
}

/// From which strength on something is ink and no stray colour. `background`: 0 to 1, as in ExtractionSettings.
[[nodiscard]] inline float inkThreshold(Ink ink, double background)
{
    const float usual = ink == Ink::Black ? 0.36F : 0.13F;
    return usual * static_cast<float>(0.5 + background);
}

} // namespace bidseal::seal::extraction
