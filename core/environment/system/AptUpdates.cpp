#include "core/environment/system/AptUpdates.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

const auto kApt = u"/usr/bin/apt-get"_s;

QStringList archivesIn(const QString& aptFolder)
{
    return QDir(aptFolder + u"/lists"_s).entryList({ u"*_InRelease"_s, u"*_Release"_s }, QDir::Files);
}

} // namespace

AptUpdates updatesIn(const QString& simulation)
{
    // Inst libssl3 [3.0.14-1] (3.0.15-1 Debian:12.9/stable, Debian-Security:12/stable-security [amd64])
    static const QRegularExpression install(
        u"^Inst (\\S+) (?:\\[[^\\]]*\\] )?\\((\\S+) ([^\\[)]*)"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression security(
        u"(^|[\\s,])Debian-Security:|-security\\b"_s, QRegularExpression::CaseInsensitiveOption);
    AptUpdates updates;
    for (auto found = install.globalMatch(simulation); found.hasNext();) {
        const auto match = found.next();
        ++updates.all;
        if (security.match(match.captured(3)).hasMatch())
            updates.security.append(match.captured(1));
    }
    return updates;
}

QDateTime packageListsFrom(const QString& aptFolder)
{
    // The lists themselves carry the times of the server; the folders, and the stamps of what runs by itself, ours.
    const QDir folder(aptFolder);
    QDateTime newest;
    const auto archives = archivesIn(aptFolder);
    if (archives.isEmpty())
        return newest;
    auto files = QStringList { u"lists"_s, u"lists/partial"_s, u"periodic/update-success-stamp"_s };
    for (const auto& archive : archives)
        files.append(u"lists/"_s + archive);
    for (const auto& file : files) {
        const QFileInfo information(folder.filePath(file));
        if (information.exists() && (!newest.isValid() || information.lastModified() > newest))
            newest = information.lastModified();
    }
    return newest;
}

bool listSecurityArchive(const QString& aptFolder)
{
    const auto archives = archivesIn(aptFolder);
    return std::any_of(archives.begin(), archives.end(),
        [](const QString& archive) { return archive.contains(u"security"_s, Qt::CaseInsensitive); });
}

bool isAptInstalled() { return QFileInfo(kApt).isExecutable(); }

std::optional<AptUpdates> simulateUpgrade(std::chrono::milliseconds limit, const std::stop_token& stop)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    QProcess apt;
    apt.setProcessEnvironment(environment);
    apt.setStandardInputFile(QProcess::nullDevice());
    apt.setStandardErrorFile(QProcess::nullDevice());
    apt.start(kApt,
        { u"--simulate"_s, u"-o"_s, u"Debug::NoLocking=true"_s, u"-o"_s, u"APT::Get::Show-User-Simulation-Note=false"_s,
            u"dist-upgrade"_s });
    const QDeadlineTimer deadline(limit);
    while (!apt.waitForFinished(50)) {
        const bool isOver = apt.state() == QProcess::NotRunning;
        if (isOver || stop.stop_requested() || deadline.hasExpired()) {
            apt.kill();
            apt.waitForFinished(500);
            return {};
        }
    }
    if (apt.exitStatus() != QProcess::NormalExit || apt.exitCode() != 0)
        return {};
    return updatesIn(QString::fromUtf8(apt.readAllStandardOutput()));
}

} // namespace bidseal::environment
