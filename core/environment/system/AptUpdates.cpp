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

const auto kApt = u"/usr/bin/apt"_s;

QStringList archivesIn(const QString& aptFolder)
{
    return QDir(aptFolder + u"/lists"_s).entryList({ u"*_InRelease"_s, u"*_Release"_s }, QDir::Files);
}

} // namespace

AptUpdates updatesIn(const QString& listing)
{
    // libssl3/stable-security,stable 3.0.15-1~deb12u1 amd64 [upgradable from: 3.0.14-1~deb12u1]
    static const QRegularExpression package(u"^([^\\s/]+)/(\\S+) \\S+ \\S+ \\["_s, QRegularExpression::MultilineOption);
    AptUpdates updates;
    for (auto found = package.globalMatch(listing); found.hasNext();) {
        const auto match = found.next();
        ++updates.all;
        const auto archives = match.captured(2).split(u',');
        if (std::any_of(archives.begin(), archives.end(),
                [](const QString& archive) { return archive.endsWith(u"-security"_s); }))
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

std::optional<AptUpdates> askApt(std::chrono::milliseconds limit, const std::stop_token& stop)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    QProcess apt;
    apt.setProcessEnvironment(environment);
    apt.setStandardInputFile(QProcess::nullDevice());
    apt.setStandardErrorFile(QProcess::nullDevice());
    apt.start(kApt, { u"list"_s, u"--upgradable"_s });
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
