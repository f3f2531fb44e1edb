#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"

#include <QFile>
#include <QStringList>

#include <functional>

/// Everything in which the platforms differ about files. Paths are QString, in whatever the system's encoding is.
namespace bidseal::platform {

enum class Overwrite { Refuse, Allow };

/// Copies the whole of an open file into an open empty one as fast as the system can (copy_file_range on Linux, large
/// blocks elsewhere). Errors: FileNotReadable, DiskFull, OutputNotWritable, Cancelled.
[[nodiscard]] Status copyContents(QFile& from, QFile& to, const ProgressCallback& progress, std::stop_token stop);

/// Creates a new file that only this user may read and opens it for reading and writing; fails if it exists.
/// Errors: OutputNotWritable, DiskFull.
[[nodiscard]] Status createPrivate(QFile& file);

/// Opens a file of createPrivate() once more that was closed meanwhile. Errors: OutputNotWritable.
[[nodiscard]] Status reopenPrivate(QFile& file);

/// Everything written so far is on the disk when this returns, or it fails with DiskFull/OutputNotWritable.
[[nodiscard]] Status sync(QFile& file);

/// Gives a finished, closed file its final name in the same folder, at once and whole, with the permissions a new file
/// of this user would have. Refuse: an existing one stays and OutputExists comes back, without a gap in between.
/// Errors: OutputExists, OutputInUse, OutputNotWritable.
[[nodiscard]] Status publish(const QString& temporary, const QString& final, Overwrite overwrite);

/// Does what a system may refuse while one of the files is open, and there tries again for up to a second: virus
/// scanners, indexers and readers of our own have what was just written for moments. Errors: those of `action`;
/// OutputInUse where one stays open.
[[nodiscard]] Status whileHeldElsewhere(const QStringList& files, const std::function<Status()>& action);

/// True where some process has the file open, as far as this system tells (Windows: sharing; Linux: a lease).
[[nodiscard]] bool isOpenElsewhere(const QString& path);

/// The same file on the disk, whatever the two names look like.
[[nodiscard]] bool isSameFile(const QString& first, const QString& second);

/// Reads the first line byte by byte into `take` (which stops by returning false), from a file that only its owner may
/// read, or from standard input for "-". Errors: PinFileUnsafe, FileNotFound, FileNotReadable.
[[nodiscard]] Status readPrivateLine(const QString& path, const std::function<bool(char)>& take);

/// The error that a failed operation of `file` means: disk full, no permission, gone.
[[nodiscard]] Error writeError(const QFileDevice& file);

} // namespace bidseal::platform
