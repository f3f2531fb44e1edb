#pragma once

#include "core/pdf/Geometry.h"

namespace bidseal::plan {

/// Which part of the smaller of two marks on the same page lies under the other one: 0 to 1. Rotation counts.
[[nodiscard]] double sharedPart(const pdf::Placement& one, const pdf::Placement& other);

} // namespace bidseal::plan
