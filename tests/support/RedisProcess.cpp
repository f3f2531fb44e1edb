#include "tests/support/RedisProcess.h"

#include <QDeadlineTimer>
#include <QStandardPaths>
#include <QTcpServer>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace bidseal::test {

namespace {

constexpr int kPatience = 20'000; // ms; the machine may be busy
constexpr auto kPassword = "sample-only";

/// Free a moment ago. Redis cannot choose one by itself.
quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

RedisProcess::~RedisProcess()
{
    if (!m_process)
        return;
    resume();
    m_process->kill();
    m_process->waitForFinished(kPatience);
}

bool RedisProcess::isInstalled() { return !QStandardPaths::findExecutable(u"redis-server"_s).isEmpty(); }

bool RedisProcess::start()
{
    for (int attempt = 0; attempt < 3 && m_port == 0; ++attempt) {
        m_port = freePort();
        if (restart())
            return true;
        m_port = 0; // taken by somebody else in between
    }
    return false;
}

bool RedisProcess::restart()
{
    stop();
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->start(u"redis-server"_s,
        { u"--bind"_s, u"127.0.0.1"_s, u"--port"_s, QString::number(m_port), u"--unixsocket"_s, socketFile(),
            u"--dir"_s, m_folder.path(), u"--requirepass"_s, QString::fromLatin1(kPassword), u"--appendonly"_s,
            u"yes"_s, u"--appendfsync"_s, u"everysec"_s, u"--save"_s, QString() });
    const QDeadlineTimer patience(kPatience);
    while (!patience.hasExpired() && m_process->state() != QProcess::NotRunning) {
        if (say({ u"PING"_s }) == "PONG")
            return true;
        m_process->waitForReadyRead(50);
    }
    qWarning("redis-server does not answer: %s", m_process->readAll().constData());
    m_process.reset();
    return false;
}

void RedisProcess::stop()
{
    if (!m_process)
        return;
    m_process->terminate();
    if (!m_process->waitForFinished(kPatience))
        m_process->kill();
    m_process->waitForFinished(kPatience);
    m_process.reset();
}

void RedisProcess::suspend() { ::kill(static_cast<pid_t>(m_process->processId()), SIGSTOP); }
void RedisProcess::resume() { ::kill(static_cast<pid_t>(m_process->processId()), SIGCONT); }

QString RedisProcess::url() const
{
    return u"redis://:%1@127.0.0.1:%2"_s.arg(QString::fromLatin1(kPassword)).arg(m_port);
}

QString RedisProcess::socketUrl() const { return u"unix://:%1@%2"_s.arg(QString::fromLatin1(kPassword), socketFile()); }

QByteArray RedisProcess::say(const QStringList& command) const
{
    QProcess client;
    client.start(u"redis-cli"_s,
        QStringList {
            u"-p"_s, QString::number(m_port), u"-a"_s, QString::fromLatin1(kPassword), u"--no-auth-warning"_s }
            + command);
    client.waitForFinished(kPatience);
    return client.readAllStandardOutput().trimmed();
}

QString RedisProcess::socketFile() const { return m_folder.filePath(u"redis.sock"_s); }

} // namespace bidseal::test
