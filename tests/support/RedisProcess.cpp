#include "tests/support/RedisProcess.h"

#include <QDeadlineTimer>
#include <QTcpServer>
#include <QtTest>

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

bool RedisProcess::isInstalled() { return testing::ForeignProcess::isInstalled(u"redis-server"_s); }

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
    m_process.setErrors(testing::ForeignProcess::Errors::WithOutput);
    m_process.start(u"redis-server"_s,
        { u"--bind"_s, u"127.0.0.1"_s, u"--port"_s, QString::number(m_port), u"--unixsocket"_s, socketFile(),
            u"--dir"_s, m_folder.path(), u"--requirepass"_s, QString::fromLatin1(kPassword), u"--appendonly"_s,
            u"yes"_s, u"--appendfsync"_s, u"everysec"_s, u"--save"_s, QString() });
    QByteArray said;
    const QDeadlineTimer patience(kPatience);
    while (!patience.hasExpired() && m_process.isRunning()) {
        if (say({ u"PING"_s }) == "PONG")
            return true;
        said += m_process.waitForOutput(50) ? m_process.takeOutput() : QByteArray();
    }
    qWarning("redis-server does not answer: %s", said.constData());
    m_process.kill();
    return false;
}

void RedisProcess::stop()
{
    m_process.terminate();
    m_process.waitForEnd(kPatience);
    m_process.kill();
}

void RedisProcess::suspend() { m_process.suspend(); }
void RedisProcess::resume() { m_process.resume(); }

QString RedisProcess::url() const
{
    return u"redis://:%1@127.0.0.1:%2"_s.arg(QString::fromLatin1(kPassword)).arg(m_port);
}

QString RedisProcess::socketUrl() const { return u"unix://:%1@%2"_s.arg(QString::fromLatin1(kPassword), socketFile()); }

QByteArray RedisProcess::say(const QStringList& command) const
{
    testing::ForeignProcess client;
    client.start(u"redis-cli"_s,
        QStringList {
            u"-p"_s, QString::number(m_port), u"-a"_s, QString::fromLatin1(kPassword), u"--no-auth-warning"_s }
            + command);
    client.waitForEnd(kPatience);
    return client.takeOutput().trimmed();
}

QString RedisProcess::socketFile() const { return m_folder.filePath(u"redis.sock"_s); }

} // namespace bidseal::test
