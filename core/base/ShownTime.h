#pragma once

#include <QDateTime>

namespace bidseal {

/// A day and a moment as they are shown, in this computer's time zone: "2035-01-01", "2026-11-21 05:42". The same in
/// every language, because "1/2/35" is two different days to two readers.
[[nodiscard]] QString shownDay(const QDateTime& utc);
[[nodiscard]] QString shownTime(const QDateTime& utc);

} // namespace bidseal
