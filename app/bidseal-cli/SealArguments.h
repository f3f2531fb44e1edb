#pragma once

#include "app/bidseal-cli/UsageFault.h"

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

/// One --seal with what follows it.
struct SealArgument {
    QString file;
    QSizeF sizeMm; ///< height 0: follows from the picture
    std::vector<Place> places;
    QString holder {}; ///< of the certificate that it was enrolled for; empty: not said
};

enum class SealOption { Seal, Size, At, Holder };

/// An option of a seal with its value, in the order of the command line.
struct SealToken {
    SealOption option;
    QString value;
};

[[nodiscard]] Parsed<Place> parsePlace(const QString& text);
[[nodiscard]] Parsed<QSizeF> parseSealSize(const QString& text); ///< "42mm" or "40x30mm"

/// --seal-size, --at and --seal-holder belong to the --seal before them; several --at put the same seal in several
/// places.
[[nodiscard]] Parsed<std::vector<SealArgument>> parseSeals(const std::vector<SealToken>& tokens);

} // namespace bidseal::cli
