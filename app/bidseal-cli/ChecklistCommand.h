#pragma once

#include "app/bidseal-cli/CommandLine.h"

#include <stop_token>

namespace bidseal::cli {

/// Which marks of a checklist (签章检查单) stand in a file. ExitCode::AnswerIsNo while one is missing or cannot be
/// told.
[[nodiscard]] Answer checkAgainstChecklist(const ChecklistArguments& arguments, std::stop_token stop);

} // namespace bidseal::cli
