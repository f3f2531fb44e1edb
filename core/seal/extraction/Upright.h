#pragma once

#include "core/seal/extraction/Raster.h"

#include <QPointF>

#include <optional>

namespace bidseal::seal::extraction {

/// Degrees by which a sheet lies turned, clockwise, as its lines of print and of tables say; none where there are too
/// few. Looks up to 8 degrees either way.
[[nodiscard]] std::optional<double> turnOfPrint(const Reflectance& sheet);

/// Degrees by which the five-pointed star in the middle of a round seal is turned, clockwise, -30 to 30; none where
/// there is no star, or its points could be meant either way.
[[nodiscard]] std::optional<double> turnOfStar(const Mask& ink, QPointF centre, double radius);

} // namespace bidseal::seal::extraction
