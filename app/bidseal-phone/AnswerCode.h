#pragma once

#include "app/bidseal-phone/CommandLine.h"

#include <stop_token>

namespace bidseal::phone {

/// Reads the code, joins its session, and leads it to its end. `dataFolder` holds what the phone remembers.
[[nodiscard]] cli::Answer answerCode(
    const PhoneArguments& arguments, cli::Form form, const QString& dataFolder, std::stop_token stop);

} // namespace bidseal::phone
