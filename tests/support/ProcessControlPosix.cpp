#include "tests/support/ProcessControl.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>

#include <csignal>

using namespace Qt::StringLiterals;

namespace bidseal::testing {

QString builtProgram(const QString& name) { return QCoreApplication::applicationDirPath() + u'/' + name; }

QStringList withoutTerminal() { return { u"setsid"_s }; }

void prepareToInterrupt(QProcess&) { }

void interrupt(QProcess& process) { ::kill(static_cast<pid_t>(process.processId()), SIGINT); }

void askToEnd(QProcess& process) { process.terminate(); }

/// proc(5): the fourth word in /proc/PID/stat is the parent; the second is a name in parentheses.
QList<qint64> childrenOf(qint64 processId)
{
    QList<qint64> children;
    for (const auto& process : QDir(u"/proc"_s).entryList({ u"[0-9]*"_s }, QDir::Dirs)) {
        QFile status(u"/proc/%1/stat"_s.arg(process));
        if (!status.open(QIODevice::ReadOnly))
            continue;
        const auto text = status.readAll();
        if (text.mid(text.lastIndexOf(')') + 2).split(' ').value(1).toLongLong() == processId)
            children.append(process.toLongLong());
    }
    return children;
}

bool isProcessThere(qint64 processId) { return QFile::exists(u"/proc/%1"_s.arg(processId)); }

void killProcess(qint64 processId) { ::kill(static_cast<pid_t>(processId), SIGKILL); }

} // namespace bidseal::testing
