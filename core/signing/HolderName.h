#pragma once

#include <QString>

namespace bidseal::signing {

/// As two people would call it the same name: without spaces, all brackets alike, wide forms as narrow ones.
[[nodiscard]] QString comparableHolder(const QString& name);

} // namespace bidseal::signing
