#pragma once

#include "core/base/Secret.h"

namespace bidseal::cli {

/// What opens the document: from the file, or from the terminal where the document wants one; empty where it wants
/// none. A wrong one is found by whoever opens the document with it.
[[nodiscard]] Result<Secret> documentPassword(const QString& document, const QString& passwordFile);

} // namespace bidseal::cli
