#pragma once

#include "core/pdf/Geometry.h"
#include "core/seal/Seal.h"

namespace bidseal::seal {

/// A seal on a page of the document that is being prepared, or the strip of a cross-page seal (骑缝章) that falls on
/// it.
struct PlacedSeal {
    Seal seal;
    pdf::Placement placement; ///< of what is seen: a strip's place and size are its own
    QRectF part { 0, 0, 1, 1 }; ///< of the picture, in fractions of its width and height

    [[nodiscard]] bool isStrip() const { return part != QRectF(0, 0, 1, 1); }
};

} // namespace bidseal::seal
