#pragma once

#include "core/seal/PlacedSeal.h"

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace bidseal::seal {
class SealPictures;
}

namespace bidseal::document {

/// How a seal meets what is under it.
enum class Ink {
    OnPaper, ///< multiplied, as stamped: the text under it stays readable
    InTheAir, ///< over everything: it is not on a page
};

/// The seal, or its strip, around the painter's (0, 0), `sizeMm` large in the painter's units. Pixel for pixel where it
/// stands upright, so that it is as sharp as the page under it and strips that adjoin have neither gap nor overlap.
void paintSeal(QPainter& painter, seal::SealPictures& pictures, const seal::PlacedSeal& placed, QSizeF sizeMm, Ink ink);

/// The same at its place, the painter's units being mm of the visible page.
void paintOnPage(QPainter& painter, seal::SealPictures& pictures, const seal::PlacedSeal& placed);

} // namespace bidseal::document
