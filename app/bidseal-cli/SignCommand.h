#pragma once

#include "app/bidseal-cli/CommandLine.h"

#include <stop_token>

namespace bidseal::cli {

[[nodiscard]] Answer signFile(const SignArguments& arguments, std::stop_token stop);

} // namespace bidseal::cli
