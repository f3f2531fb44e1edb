#pragma once

#include "app/bidseal-cli/CommandLine.h"

#include <stop_token>

namespace bidseal::cli {

/// Every key that can be seen without a PIN, and whether it may sign now. A driver that fails is named and the others
/// are asked; a driver that was asked for by name must answer.
[[nodiscard]] Answer listKeys(const KeysArguments& arguments, std::stop_token stop);

} // namespace bidseal::cli
