#pragma once

#include "core/plan/Placing.h"
#include "ui/document/MarkList.h"

/// Where marks stand, as people say it.
namespace bidseal::plan {

/// "page 3", "pages 1–812", "pages 1, 3 and more", of page indexes in any order.
[[nodiscard]] QString pagesInWords(std::vector<int> pages);

/// "pages 1–812, right edge, 41 seals", "page 3, 120 mm from left, 230 mm from top", "at “盖章”, 4 places". The marks
/// of one line of a plan, or a single one that was placed by hand; not empty.
[[nodiscard]] QString placesInWords(const std::vector<const document::PlacedMark*>& marks);

/// Of several that are looked for ("盖章|签章") the first one, and that there are more.
[[nodiscard]] QString keywordInWords(const QString& text);

/// "covers another seal on page 3"
[[nodiscard]] QString cautionInWords(Caution caution, const std::vector<int>& pages);

} // namespace bidseal::plan
