#pragma once

#include "core/seal/extraction/FittedOutline.h"
#include "core/seal/extraction/InkStrength.h"

namespace bidseal::seal::extraction {

/// The ink of one impression, apart from paper and print.
struct SeparatedInk {
    Plane coverage; ///< 0 to 1: how much of a full layer each pixel has; nothing outside the outline
    Colour ink {}; ///< what a full layer of it gives back of the light
};

/// `sheet` is the part of the scan around the impression; `outline` is in its pixels. `strokes`: the width in pixels
/// of a stroke of print, nearly.
[[nodiscard]] SeparatedInk separateInk(const Reflectance& sheet, Ink ink, const FittedOutline& outline, double strokes,
    const ExtractionSettings& settings);

/// How opaque a pixel is made for its coverage, 0 to 1: what is faint counts as paper, what is nearly full as full.
[[nodiscard]] float opacity(float coverage, const ExtractionSettings& settings);

} // namespace bidseal::seal::extraction
