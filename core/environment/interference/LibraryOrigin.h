#pragma once

#include "core/base/platform/LoadedModules.h"

namespace bidseal::environment {

/// Where the libraries of a healthy process lie.
struct LibraryPlaces {
    QStringList folders; ///< the system's, the program's own, Qt's
    QStringList loadedFirst; ///< see platform::librariesLoadedFirst
};
/// Those of this process.
[[nodiscard]] LibraryPlaces usualLibraryPlaces();

enum class LibraryOrigin {
    Usual,
    KnownCompanion, ///< of an input method, security program or graphics driver that only an administrator can install
    LoadedFirst, ///< the system was told to put it into programs
    Replaced, ///< usual, but another file is in its place now
    Foreign,
};
[[nodiscard]] LibraryOrigin originOf(const platform::LoadedModule& module, const LibraryPlaces& places);

/// "Sogou Pinyin": of the known companion that `path` belongs to; otherwise empty.
[[nodiscard]] QString companionOf(const QString& path);

} // namespace bidseal::environment
