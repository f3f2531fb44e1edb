#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"

#include <QFile>

namespace bidseal::platform {

/// The plain way to copy, from byte `done` on: for systems, or pairs of file systems, that know no better one.
/// Errors: FileNotReadable, DiskFull, OutputNotWritable, Cancelled.
[[nodiscard]] Status copyByBlocks(
    QFile& from, QFile& to, qint64 done, const ProgressCallback& progress, std::stop_token stop);

} // namespace bidseal::platform
