#include "core/base/platform/Tracing.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// 0: nobody. Nothing where the line is not there: the thread has just ended, or the system has no such line.
std::optional<qint64> tracerOf(const QString& thread)
{
    const QByteArray name("\nTracerPid:");
    const auto status = contentOf(u"/proc/self/task/%1/status"_s.arg(thread));
    const auto at = status.indexOf(name);
    bool isNumber = false;
    const auto valueStart = at + name.size();
    const auto id
        = status.mid(valueStart, status.indexOf('\n', valueStart) - valueStart).trimmed().toLongLong(&isNumber);
    if (at < 0 || !isNumber)
        return {};
    return id;
}

} // namespace

Tracing tracing()
{
    // Each thread: a tracer need not be attached to the first.
    Tracing result;
    for (const auto& thread : QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto tracer = tracerOf(thread);
        result.isKnown = result.isKnown || tracer;
        if (tracer.value_or(0) != 0)
            result.tracer = Tracer { QString::fromUtf8(contentOf(u"/proc/%1/comm"_s.arg(*tracer))).trimmed() };
    }
    return result;
}

} // namespace bidseal::platform
