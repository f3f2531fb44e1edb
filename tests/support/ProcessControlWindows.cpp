#include "tests/support/ProcessControl.h"

#include <QCoreApplication>
#include <QProcess>

#include <windows.h>

#include <tlhelp32.h>

using namespace Qt::StringLiterals;

namespace bidseal::testing {

QString builtProgram(const QString& name) { return QCoreApplication::applicationDirPath() + u'/' + name + u".exe"_s; }

/// A test has no console, and what it starts has none either.
QStringList withoutTerminal() { return {}; }

void prepareToInterrupt(QProcess& process)
{
    process.setCreateProcessArgumentsModifier(
        [](QProcess::CreateProcessArguments* arguments) { arguments->flags |= CREATE_NEW_PROCESS_GROUP; });
}

/// To a group alone Windows sends no Ctrl+C, but Ctrl+Break, which a program takes for the same.
void interrupt(QProcess& process)
{
    GenerateConsoleCtrlEvent(CTRL_BREAK_EVENT, static_cast<DWORD>(process.processId()));
}

void askToEnd(QProcess& process) { interrupt(process); }

QList<qint64> childrenOf(qint64 processId)
{
    QList<qint64> children;
    const auto processes = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    PROCESSENTRY32W process {};
    process.dwSize = sizeof process;
    for (auto found = Process32FirstW(processes, &process); found; found = Process32NextW(processes, &process)) {
        if (process.th32ParentProcessID == static_cast<DWORD>(processId))
            children.append(process.th32ProcessID);
    }
    CloseHandle(processes);
    return children;
}

bool isProcessThere(qint64 processId)
{
    const auto process = OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(processId));
    const bool isRunning = process && WaitForSingleObject(process, 0) == WAIT_TIMEOUT;
    CloseHandle(process);
    return isRunning;
}

void killProcess(qint64 processId)
{
    const auto process = OpenProcess(PROCESS_TERMINATE, FALSE, static_cast<DWORD>(processId));
    TerminateProcess(process, 1);
    CloseHandle(process);
}

} // namespace bidseal::testing
