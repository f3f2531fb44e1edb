#pragma once

#include <QStringList>

namespace bidseal::environment {

/// Where their installers put them.
[[nodiscard]] QStringList usualSkfFolders();

/// Drivers of the other kind, by GM/T 0016 (SKF): known names in these folders, and what Windows' registry names.
/// They are told of, not used.
[[nodiscard]] QStringList skfLibrariesIn(const QStringList& folders);

} // namespace bidseal::environment
