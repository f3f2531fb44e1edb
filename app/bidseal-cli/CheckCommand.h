#pragma once

#include "app/bidseal-cli/CommandLine.h"

#include <stop_token>

namespace bidseal::cli {

/// Whether this computer is fit to sign on: every check, the quick set, or those that were named.
[[nodiscard]] Answer checkEnvironment(const CheckArguments& arguments, std::stop_token stop);

} // namespace bidseal::cli
