#pragma once

#include <QObject>
#include <QStringList>

namespace bidseal::testing {

/// What can be operated in a window and has no name for screen readers; empty where all is well.
[[nodiscard]] QStringList unnamedControls(QObject& widget);

} // namespace bidseal::testing
