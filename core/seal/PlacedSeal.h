#pragma once

#include "core/pdf/Geometry.h"
#include "core/seal/Seal.h"

namespace bidseal::seal {

/// A seal on a page of the document that is being prepared.
struct PlacedSeal {
    Seal seal;
    pdf::Placement placement;
};

} // namespace bidseal::seal
