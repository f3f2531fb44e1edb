#pragma once

#include "core/verification/Verification.h"

namespace bidseal::cli {

/// The signatures of a file for a person, one paragraph each. It says what nobody has checked.
[[nodiscard]] QString textOf(const verification::Report& report);

} // namespace bidseal::cli
