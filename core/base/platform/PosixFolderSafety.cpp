#include "core/base/platform/FolderSafety.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

using State = FolderSafety::State;

constexpr int kMostEntries = 10'000; // of a folder that is to be made private

/// Where every user has a group of their own name, its right to write is the user's.
bool isOnlyOwnersGroup(gid_t group, uid_t owner)
{
    std::array<char, 16384> groupText {};
    std::array<char, 16384> userText {};
    struct group groupEntry { };
    struct group* foundGroup = nullptr;
    struct passwd userEntry { };
    struct passwd* foundUser = nullptr;
    if (getgrgid_r(group, &groupEntry, groupText.data(), groupText.size(), &foundGroup) != 0 || !foundGroup
        || getpwuid_r(owner, &userEntry, userText.data(), userText.size(), &foundUser) != 0 || !foundUser)
        return false;
    const std::string_view name(foundUser->pw_name);
    if (name != foundGroup->gr_name || foundUser->pw_gid != group)
        return false;
    for (char** member = foundGroup->gr_mem; *member; ++member)
        if (name != *member)
            return false;
    return true;
}

/// Inside a user namespace that maps only some users, root's folders look like this one's (user_namespaces(7)).
bool isUnmapped(uid_t owner)
{
    constexpr uid_t kOverflow = 65534;
    QFile map(u"/proc/self/uid_map"_s);
    if (owner != kOverflow || !map.open(QIODevice::ReadOnly))
        return false;
    return map.readAll().simplified() != "0 0 4294967295";
}

/// What the rights of one folder say. With the sticky bit others may add files, and touch nobody else's.
State stateOf(const struct stat& status)
{
    if (status.st_uid != geteuid() && status.st_uid != 0 && !isUnmapped(status.st_uid))
        return State::OthersOwn;
    const bool othersWrite = (status.st_mode & S_IWOTH) != 0
        || ((status.st_mode & S_IWGRP) != 0 && !isOnlyOwnersGroup(status.st_gid, status.st_uid));
    if (!othersWrite)
        return State::Private;
    return (status.st_mode & S_ISVTX) != 0 ? State::Shared : State::OthersMayChange;
}

FolderSafety safetyOf(const QString& folder)
{
    struct stat status { };
    if (::lstat(QFile::encodeName(folder).constData(), &status) != 0)
        return { errno == ENOENT || errno == ENOTDIR ? State::NotThere : State::Unknown, folder, false };
    return { stateOf(status), folder, status.st_uid == geteuid() };
}

bool isFault(const FolderSafety& safety) { return safety.state != State::Private && safety.state != State::Shared; }

/// The folders that hold `path`, from the nearest one to the root.
QStringList above(const QString& path)
{
    QStringList folders;
    for (QString at = path; at != u"/"_s; at = folders.last())
        folders.append(QFileInfo(at).path());
    return folders;
}

/// A link is as safe as the folders in which it lies, and as the place it leads to.
FolderSafety worstAbove(const QString& path, FolderSafety safety)
{
    for (const auto& folder : above(path)) {
        const auto one = safetyOf(folder);
        if (!isFault(safety) && isFault(one))
            safety = one;
    }
    return safety;
}

/// Others rely on them being as they are.
bool isSystems(const QString& folder)
{
    static const QStringList kFolders { u"/tmp"_s, u"/var/tmp"_s, u"/dev/shm"_s, u"/run/lock"_s };
    return kFolders.contains(folder) || folder.count(u'/') < 2;
}

bool holdsFilesOfOthers(const QString& folder)
{
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (int seen = 0; entries.hasNext(); ++seen) {
        struct stat status { };
        const auto name = QFile::encodeName(entries.next());
        if (seen >= kMostEntries || (::lstat(name.constData(), &status) == 0 && status.st_uid != geteuid()))
            return true;
    }
    return false;
}

Error refusal(const QString& path, const QString& why)
{
    return { ErrorCode::OutputNotWritable, u"not made private, %1: %2"_s.arg(why, path),
        { .name = QFileInfo(path).fileName() } };
}

} // namespace

QString temporaryFolder()
{
    const auto named = qEnvironmentVariable("TMPDIR");
    return named.isEmpty() ? u"/tmp"_s : named;
}

FolderSafety folderSafety(const QString& path)
{
    const auto asCalled = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    const auto real = QFileInfo(path).canonicalFilePath();
    if (real.isEmpty() || !QFileInfo(real).isDir())
        return { State::NotThere, asCalled, false };
    const auto safety = worstAbove(real, safetyOf(real));
    return real == asCalled ? safety : worstAbove(asCalled, safety);
}

Status makeFolderPrivate(const QString& path)
{
    const auto clean = QDir::cleanPath(path);
    if (!QDir::isAbsolutePath(clean) || isSystems(clean))
        return failure(refusal(path, u"one of the system's folders"_s));
    const int folder = ::open(QFile::encodeName(clean).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0 && errno == ENOENT)
        return failure(ErrorCode::FileNotFound, u"no such folder"_s, { .name = QFileInfo(clean).fileName() });
    if (folder < 0)
        return failure(refusal(path, QString::fromLocal8Bit(std::strerror(errno))));
    struct stat status { };
    const bool isOwn = ::fstat(folder, &status) == 0 && status.st_uid == geteuid();
    const bool isShared = isOwn && holdsFilesOfOthers(clean);
    const bool isDone = isOwn && !isShared && ::fchmod(folder, S_IRWXU) == 0;
    ::close(folder);
    if (isDone)
        return {};
    return failure(refusal(path, isShared ? u"others keep files there"_s : u"another user's"_s));
}

bool canMakeFolderPrivate(const QString& path)
{
    const auto clean = QDir::cleanPath(path);
    struct stat status { };
    return QDir::isAbsolutePath(clean) && !isSystems(clean)
        && ::lstat(QFile::encodeName(clean).constData(), &status) == 0 && S_ISDIR(status.st_mode)
        && status.st_uid == geteuid() && !holdsFilesOfOthers(clean);
}

} // namespace bidseal::platform
