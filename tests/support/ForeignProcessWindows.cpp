// Foreign programs run outside Wine: tests/support/host-tools/run starts them, and tells the words that are spoken
// here.
#include "tests/support/ForeignProcess.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace bidseal::testing {

namespace {

constexpr int kPatience = 60'000; // ms; the machine may be busy

/// "sql:C:\users\x" becomes "sql:/…/drive_c/users/x". A drive is one letter; "http://" is none.
QString inHostsWords(const QString& text)
{
    static const QRegularExpression path(u"(?<![A-Za-z])([A-Za-z]):([\\\\/][^;]*)"_s);
    const auto match = path.match(text);
    if (!match.hasMatch())
        return text;
    const QString drive = match.captured(1).compare("C"_L1, Qt::CaseInsensitive) == 0
        ? qEnvironmentVariable("BIDSEAL_HOST_DRIVE_C")
        : QString(); // Z: is the host's root
    return text.left(match.capturedStart()) + drive + match.captured(2).replace(u'\\', u'/')
        + text.mid(match.capturedEnd());
}

} // namespace

class ForeignProcess::Process {
public:
    explicit Process(const QJsonObject& wish)
    {
        const QStringList address = qEnvironmentVariable("BIDSEAL_HOST_TOOLS").split(u':');
        if (address.size() != 2)
            qFatal("start this test by tests/support/host-tools/run: it needs programs from outside");
        m_socket.setProxy(QNetworkProxy::NoProxy);
        m_socket.connectToHost(u"127.0.0.1"_s, address[0].toUShort());
        if (!m_socket.waitForConnected(kPatience))
            qFatal("no foreign tools: %s", qPrintable(m_socket.errorString()));
        auto words = wish;
        words[u"token"_s] = address[1];
        say(words);
    }

    void say(const QJsonObject& words)
    {
        m_socket.write(QJsonDocument(words).toJson(QJsonDocument::Compact) + '\n');
        m_socket.flush();
    }

    /// Listens until `enough`, or until the time is over or there is no more to come.
    template <class Enough> bool listen(int patience, Enough enough)
    {
        const QDeadlineTimer deadline(patience);
        hear();
        while (!enough()) {
            if (hasEnded() || !m_socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) {
                hear();
                return enough();
            }
            hear();
        }
        return true;
    }

    [[nodiscard]] bool hasEnded() const
    {
        return m_ended || (m_socket.state() != QAbstractSocket::ConnectedState && m_socket.bytesAvailable() == 0);
    }

    qint64 processId = 0;
    QByteArray output, errors;
    std::optional<int> exitCode;

private:
    void hear()
    {
        while (m_socket.canReadLine()) {
            const auto words = QJsonDocument::fromJson(m_socket.readLine()).object();
            output += bytes(words, u"output"_s);
            errors += bytes(words, u"errors"_s);
            if (words.contains(u"started"_s))
                processId = words[u"started"_s].toInteger();
            if (!words.contains(u"exit"_s))
                continue;
            m_ended = true;
            if (words[u"exit"_s].isDouble())
                exitCode = words[u"exit"_s].toInt();
        }
    }

    static QByteArray bytes(const QJsonObject& words, const QString& name)
    {
        return QByteArray::fromBase64(words[name].toString().toLatin1());
    }

    QTcpSocket m_socket;
    bool m_ended = false;
};

ForeignProcess::ForeignProcess() = default;

ForeignProcess::~ForeignProcess() { kill(); }

void ForeignProcess::start(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QJsonArray words;
    for (const auto& argument : arguments)
        words.append(inHostsWords(argument));
    QJsonObject variables;
    for (auto variable = m_variables.cbegin(); variable != m_variables.cend(); ++variable)
        variables.insert(variable.key(), inHostsWords(variable.value()));
    kill();
    m_process = std::make_unique<Process>(QJsonObject {
        { u"program"_s, program },
        { u"arguments"_s, words },
        { u"folder"_s, inHostsWords(m_folder) },
        { u"environment"_s, variables },
        { u"merged"_s, m_errors == Errors::WithOutput },
        { u"errorFile"_s, inHostsWords(m_errorFile) },
        { u"input"_s, QString::fromLatin1(input.toBase64()) },
    });
}

bool ForeignProcess::waitForStarted(int patience)
{
    return m_process && m_process->listen(patience, [this] { return m_process->processId != 0; });
}

bool ForeignProcess::waitForOutput(int patience)
{
    return m_process && m_process->listen(patience, [this] { return !m_process->output.isEmpty(); });
}

bool ForeignProcess::waitForEnd(int patience)
{
    return m_process && m_process->listen(patience, [this] { return m_process->hasEnded(); });
}

bool ForeignProcess::isRunning() const
{
    return m_process && !m_process->listen(0, [this] { return m_process->hasEnded(); });
}

QByteArray ForeignProcess::takeOutput()
{
    return waitForOutput(0) ? std::exchange(m_process->output, {}) : QByteArray();
}

QByteArray ForeignProcess::takeErrors() { return m_process ? std::exchange(m_process->errors, {}) : QByteArray(); }

std::optional<int> ForeignProcess::exitCode() const { return m_process ? m_process->exitCode : std::nullopt; }

qint64 ForeignProcess::processId() const { return m_process ? m_process->processId : 0; }

void ForeignProcess::terminate()
{
    if (m_process)
        m_process->say({ { u"signal"_s, u"TERM"_s } });
}

void ForeignProcess::kill()
{
    if (!isRunning())
        return;
    m_process->say({ { u"signal"_s, u"KILL"_s } });
    waitForEnd(kPatience);
}

void ForeignProcess::suspend() { m_process->say({ { u"signal"_s, u"STOP"_s } }); }

void ForeignProcess::resume() { m_process->say({ { u"signal"_s, u"CONT"_s } }); }

bool ForeignProcess::isInstalled(const QString& program)
{
    // Every tool that is asked for knows its version, or complains quickly.
    ForeignProcess process;
    process.start(program, { u"--version"_s });
    return process.waitForStarted(kPatience);
}

QString ForeignProcess::pathFor(const QString& path) { return inHostsWords(path); }

} // namespace bidseal::testing
