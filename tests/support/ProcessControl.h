#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QProcess;

namespace bidseal::testing {

/// The file of a program that was built beside this one.
[[nodiscard]] QString builtProgram(const QString& name);

/// What stands before a program that is to have no terminal to ask on.
[[nodiscard]] QStringList withoutTerminal();

/// Before a process is started that will be told to end by one of those below.
void prepareToInterrupt(QProcess& process);
/// Ctrl+C.
void interrupt(QProcess& process);
/// What a system says that shuts down.
void askToEnd(QProcess& process);

[[nodiscard]] QList<qint64> childrenOf(qint64 processId);
[[nodiscard]] bool isProcessThere(qint64 processId);
/// As a crash ends it: it is asked nothing.
void killProcess(qint64 processId);

} // namespace bidseal::testing
