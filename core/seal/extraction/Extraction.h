#pragma once

#include "core/base/Result.h"

#include <QImage>
#include <QPolygonF>
#include <QRect>
#include <QSizeF>

#include <optional>
#include <stop_token>
#include <vector>

namespace bidseal::seal {

/// A sheet of paper that was scanned or photographed.
struct Scan {
    QImage picture; ///< RGB32, upright
    std::optional<double> dpi {}; ///< as the file says it; none where it says nothing that could be true of paper
};

/// Reads PNG and JPEG (whatever the file is called), turned as EXIF says. A file that says 72 or 96 dpi says nothing:
/// cameras and screens write that. Errors: FileNotFound, FileNotReadable, ScanUnreadable (neither PNG nor JPEG,
/// damaged, more than 12 000 pixels a side or 72 million in all, less than 32 pixels a side).
[[nodiscard]] Result<Scan> readScan(const QString& path);

enum class Ink { Automatic, Red, Blue, Black };

/// What is looked for: a seal has an outline, and is found by it; handwriting has none.
enum class Subject { Seal, Handwriting };

enum class Outline { Round, Oval, Square, Rectangle, Free };

enum class Straighten { Yes, No };

/// Strengths go from 0 to 1.
struct ExtractionSettings {
    Subject subject = Subject::Seal;
    Ink ink = Ink::Automatic;
    double background = 0.5; ///< how dense something must be not to count as paper
    double softness = 0.5; ///< 0: hard edges; 1: as soft as the ink on the paper
    double cleaning = 1; ///< 0: each pixel's own colour; 1: the ink's colour everywhere
    Straighten straighten = Straighten::Yes;
    std::optional<QRect> region {}; ///< of the scan's pixels: look here only
    std::optional<QPointF> impressionAt {}; ///< of the scan's pixels: the impression here, or next to it, not the best
    std::optional<double> dpi {}; ///< instead of what the scan says
};

/// An impression (印模) that was found on the sheet.
struct Impression {
    QPolygonF outline; ///< of the scan's pixels, closed
    Outline shape = Outline::Free;
    Ink ink = Ink::Red;
    double score = 0; ///< 0 to 1: complete, evenly inked, undisturbed by print
};

/// A seal that was lifted off its paper.
struct Extraction {
    QImage picture; ///< ARGB32, cropped to the ink; transparent where the paper was
    std::optional<QSizeF> sizeMm; ///< of the picture; none where nobody knows the dpi
    Ink ink = Ink::Red; ///< which it was; never Automatic
    double rotation = 0; ///< degrees, clockwise: how the impression lay on the scan; it is upright in the picture
    std::vector<Impression> impressions; ///< all there are on the sheet, the best first
    int chosen = 0; ///< which of them this is
};

/// Takes the best impression off the paper, or the one that the settings ask for. An impression is turned upright only
/// where something says how it lies: its edges, its star, the lines of print around it; never by quarter turns.
/// Black ink cannot be told from black print that it covers. Errors: ScanUnreadable (no picture), ImpressionNotFound,
/// Cancelled.
[[nodiscard]] Result<Extraction> extract(
    const Scan& scan, const ExtractionSettings& settings = {}, const std::stop_token& stop = {});

} // namespace bidseal::seal
