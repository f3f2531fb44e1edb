#include "tests/support/ProcessControl.h"

#include <QProcess>

#include <csignal>

using namespace Qt::StringLiterals;

namespace bidseal::testing {

QStringList withoutTerminal() { return { u"setsid"_s }; }

void prepareToInterrupt(QProcess&) { }

void interrupt(QProcess& process) { ::kill(static_cast<pid_t>(process.processId()), SIGINT); }

void askToEnd(QProcess& process) { process.terminate(); }

} // namespace bidseal::testing
