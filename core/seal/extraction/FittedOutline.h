#pragma once

#include "core/seal/extraction/Extraction.h"
#include "core/seal/extraction/Raster.h"

#include <QPointF>

namespace bidseal::seal::extraction {

/// The circle, ellipse or rectangle on which the outermost ink of an impression lies.
struct FittedOutline {
    Outline shape = Outline::Free;
    QPointF centre;
    QSizeF size; ///< along its own axes; of an oval the first is the longer one
    double angle = 0; ///< degrees, clockwise; -45 to 45, of an oval -90 to 90
    double coverage = 0; ///< 0 to 1: how much of it is inked

    /// By how much a point lies outside (positive) or inside, in pixels, nearly.
    [[nodiscard]] double distance(QPointF point) const;
    [[nodiscard]] QPolygonF polygon(double margin = 0) const; ///< closed
    [[nodiscard]] FittedOutline scaled(double factor) const;
    [[nodiscard]] FittedOutline translated(QPointF by) const;
};

/// Fits what suits best; Free (the box of the ink) where nothing does.
[[nodiscard]] FittedOutline fitOutline(const Mask& ink, const QRect& box);

} // namespace bidseal::seal::extraction
