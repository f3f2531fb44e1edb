#include "tests/core/environment/interference/Probe.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace bidseal::testing {

namespace {

QString besideThisProgram(const QString& name) { return QCoreApplication::applicationDirPath() + u'/' + name; }

/// As root, or as a user who becomes root of a namespace.
QStringList isolation()
{
    static const QStringList found = [] {
        const QStringList own { u"--mount"_s, u"--pid"_s, u"--fork"_s, u"--mount-proc"_s };
        for (const auto& more : { QStringList {}, QStringList { u"--user"_s, u"--map-root-user"_s } }) {
            QProcess process;
            process.setProcessChannelMode(QProcess::MergedChannels);
            process.start(u"unshare"_s, more + own + QStringList { u"sh"_s, u"-c"_s, u"mount -t tmpfs none /mnt"_s });
            if (process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
                return more + own;
        }
        return QStringList();
    }();
    return found;
}

} // namespace

QString probeProgram() { return besideThisProgram(u"bidseal-interference-probe"_s); }

QString quoted(const QString& text) { return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\''; }

bool OwnWorld::isPossible() { return !isolation().isEmpty(); }

/// The programs' copies lie in a file system of their own, and /run is that of a computer that has just started.
OwnWorld::OwnWorld()
    : m_script(u"set -e\nmount -t tmpfs none /run\nmount -t tmpfs none /mnt\nmkdir /mnt/bin\n"_s)
{
}

OwnWorld& OwnWorld::with(const QString& lines)
{
    m_script += lines + u'\n';
    return *this;
}

OwnWorld& OwnWorld::running(const QString& name, const QStringList& arguments)
{
    QStringList words { quoted(u"/mnt/bin/"_s + name) };
    for (const auto& argument : arguments)
        words.append(quoted(argument));
    start(name, words.join(u' '));
    return *this;
}

OwnWorld& OwnWorld::runningAs(int userId, const QString& name)
{
    const auto asUser = u"setpriv --reuid=%1 --regid=%1 --clear-groups "_s.arg(userId);
    m_script += asUser + u"true\n"_s;
    start(name, asUser + quoted(u"/mnt/bin/"_s + name));
    return *this;
}

void OwnWorld::start(const QString& name, const QString& command)
{
    QString variable = name;
    variable.removeIf([](QChar letter) { return !letter.isLetter(); });
    m_script += u"cp --remove-destination %1 %2\n"_s.arg(
        quoted(besideThisProgram(u"bidseal-sample-program"_s)), quoted(u"/mnt/bin/"_s + name));
    m_script += u"%1 > /mnt/ready & pid_%2=$!\n"_s.arg(command, variable);
    m_script += u"until [ -s /mnt/ready ]; do sleep 0.02; done; rm /mnt/ready\n"_s;
}

OwnWorld& OwnWorld::file(const QString& path, const QByteArray& content)
{
    m_script
        += u"mkdir -p \"$(dirname %1)\"; printf %s %2 > %1\n"_s.arg(quoted(path), quoted(QString::fromUtf8(content)));
    return *this;
}

OwnWorld& OwnWorld::probe(const QStringList& idsAndOptions)
{
    QStringList words { u"\"$@\""_s };
    for (const auto& word : idsAndOptions)
        words.append(quoted(word));
    m_script += words.join(u' ') + u'\n';
    return *this;
}

OwnWorld& OwnWorld::startProbe(const QStringList& idsAndOptions)
{
    m_script += u"mkfifo /mnt/lines\n"_s;
    m_script += u"\"$1\" --wait %1 < /mnt/lines > /mnt/findings & pid_probe=$!; exec 9> /mnt/lines\n"_s.arg(
        idsAndOptions.join(u' '));
    m_script += u"until [ -s /mnt/findings ]; do sleep 0.02; done\n"_s;
    return *this;
}

OwnWorld& OwnWorld::finishProbe()
{
    m_script += u"echo measure >&9; exec 9>&-; wait $pid_probe; tail -n +2 /mnt/findings\n"_s;
    return *this;
}

std::vector<QJsonObject> OwnWorld::run(const QStringList& environment)
{
    QProcess process;
    // A build with sanitizers shall not mind that something is loaded before it, and cannot look for leaks in here.
    process.setEnvironment(QStringList { u"PATH=/usr/sbin:/usr/bin:/sbin:/bin"_s, u"LC_ALL=C.UTF-8"_s,
                               u"ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0"_s }
        + environment);
    process.setStandardInputFile(QProcess::nullDevice());
    // What stays running holds our end of standard error too: the whole namespace goes with its first process.
    process.start(u"unshare"_s, isolation() + QStringList { u"sh"_s, u"-c"_s, m_script, u"sh"_s, probeProgram() });
    std::vector<QJsonObject> findings;
    if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
        qWarning("%s", process.readAllStandardError().constData());
        process.kill();
        process.waitForFinished();
        return findings;
    }
    for (const auto& line : process.readAllStandardOutput().trimmed().split('\n'))
        findings.push_back(QJsonDocument::fromJson(line).object());
    return findings;
}

} // namespace bidseal::testing
