#pragma once

#include "core/base/Result.h"

#include <QByteArray>

namespace bidseal {

/// Who may read a file that is written.
enum class Readers { Everybody, OwnerOnly };

/// All of the content under this name, or what was there before. Errors: DiskFull, OutputNotWritable, OutputInUse
/// (facts.name is the file).
[[nodiscard]] Status writeWhole(const QString& path, const QByteArray& content, Readers readers);

/// A folder that only this user may enter, also where it was there already. Errors: OutputNotWritable.
[[nodiscard]] Status makePrivateFolder(const QString& folder);

} // namespace bidseal
