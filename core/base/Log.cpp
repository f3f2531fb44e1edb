#include "core/base/Log.h"

#include "core/base/platform/Files.h"

#include <QDir>
#include <QFile>
#include <QMutex>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace bidseal {

Q_LOGGING_CATEGORY(logFlow, "bidseal.flow")
Q_LOGGING_CATEGORY(logPdf, "bidseal.pdf")
Q_LOGGING_CATEGORY(logKey, "bidseal.key")
Q_LOGGING_CATEGORY(logRelay, "bidseal.relay")
Q_LOGGING_CATEGORY(logEnvironment, "bidseal.environment")
Q_LOGGING_CATEGORY(logUi, "bidseal.ui")

namespace {

constexpr qint64 kLargestLog = 1024 * 1024; // bytes; the file before it is kept once

struct LogFile {
    QMutex mutex;
    QFile file;
    LogEcho echo = LogEcho::StandardError;
};

LogFile& logFile()
{
    static LogFile log;
    return log;
}

void writeMessage(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    QMessageLogContext withoutPlace(nullptr, 0, nullptr, context.category);
    const QByteArray line = qFormatLogMessage(type, withoutPlace, text).toUtf8() + '\n';
    const QMutexLocker lock(&logFile().mutex);
    if (logFile().echo == LogEcho::StandardError)
        std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    if (logFile().file.isOpen()) {
        logFile().file.write(line);
        logFile().file.flush();
    }
}

} // namespace

Status startLogFile(const QString& folder, LogEcho echo)
{
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::OutputNotWritable, u"cannot make the log folder"_s);
    const QString path = QDir(folder).filePath(u"bidseal.log"_s);
    const QString previous = path + u".1"_s;

    const QMutexLocker lock(&logFile().mutex);
    logFile().echo = echo;
    auto& file = logFile().file;
    file.close();
    file.setFileName(path);
    if (file.size() > kLargestLog) {
        QFile::remove(previous);
        file.rename(previous);
        file.setFileName(path);
    }
    if (!file.exists()) {
        if (auto created = platform::createPrivate(file); !created && !file.exists())
            return created;
        file.close(); // held as it was made, Windows would keep this user's other programs from writing to it
        file.setFileName(path); // one that was opened by its handle has lost its name
    }
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append))
        return failure(platform::writeError(file));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    qSetMessagePattern(u"%{time yyyy-MM-ddThh:mm:ss.zzz} %{pid} %{type} %{category} %{message}"_s);
    qInstallMessageHandler(writeMessage);
    return {};
}

QString logText(const Error& error) { return u"%1: %2"_s.arg(errorCodeName(error.code), error.detail); }

} // namespace bidseal
