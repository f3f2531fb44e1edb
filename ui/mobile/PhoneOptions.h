#pragma once

#include "core/key/mobile/MobileKey.h"

namespace bidseal::mobile {

/// What a phone is told about this program and this computer, which is the same for it from the command line.
[[nodiscard]] key::MobileOptions phoneOptions();

} // namespace bidseal::mobile
