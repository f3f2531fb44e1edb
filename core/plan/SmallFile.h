#pragma once

#include "core/base/Result.h"

#include <QByteArray>

namespace bidseal::plan {

/// Plans and checklists are written by hand: nothing of theirs is larger.
inline constexpr qint64 kLargestFile = 1024 * 1024; // bytes

/// All of a file that a person wrote. Errors: FileNotFound, FileNotReadable, and `tooLarge` above kLargestFile
/// (facts.name is the file).
[[nodiscard]] Result<QByteArray> readSmallFile(const QString& path, ErrorCode tooLarge);

} // namespace bidseal::plan
