#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace bidseal::platform {

/// Loads a driver's library by its absolute path and looks up one function. Its own libraries are found in its own
/// folder and the system's, never in the current folder (Windows) and without giving its symbols to others (POSIX).
/// A path that is not absolute is refused. It stays loaded until the process ends: drivers do not survive being
/// unloaded. Errors: ModuleUnusable.
[[nodiscard]] Result<void (*)()> loadDriverFunction(const QString& path, const char* name);

/// What drivers' files are called here, for a dialog that asks for one: "*.dll".
[[nodiscard]] QStringList driverFilePatterns();

} // namespace bidseal::platform
