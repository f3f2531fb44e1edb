#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// Everything in which the platforms differ about the libraries in this process.
namespace bidseal::platform {

struct LoadedModule {
    enum class File {
        InPlace,
        Replaced, ///< another file has its name now
        Deleted,
        NeverThere, ///< a library that was loaded from memory
    };
    QString path; ///< absolute, with slashes; of one that never was a file its name
    File file = File::InPlace;
};

/// The program itself and its libraries. What a just-in-time compiler made is none. Nothing where the system does not
/// tell.
[[nodiscard]] std::optional<std::vector<LoadedModule>> loadedModules();

/// What the system was told to load into every program before the program's own libraries, as it was told: names or
/// paths (Linux: LD_PRELOAD, LD_AUDIT, /etc/ld.so.preload; Windows: AppInit_DLLs where they are switched on).
[[nodiscard]] QStringList librariesLoadedFirst();

/// Folders of libraries that belong to the system.
[[nodiscard]] QStringList systemLibraryFolders();

} // namespace bidseal::platform
