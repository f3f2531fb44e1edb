#pragma once

#include "app/bidseal-cli/CommandLine.h"

#include <stop_token>

namespace bidseal::cli {

/// One file or several, all of them or none.
[[nodiscard]] Answer signFiles(const SignArguments& arguments, std::stop_token stop);

} // namespace bidseal::cli
