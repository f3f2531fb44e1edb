#pragma once

#include "core/pdf/Geometry.h"
#include "core/pdf/ObjectStore.h"

#include <vector>

namespace bidseal::pdf {

struct PageNode {
    PoDoFo::PdfReference reference;
    PageGeometry geometry;
};

/// All pages in their order, by an iterative walk that carries the inherited attributes down (7.7.3.4). /Count is not
/// believed. Throws Fault (DocumentDamaged, DocumentTooComplex).
[[nodiscard]] std::vector<PageNode> readPages(ObjectStore& store);

} // namespace bidseal::pdf
