#pragma once

#include "core/plan/Placing.h"

namespace bidseal::plan {

/// The narrowest strip by which a seal can be recognised, in mm.
inline constexpr double kNarrowestStripMm = 2;

/// The strips of a cross-page seal. Strips of one group together are the whole picture, without gap or overlap, each
/// one flush with its page's edge. Errors: PageSetInvalid, MarkOutsidePage (the seal is longer than the edge of every
/// page).
[[nodiscard]] Result<Placed> placeAlongSeam(
    const seal::Seal& seal, const AlongSeam& rule, const std::vector<pdf::PageGeometry>& pages);

} // namespace bidseal::plan
