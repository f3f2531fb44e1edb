#pragma once

#include <QString>

namespace bidseal::testing {

/// From now on everybody may read, change and replace what lies in the folder. False where that was refused.
[[nodiscard]] bool openToEverybody(const QString& folder);

} // namespace bidseal::testing
