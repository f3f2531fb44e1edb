#pragma once

#include "core/text/PageTexts.h"

namespace bidseal::text {

/// False where a page cannot show `needle` (both folded), in whatever order it draws its characters.
[[nodiscard]] bool mayBeScattered(const QString& pageText, const QString& needle);

/// Looks for a text that the page draws in another order than that of reading: glyph by glyph as a plotter likes it, or
/// font by font. In mm. Costs a few readings of the page, of bounded number; for pages whose text does not show
/// `needle` as it comes.
[[nodiscard]] std::vector<QRectF> findScattered(PageTexts& texts, int page, const QString& needle);

} // namespace bidseal::text
