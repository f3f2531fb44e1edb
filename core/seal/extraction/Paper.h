#pragma once

#include "core/seal/extraction/Raster.h"

#include <QImage>
#include <QRectF>

namespace bidseal::seal::extraction {

/// The blank paper under everything that is on a sheet: its colour and the light that falls on it, which shadows and
/// lamps make different from place to place.
class Paper {
public:
    /// From a picture of the whole sheet, RGB32.
    [[nodiscard]] static Paper under(const QImage& sheet);

    /// What is left when paper and light are divided out of a picture. `place`: where on the sheet it lies, in
    /// fractions of the sheet.
    [[nodiscard]] Reflectance dividedOutOf(const QImage& picture, const QRectF& place = QRectF(0, 0, 1, 1)) const;

private:
    std::array<Plane, 3> m_cells; ///< 0 to 255; coarse, because light changes slowly
};

} // namespace bidseal::seal::extraction
