#pragma once

#include <QDateTime>

namespace bidseal {

/// Where the time comes from. Passed in, so that tests can say that a certificate has expired.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime nowUtc() const = 0;
};

class SystemClock : public Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override;
};

/// Stands still at one moment.
class FixedClock : public Clock {
public:
    explicit FixedClock(QDateTime utc);
    [[nodiscard]] QDateTime nowUtc() const override;

private:
    QDateTime m_utc;
};

} // namespace bidseal
