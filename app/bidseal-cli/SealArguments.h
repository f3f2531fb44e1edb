#pragma once

#include "app/bidseal-cli/UsageFault.h"
#include "core/plan/Rule.h"

#include <QPointF>
#include <QSizeF>
#include <QString>

#include <optional>
#include <vector>

namespace bidseal::cli {

/// `page=3,x=120mm,y=230mm,rotate=15`
struct Place {
    int page = 1; ///< as people count
    QPointF centreMm; ///< from the visible page's top left corner
    double rotationDegrees = 0; ///< clockwise
};

/// One --seal or --seam with what follows it.
struct SealArgument {
    QString file;
    QSizeF sizeMm; ///< height 0: follows from the picture
    std::vector<Place> places {}; ///< there and nowhere else
    std::vector<plan::Rule> rules {}; ///< several pages, keywords, a seam
    QString holder {}; ///< of the certificate that it was enrolled for; empty: not said
    int signer = 0; ///< index of the --key that puts it
};

enum class SealOption { Seal, Size, At, Keyword, Pages, Seam, SeamSize, SeamEdge, SeamPages, SeamGroup, Holder, By };

/// An option of a seal with its value, in the order of the command line.
struct SealToken {
    SealOption option;
    QString value;
};

/// Whether a seal without a place is a mistake, or one that a plan may choose.
enum class Placeless { Fault, Allowed };

[[nodiscard]] Parsed<Place> parsePlace(const QString& text);
[[nodiscard]] Parsed<QSizeF> parseSealSize(const QString& text); ///< "42mm" or "40x30mm"

/// "TEXT,nth=2,dx=10mm,dy=-5mm": what follows the text may be left out; the text may hold commas.
[[nodiscard]] Parsed<plan::AtKeyword> parseKeyword(const QString& text);

/// What belongs to a seal stands behind its --seal or --seam; several --at and --keyword put the same seal in several
/// places, --pages says on which pages, or which of them are searched.
[[nodiscard]] Parsed<std::vector<SealArgument>> parseSeals(
    const std::vector<SealToken>& tokens, Placeless placeless = Placeless::Fault);

} // namespace bidseal::cli
