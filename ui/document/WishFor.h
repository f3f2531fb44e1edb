#pragma once

#include "core/plan/Plan.h"

namespace bidseal::document {

/// How a plan names a seal that is at hand, so that it is found again: a date seal by the style of its day, which will
/// be another one.
[[nodiscard]] plan::SealWish wishFor(const seal::Seal& seal, QSizeF sizeMm);

} // namespace bidseal::document
