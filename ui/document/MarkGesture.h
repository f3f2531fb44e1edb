#pragma once

#include "core/pdf/Geometry.h"
#include "core/seal/Seal.h"

#include <QLineF>

#include <vector>

namespace bidseal::document {

/// What of a mark was taken hold of.
enum class Grip { Body, TopLeft, TopRight, BottomRight, BottomLeft, Rotation };

enum class Rotating { InSteps, Freely };

// Placements in, placements out: what a gesture or a key makes of a mark. All in mm of the visible page.

/// Whether a mark of this size fits the page at all.
[[nodiscard]] bool fits(const pdf::Placement& placement, const pdf::PageGeometry& page);

/// Moved as little as is needed to lie on the page with all of it.
[[nodiscard]] pdf::Placement heldOnPage(pdf::Placement placement, const pdf::PageGeometry& page);

/// The limits of the seal's kind, widened to the size that its owner has given it.
[[nodiscard]] seal::SizeLimits resizeLimits(const seal::Seal& seal);

/// With the longer side `longerSideMm`, within the limits, the proportions and the centre kept.
[[nodiscard]] pdf::Placement resizedTo(
    const pdf::Placement& placement, double longerSideMm, const seal::SizeLimits& limits);

/// A corner pulled to `pointer`; the opposite corner stays where it is, the proportions too.
[[nodiscard]] pdf::Placement pulledTo(
    const pdf::Placement& start, Grip corner, QPointF pointer, const seal::SizeLimits& limits);

/// Turned so that its upper edge looks towards `pointer`; InSteps: by 15 degrees.
[[nodiscard]] pdf::Placement turnedTowards(const pdf::Placement& start, QPointF pointer, Rotating rotating);
[[nodiscard]] double normalisedDegrees(double degrees); ///< 0 … 360, without the end

/// A place near `placement` that someone lining things up would want, and the lines that show why.
struct Snap {
    pdf::Placement placement;
    std::vector<QLineF> guides;
};

/// Snaps to the page's centre lines, to centres and edges of `others` (marks on the same page), to the places of
/// `elsewhere` (marks of the same seal on other pages), to equal distances between neighbours and to the page's
/// margins. At most `reachMm` away.
[[nodiscard]] Snap snapped(const pdf::Placement& placement, const pdf::PageGeometry& page,
    const std::vector<pdf::Placement>& others, const std::vector<pdf::Placement>& elsewhere, double reachMm);

enum class Alignment { Left, Centre, Right, Top, Middle, Bottom };
/// Moved so that it lines up with `to`.
[[nodiscard]] pdf::Placement aligned(const pdf::Placement& placement, const pdf::Placement& to, Alignment alignment);

} // namespace bidseal::document
