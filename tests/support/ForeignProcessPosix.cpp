#include "tests/support/ForeignProcess.h"

#include <QProcess>
#include <QStandardPaths>

#include <csignal>

namespace bidseal::testing {

class ForeignProcess::Process : public QProcess { };

ForeignProcess::ForeignProcess() = default;

ForeignProcess::~ForeignProcess() { kill(); }

void ForeignProcess::start(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    kill();
    m_process = std::make_unique<Process>();
    m_process->setWorkingDirectory(m_folder);
    auto environment = QProcessEnvironment::systemEnvironment();
    for (auto variable = m_variables.cbegin(); variable != m_variables.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    m_process->setProcessEnvironment(environment);
    m_process->setProcessChannelMode(m_errors == Errors::Apart ? QProcess::SeparateChannels : QProcess::MergedChannels);
    if (!m_errorFile.isEmpty())
        m_process->setStandardErrorFile(m_errorFile, QIODevice::Append);
    if (input.isEmpty())
        m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->start(program, arguments);
    if (!input.isEmpty()) {
        m_process->write(input);
        m_process->closeWriteChannel();
    }
}

bool ForeignProcess::waitForStarted(int patience) { return m_process && m_process->waitForStarted(patience); }

bool ForeignProcess::waitForOutput(int patience)
{
    return m_process && (m_process->bytesAvailable() > 0 || m_process->waitForReadyRead(patience));
}

bool ForeignProcess::waitForEnd(int patience)
{
    return m_process && (!isRunning() || m_process->waitForFinished(patience));
}

bool ForeignProcess::isRunning() const { return m_process && m_process->state() != QProcess::NotRunning; }

QByteArray ForeignProcess::takeOutput() { return m_process ? m_process->readAllStandardOutput() : QByteArray(); }

QByteArray ForeignProcess::takeErrors() { return m_process ? m_process->readAllStandardError() : QByteArray(); }

std::optional<int> ForeignProcess::exitCode() const
{
    if (!m_process || isRunning() || m_process->error() == QProcess::FailedToStart
        || m_process->exitStatus() != QProcess::NormalExit)
        return {};
    return m_process->exitCode();
}

qint64 ForeignProcess::processId() const { return m_process ? m_process->processId() : 0; }

void ForeignProcess::terminate()
{
    if (isRunning())
        m_process->terminate();
}

void ForeignProcess::kill()
{
    if (!isRunning())
        return;
    m_process->kill();
    m_process->waitForFinished();
}

void ForeignProcess::suspend() { ::kill(static_cast<pid_t>(processId()), SIGSTOP); }

void ForeignProcess::resume() { ::kill(static_cast<pid_t>(processId()), SIGCONT); }

bool ForeignProcess::isInstalled(const QString& program) { return !QStandardPaths::findExecutable(program).isEmpty(); }

QString ForeignProcess::pathFor(const QString& path) { return path; }

} // namespace bidseal::testing
