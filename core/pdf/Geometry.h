#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace bidseal::pdf {

/// A page as its reader sees it. Millimetres count from the visible page's top left corner, right and down, after
/// rotation and UserUnit; points are the page's own user space, up from the bottom left.
struct PageGeometry {
    QRectF visibleBox; ///< CropBox within MediaBox, in user space units, normalised
    int rotation = 0; ///< 0, 90, 180, 270 clockwise
    double userUnit = 1.0; ///< ISO 32000-2, 14.11.1 table 31: user space unit in 1/72 inch

    [[nodiscard]] QSizeF visibleSizeMm() const;
    [[nodiscard]] QSizeF visibleSizePoints() const; ///< in 1/72 inch, as shown
    /// From millimetres of the visible page to user space.
    [[nodiscard]] QTransform userSpaceFromMm() const;
};

/// Where a mark stands.
struct Placement {
    int page = 0; ///< index, the first is 0
    QPointF centreMm; ///< from the visible page's top left corner
    QSizeF sizeMm;
    double rotationDegrees = 0; ///< clockwise as seen

    /// The smallest upright rectangle around the mark, in mm of the visible page.
    [[nodiscard]] QRectF boundsMm() const;

    friend bool operator==(const Placement&, const Placement&) = default;
};

/// True where all of the mark lies on the visible page (0.1 mm tolerance).
[[nodiscard]] bool liesOnPage(const Placement& placement, const PageGeometry& page);

} // namespace bidseal::pdf
