#pragma once

#include "core/plan/Placing.h"

namespace bidseal::plan {

/// The narrowest strip by which a seal can be recognised, in mm.
inline constexpr double kNarrowestStripMm = 2;

/// The strips of a cross-page seal. Strips of one group together are the whole picture, without gap or overlap (one
/// strip's `part` ends at the very number at which the next begins), each one flush with its page's edge. A page that
/// is smaller than the seal is left out before the seal is cut. Strips of equal groups have equal parts, so that the
/// file stays small. Errors: PageSetInvalid, MarkOutsidePage (the seal is larger than every page).
[[nodiscard]] Result<Placed> placeAlongSeam(
    const seal::Seal& seal, const AlongSeam& rule, const std::vector<pdf::PageGeometry>& pages);

} // namespace bidseal::plan
