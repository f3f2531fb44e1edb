#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace bidseal::bench {

struct Measurement {
    bool succeeded = false;
    double seconds = 0;
    qint64 peakKiB = 0; ///< of the process itself (VmHWM); 0 where the system does not tell
    qint64 childrenPeakKiB = 0; ///< of the processes that it started, added up
    QString output; ///< what it said
};

/// Runs a program to its end and watches its memory, and its children's, every few milliseconds. The system's own peak
/// values (/proc/PID/status) miss nothing in between.
[[nodiscard]] Measurement measure(
    const QString& program, const QStringList& arguments, const QProcessEnvironment& environment);

} // namespace bidseal::bench
