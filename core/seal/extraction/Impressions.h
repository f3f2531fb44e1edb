#pragma once

#include "core/seal/extraction/FittedOutline.h"

#include <QImage>

namespace bidseal::seal::extraction {

/// An impression on the overview of a sheet, in the overview's pixels.
struct FoundImpression {
    FittedOutline outline;
    QRect box; ///< of its ink
    Ink ink = Ink::Red;
    double score = 0;
};

/// Where to look, and what for; lengths in the overview's pixels.
struct Search {
    Subject subject = Subject::Seal;
    Ink ink = Ink::Automatic;
    double background = 0.5;
    QRect region; ///< look here only
    bool regionChosen = false; ///< by a person: whatever ink is in it is meant
    std::optional<double> pixelsPerMm {};
};

/// Impressions of all inks asked for, the best first: complete, evenly inked, undisturbed by print.
[[nodiscard]] std::vector<FoundImpression> findImpressions(const Reflectance& sheet, const Search& search);

} // namespace bidseal::seal::extraction
