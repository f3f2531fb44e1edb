#pragma once

#include "core/pdf/DocumentInternals.h"

namespace bidseal::pdf {

/// What Document::marks() gives. Throws Fault (DocumentDamaged, DocumentTooComplex).
[[nodiscard]] std::vector<MarkInFile> readMarks(Document::Internals& document);

} // namespace bidseal::pdf
