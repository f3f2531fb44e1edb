#pragma once

#include "app/bidseal-cli/CommandLine.h"

#include <stop_token>

namespace bidseal::cli {

/// From a scanned impression (印模) to a seal's picture with transparent paper.
[[nodiscard]] Answer extractSeal(const ExtractArguments& arguments, std::stop_token stop);

} // namespace bidseal::cli
