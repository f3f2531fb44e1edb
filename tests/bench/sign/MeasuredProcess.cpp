#include "tests/bench/sign/MeasuredProcess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace bidseal::bench {

namespace {

constexpr int kPollMs = 5;

QByteArray contentOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

qint64 peakKiB(qint64 process)
{
    for (const QByteArray& line : contentOf(u"/proc/%1/status"_s.arg(process)).split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

QList<qint64> childrenOf(qint64 process)
{
    QList<qint64> children;
    for (const QByteArray& child : contentOf(u"/proc/%1/task/%1/children"_s.arg(process)).simplified().split(' ')) {
        if (!child.isEmpty())
            children.append(child.toLongLong());
    }
    return children;
}

} // namespace

Measurement measure(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment)
{
    Measurement result;
    QMap<qint64, qint64> children;
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    while (!process.waitForFinished(kPollMs) && process.state() != QProcess::NotRunning) {
        result.peakKiB = std::max(result.peakKiB, peakKiB(process.processId()));
        for (const qint64 child : childrenOf(process.processId()))
            children[child] = std::max(children.value(child), peakKiB(child));
    }
    result.seconds = double(timer.nsecsElapsed()) / 1e9;
    result.succeeded = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    result.output = QString::fromUtf8(process.readAll());
    for (const qint64 peak : children)
        result.childrenPeakKiB += peak;
    return result;
}

} // namespace bidseal::bench
