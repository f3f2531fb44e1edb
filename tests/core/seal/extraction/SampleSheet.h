#pragma once

#include "core/seal/extraction/Extraction.h"

class QPainter;

namespace bidseal::test {

/// The seals that are stamped on sample sheets. Each says 示例 and 样章.
enum class SampleSeal { Star, Round, Oval, Square };
enum class SamplePaper { White, Lined, Shadowed, Yellowed };

struct SheetPlan {
    SampleSeal seal = SampleSeal::Star;
    seal::Ink ink = seal::Ink::Red;
    SamplePaper paper = SamplePaper::White;
    double dpi = 300;
    double turn = 0; ///< degrees, clockwise: how the sheet lies on the scanner
    double noise = 3; ///< standard deviation of 255 levels
    double blurMm = 0.04; ///< of the optics, standard deviation
    int jpegQuality = 0; ///< 0: PNG
    bool unevenLight = false;
    bool print = false; ///< lines of text, under coloured ink, beside black ink
    int impressions = 1; ///< 1, 3 or 4: one is good, the others are cut, faint or torn
    quint32 seed = 1;

    [[nodiscard]] QString name() const;
};

/// A sheet of which it is known what was stamped on it.
struct SampleSheet {
    QByteArray file; ///< PNG or JPEG that says its dpi
    QSizeF sealMm;
    QPointF goodMm; ///< the good impression's middle, before the sheet was turned
    QPointF goodPixel; ///< and on the scan
};

[[nodiscard]] SampleSheet drawSheet(const SheetPlan& plan);

/// The good impression's seal as it was cut (Grayscale8, 255: ink) on a canvas of `size` pixels, its middle `shift`
/// pixels off the canvas' own, turned by `turn` degrees.
[[nodiscard]] QImage trueMask(const SheetPlan& plan, QSize size, QPointF shift = {}, double turn = 0);

} // namespace bidseal::test
