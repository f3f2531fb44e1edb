#pragma once

#include <QtGlobal>

namespace bidseal {

/// PDF's default user space unit: 1/72 inch (ISO 32000-2, 8.3.2.3). Seals are measured in millimetres.
inline constexpr double kPointsPerMillimetre = 72.0 / 25.4;

[[nodiscard]] constexpr double pointsFromMillimetres(double mm) { return mm * kPointsPerMillimetre; }
[[nodiscard]] constexpr double millimetresFromPoints(double pt) { return pt / kPointsPerMillimetre; }

} // namespace bidseal
