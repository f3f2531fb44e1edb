#pragma once

#include <QString>

namespace bidseal::cli {

/// Six digits in two groups, five lines high, for a terminal: to be read beside a screen, not searched in a text.
[[nodiscard]] QString largeDigits(const QString& code);

/// "042 917"
[[nodiscard]] QString groupedDigits(const QString& code);

} // namespace bidseal::cli
