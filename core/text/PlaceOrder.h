#pragma once

#include <QRectF>
#include <QString>

#include <vector>

namespace bidseal::text {

/// A character, or several that were set together, and where they stand.
struct Piece {
    QString text;
    QRectF box;
    bool isSingle = true; ///< one character
};

/// Where `needle` (folded already) stands when pieces are read by their places, in lines from left to right and in
/// columns from top to bottom, in whatever order the document draws them; upside down and upwards where that shows
/// nothing and `needle` is not short. Lines are not joined with each other, nor what stands more than `widestGap`
/// characters apart.
[[nodiscard]] std::vector<QRectF> findByPlace(
    const std::vector<Piece>& pieces, const QString& needle, double widestGap);

} // namespace bidseal::text
