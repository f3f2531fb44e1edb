#include "tests/support/RelayProcess.h"

#include "resources/demonstration/CertificateMint.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace bidseal::test {

namespace {

constexpr int kPatience = 20'000; // ms; the machine may be busy

QString program() { return QCoreApplication::applicationDirPath() + u"/bidseal-relay"_s; }

bool writeTo(const QString& name, const QByteArray& content)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

bool RelayProcess::isBuilt() { return testing::ForeignProcess::isInstalled(program()); }

bool RelayProcess::start() { return start(Options {}); }

bool RelayProcess::start(const Options& options)
{
    m_options = options;
    return mintCertificate() && restart();
}

bool RelayProcess::restart()
{
    kill();
    m_process.setErrorFile(logFile());
    m_process.start(program(), commandLine());
    return m_process.waitForStarted(kPatience) && waitUntilListening();
}

int RelayProcess::stop()
{
    m_process.terminate();
    const bool ended = m_process.waitForEnd(kPatience);
    const int code = ended ? m_process.exitCode().value_or(-1) : -1;
    kill();
    return code;
}

void RelayProcess::kill() { m_process.kill(); }

QString RelayProcess::origin() const
{
    const auto scheme = m_options.tls == Tls::Own ? u"https"_s : u"http"_s;
    return u"%1://127.0.0.1:%2"_s.arg(scheme).arg(m_port);
}

QString RelayProcess::caFile() const { return m_folder.filePath(u"ca.pem"_s); }
QString RelayProcess::certificateFile() const { return m_folder.filePath(u"relay.pem"_s); }
QString RelayProcess::keyFile() const { return m_folder.filePath(u"relay.key"_s); }
qint64 RelayProcess::processId() const { return m_process.isRunning() ? m_process.processId() : 0; }

QByteArray RelayProcess::log() const
{
    QFile file(logFile());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString RelayProcess::logFile() const { return m_folder.filePath(u"relay.log"_s); }

bool RelayProcess::mintCertificate()
{
    const auto mint = demonstration::CertificateMint::create();
    const auto server = mint ? mint->issueServer() : tl::unexpected(mint.error());
    return server && writeTo(caFile(), demonstration::certificatePem(mint->rootCertificate()))
        && writeTo(certificateFile(), demonstration::certificatePem(server->certificate))
        && writeTo(keyFile(), demonstration::privateKeyPem(server->privateKey));
}

QStringList RelayProcess::commandLine() const
{
    QStringList line { u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port) };
    if (m_options.tls == Tls::Own)
        line += { u"--tls-cert"_s, certificateFile(), u"--tls-key"_s, keyFile() };
    else if (!m_options.arguments.contains(u"--public-url"_s))
        line += { u"--public-url"_s, u"https://relay.example.com"_s };
    if (!m_options.redis.isEmpty())
        line += { u"--redis"_s, m_options.redis };
    for (const auto& limit : { u"--requests-per-second"_s, u"--requests-at-once"_s, u"--sessions-per-minute"_s })
        if (!m_options.arguments.contains(limit))
            line += { limit, u"100000"_s };
    return line + m_options.arguments;
}

bool RelayProcess::waitUntilListening()
{
    static const QRegularExpression listening(u"^listening on https?://[^\\n]*:(\\d+)\\n"_s);
    const QDeadlineTimer patience(kPatience);
    QByteArray said;
    while (m_process.waitForOutput(100) || m_process.isRunning()) {
        said += m_process.takeOutput();
        const auto match = listening.match(QString::fromUtf8(said));
        if (match.hasMatch()) {
            m_port = match.captured(1).toUShort();
            return true;
        }
        if (patience.hasExpired())
            break;
    }
    qWarning("the relay does not listen: %s", log().constData());
    return false;
}

} // namespace bidseal::test
