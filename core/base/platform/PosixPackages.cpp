#include "core/base/platform/Packages.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>

#include <algorithm>
#include <chrono>

#include <dlfcn.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

const auto kQuery = u"/usr/bin/dpkg-query"_s;
const auto kDpkg = u"/usr/bin/dpkg"_s;
constexpr std::chrono::seconds kPatience { 5 };
constexpr int kStep = 50; // ms between two looks at the stop token

struct Answer {
    int exitCode = -1;
    QString output;
};

/// With an environment of its own: neither the language nor anybody's settings change what it says.
std::optional<Answer> ask(const QString& program, const QStringList& arguments, const std::stop_token& stop)
{
    QProcess process;
    QProcessEnvironment environment;
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"PATH"_s, u"/usr/sbin:/usr/bin:/sbin:/bin"_s);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (!process.waitForFinished(kStep)) {
        const bool runs = process.state() != QProcess::NotRunning;
        if (!runs || stop.stop_requested() || std::chrono::steady_clock::now() >= end) {
            process.kill();
            process.waitForFinished();
            return {};
        }
    }
    if (process.exitStatus() != QProcess::NormalExit)
        return {};
    return Answer { process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()) };
}

QStringList rootOption(const PackageRoot& root)
{
    return root.folder == u"/"_s ? QStringList() : QStringList { u"--root="_s + root.folder };
}

/// As it is called inside the root.
QString inside(const PackageRoot& root, const QString& file)
{
    const auto prefix = root.folder.endsWith(u'/') ? root.folder.chopped(1) : root.folder;
    return !prefix.isEmpty() && file.startsWith(prefix + u'/') ? file.mid(prefix.size()) : file;
}

QString fullName(const Package& package)
{
    return package.architecture.isEmpty() ? package.name : package.name + u':' + package.architecture;
}

/// "libssl3:amd64: /usr/lib/…/libcrypto.so.3", or "one, another: /a/folder/of/both".
std::optional<Package> ownerIn(const QString& output)
{
    for (const auto& line : output.split(u'\n')) {
        const auto end = line.lastIndexOf(u": "_s);
        if (end < 0 || line.startsWith(u"diversion by "_s))
            continue;
        const auto parts = line.left(end).section(u", "_s, 0, 0).split(u':');
        return Package { parts.value(0), parts.value(1), {} };
    }
    return {};
}

/// Where the folders of /usr are the same as those of the root, a package may have either name.
QStringList namesOf(const QString& file)
{
    QStringList names { file };
    names.append(file.startsWith(u"/usr/"_s) ? file.mid(4) : u"/usr"_s + file);
    return names;
}

/// Packages put nothing into homes and temporary folders, and asking takes its time.
bool mayBePackaged(const QString& file)
{
    static const QStringList kFolders { u"/usr/"_s, u"/opt/"_s, u"/bin/"_s, u"/sbin/"_s, u"/lib"_s, u"/etc/"_s };
    return !file.startsWith(u"/usr/local/"_s)
        && std::any_of(
            kFolders.begin(), kFolders.end(), [&file](const QString& folder) { return file.startsWith(folder); });
}

/// "??5?????? c /etc/file": a digest that differs, of a setting. "missing     /usr/bin/file"
void takeLine(const QString& line, PackageChanges& changes)
{
    constexpr qsizetype kMark = 10, kPath = 12;
    if (line.size() <= kPath || line.at(kMark) == u'c')
        return;
    const auto path = line.mid(kPath);
    if (line.startsWith(u"missing"_s))
        changes.missing.append(path);
    else if (line.at(2) == u'5')
        changes.altered.append(path);
}

} // namespace

PackageManager packageManager()
{
    if (QFileInfo::exists(kQuery) && QFileInfo::exists(kDpkg))
        return PackageManager::Debian;
    return PackageManager::Another;
}

std::optional<Package> packageOf(const QString& file, const std::stop_token& stop, const PackageRoot& root)
{
    const auto name = inside(root, QFileInfo(file).canonicalFilePath());
    if (packageManager() != PackageManager::Debian || !mayBePackaged(name))
        return {};
    // One of the names is always unknown, so that the exit code says nothing.
    const auto found = ask(kQuery, rootOption(root) + QStringList { u"--search"_s } + namesOf(name), stop);
    auto package = found ? ownerIn(found->output) : std::nullopt;
    if (!package)
        return {};
    const auto format = u"--showformat=${db:Status-Status} ${Version}"_s;
    const auto version = ask(kQuery, rootOption(root) + QStringList { u"--show"_s, format, fullName(*package) }, stop);
    if (!version || !version->output.startsWith(u"installed "_s))
        return {};
    package->version = version->output.section(u' ', 1);
    return package;
}

std::optional<PackageChanges> changesOf(const Package& package, const std::stop_token& stop, const PackageRoot& root)
{
    // dpkg says 1 where something differs, 2 where it could not look.
    const auto answer = ask(kDpkg, rootOption(root) + QStringList { u"--verify"_s, fullName(package) }, stop);
    if (!answer || answer->exitCode > 1)
        return {};
    PackageChanges changes;
    for (const auto& line : answer->output.split(u'\n'))
        takeLine(line, changes);
    return changes;
}

std::optional<bool> isAtLeast(const QString& version, const QString& minimum, const std::stop_token& stop)
{
    if (packageManager() != PackageManager::Debian)
        return {};
    const auto answer = ask(kDpkg, { u"--compare-versions"_s, version, u"ge"_s, minimum }, stop);
    if (!answer || answer->exitCode > 1)
        return {};
    return answer->exitCode == 0;
}

QString fileOfCode(const void* address)
{
    Dl_info info {};
    if (dladdr(address, &info) == 0 || !info.dli_fname)
        return {};
    return QFileInfo(QFile::decodeName(info.dli_fname)).canonicalFilePath();
}

} // namespace bidseal::platform
