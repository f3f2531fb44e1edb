#pragma once

#include "core/pdf/ObjectStore.h"

namespace bidseal::pdf {

/// Whether the document's metadata claim PDF/A-1 (ISO 19005-1, 6.7.11), which knows no object streams and no
/// cross-reference streams (6.1.4). Metadata that cannot be read claim nothing.
[[nodiscard]] bool claimsPdfA1(ObjectStore& store);

} // namespace bidseal::pdf
