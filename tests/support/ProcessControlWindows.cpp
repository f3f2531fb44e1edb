#include "tests/support/ProcessControl.h"

#include <QProcess>

#include <windows.h>

namespace bidseal::testing {

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

} // namespace bidseal::testing
