#pragma once

#include "app/bidseal-cli/CommandLine.h"

#include <stop_token>

namespace bidseal::cli {

/// Integrity and coverage. "No" where a signature is not intact, where the newest does not cover the whole file, and
/// where there is none.
[[nodiscard]] Answer verifyFile(const VerifyArguments& arguments, std::stop_token stop);

} // namespace bidseal::cli
