#pragma once

#include <podofo/podofo-base.h>

#include <string>

namespace bidseal::pdf {

/// The decoded bytes of a cross-reference or object stream: unfiltered, or FlateDecode with PNG predictors, which is
/// what writers use for these two. Never more than `limit` bytes, whatever a few kilobytes claim to hold.
/// Throws Fault (DocumentDamaged, DocumentTooComplex).
[[nodiscard]] std::string decodeStream(std::string bytes, const PoDoFo::PdfDictionary& dictionary, std::size_t limit);

} // namespace bidseal::pdf
