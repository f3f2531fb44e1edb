#pragma once

#include <QString>

#include <chrono>

namespace bidseal::environment {

/// "0.4 s", "98 s", "10 min", "5 h", "12 days": as exact as a person needs it; always positive.
[[nodiscard]] QString shownDuration(std::chrono::milliseconds duration);

} // namespace bidseal::environment
