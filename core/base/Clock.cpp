#include "core/base/Clock.h"

namespace bidseal {

QDateTime SystemClock::nowUtc() const { return QDateTime::currentDateTimeUtc(); }

FixedClock::FixedClock(QDateTime utc)
    : m_utc(std::move(utc))
{
}

QDateTime FixedClock::nowUtc() const { return m_utc; }

} // namespace bidseal
