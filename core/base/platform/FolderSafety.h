#pragma once

#include "core/base/Result.h"

/// Everything in which the platforms differ about who may change what lies in a folder.
namespace bidseal::platform {

struct FolderSafety {
    enum class State {
        Private, ///< only this user and administrators change what is in it
        Shared, ///< everybody writes there, and everybody's files are their own: /tmp with its sticky bit
        OthersMayChange, ///< others can rename and replace what is in it, or on the way to it
        OthersOwn, ///< it, or a folder on the way to it, belongs to another user
        NotThere, ///< or no folder
        Unknown,
    };
    State state = State::Unknown;
    QString where; ///< the folder that the state is about: `path` itself, or one on the way to it
    bool isOwn = false; ///< `where` belongs to this user
};

/// Where programs of this user put their temporary files: QDir::tempPath(), with its links as they are.
[[nodiscard]] QString temporaryFolder();

/// Looks at the folder, at what a link leads to, and at every folder on the way there (Windows: at the folder itself).
[[nodiscard]] FolderSafety folderSafety(const QString& path);

/// From now on only this user may read and write the folder. Refuses with OutputNotWritable what is not this user's own
/// folder, a link, the system's folders, and a folder where others keep files; FileNotFound where there is none.
[[nodiscard]] Status makeFolderPrivate(const QString& path);

/// Whether makeFolderPrivate() would do it.
[[nodiscard]] bool canMakeFolderPrivate(const QString& path);

} // namespace bidseal::platform
