#pragma once

#include "app/bidseal-cli/ErrorOutput.h"
#include "core/base/Progress.h"

namespace bidseal::cli {

/// Shows on a terminal which step of signing is under way.
[[nodiscard]] ProgressCallback progressLine(ErrorOutput& output);

} // namespace bidseal::cli
