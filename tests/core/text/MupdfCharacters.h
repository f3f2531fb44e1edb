#pragma once

#include <QRectF>
#include <QString>

#include <vector>

namespace bidseal::testing {

/// A character as MuPDF sees it, in mm of the visible page: its cell, not only its ink.
struct SeenCharacter {
    QString text;
    QRectF cellMm;
};
/// All characters of one page (the first is 0), in the order in which they are drawn.
[[nodiscard]] std::vector<SeenCharacter> charactersByMupdf(const QString& file, int page);

} // namespace bidseal::testing
