#pragma once

#include "core/key/mobile/MobileKey.h"

namespace bidseal::mobile {

/// What a phone is told about this program and this computer; the computer's name for itself is made on the first call
/// and kept in the settings.
[[nodiscard]] key::MobileOptions phoneOptions();

} // namespace bidseal::mobile
