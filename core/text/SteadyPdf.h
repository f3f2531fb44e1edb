#pragma once

#include "core/base/Secret.h"

#include <QPdfDocument>
#include <QString>

namespace bidseal::text {

/// QPdfDocument::load() for a file that another program may be writing: as large as it is now. Where it becomes shorter
/// meanwhile Qt PDF would wait for its end for ever, and with it every other document. `password`: null where it has
/// none.
[[nodiscard]] QPdfDocument::Error loadSteady(QPdfDocument& document, const QString& path, const Secret* password);

} // namespace bidseal::text
