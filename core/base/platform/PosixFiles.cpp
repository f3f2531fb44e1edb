#include "core/base/platform/Files.h"

#include "core/base/platform/BlockCopy.h"
#include "core/base/platform/Process.h"

#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

constexpr qint64 kBlock = 8 * 1024 * 1024; // bytes between two looks at the stop token

QString systemText(int number) { return QString::fromLocal8Bit(std::strerror(number)); }

Error writeErrorOf(int number)
{
    const bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;
    return { full ? ErrorCode::DiskFull : ErrorCode::OutputNotWritable, systemText(number), {} };
}

/// The permissions that a new file of this user gets; asking the umask means setting it, so it is asked once, early.
mode_t usualMode()
{
    static const mode_t mode = [] {
        const mode_t mask = umask(077);
        umask(mask);
        return static_cast<mode_t>(0666 & ~mask);
    }();
    return mode;
}

/// rename() that never replaces. False with errno = EEXIST where the name is taken.
bool renameWithoutReplacing(const QByteArray& from, const QByteArray& to)
{
#ifdef Q_OS_LINUX
    if (renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
#endif
    // File systems without RENAME_NOREPLACE: a hard link is refused where the name is taken, which is as atomic.
    if (link(from.constData(), to.constData()) == 0) {
        unlink(from.constData());
        return true;
    }
    if (errno != EPERM && errno != ENOTSUP)
        return false;
    // Neither (FAT, some network shares): look, then rename; the gap is as small as it gets here.
    struct stat existing { };
    if (lstat(to.constData(), &existing) == 0) {
        errno = EEXIST;
        return false;
    }
    return ::rename(from.constData(), to.constData()) == 0;
}

void syncFolderOf(const QString& path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int fd = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd); // network file systems may refuse; the file itself is safe already
    ::close(fd);
}

/// The file takes what `open` gave; errno is open's where that is negative.
Status adopt(QFile& file, int fd)
{
    if (fd < 0)
        return failure(writeErrorOf(errno));
    if (!file.open(fd, QIODevice::ReadWrite, QFileDevice::AutoCloseHandle)) {
        ::close(fd);
        return failure(ErrorCode::OutputNotWritable, file.errorString());
    }
    return {};
}

} // namespace

Status copyContents(QFile& from, QFile& to, const ProgressCallback& progress, std::stop_token stop)
{
    const qint64 total = from.size();
    qint64 done = 0;
#ifdef Q_OS_LINUX
    loff_t source = 0;
    loff_t target = 0;
    while (done < total) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled, u"while copying"_s);
        const auto step = static_cast<std::size_t>(std::min(kBlock, total - done));
        const ssize_t copied = copy_file_range(from.handle(), &source, to.handle(), &target, step, 0);
        if (copied < 0 && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
            return failure(writeErrorOf(errno));
        if (copied <= 0)
            break; // another file system, or one that cannot: the plain way goes on from here
        done += copied;
        if (progress)
            progress({ Stage::Preparing, done, total });
    }
#endif
    return copyByBlocks(from, to, done, progress, stop);
}

Status createPrivate(QFile& file)
{
    usualMode(); // before any thread could be creating files of its own
    const QByteArray name = QFile::encodeName(file.fileName());
    return adopt(file, ::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
}

Status reopenPrivate(QFile& file)
{
    return adopt(file, ::open(QFile::encodeName(file.fileName()).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
}

Status sync(QFile& file)
{
    if (!file.flush())
        return failure(writeError(file));
    if (fsync(file.handle()) != 0)
        return failure(writeErrorOf(errno));
    return {};
}

Status publish(const QString& temporary, const QString& final, Overwrite overwrite)
{
    const QByteArray from = QFile::encodeName(temporary);
    const QByteArray to = QFile::encodeName(final);
    if (overwrite == Overwrite::Allow && isOpenElsewhere(final))
        return failure(
            ErrorCode::OutputInUse, u"open in another process"_s, { QFileInfo(final).fileName(), {}, {}, {} });
    if (chmod(from.constData(), usualMode()) != 0 && errno != EPERM)
        return failure(writeErrorOf(errno));
    const bool renamed = overwrite == Overwrite::Allow ? ::rename(from.constData(), to.constData()) == 0
                                                       : renameWithoutReplacing(from, to);
    if (!renamed) {
        if (errno == EEXIST)
            return failure(ErrorCode::OutputExists, {}, { QFileInfo(final).fileName(), {}, {}, {} });
        return failure(writeErrorOf(errno));
    }
    syncFolderOf(final);
    return {};
}

Status whileHeldElsewhere(const QStringList&, const std::function<Status()>& action)
{
    return action(); // an open file can be replaced here
}

bool isOpenElsewhere(const QString& path)
{
#ifdef Q_OS_LINUX
    // A write lease is granted only where nobody else has the file open (fcntl(2), F_SETLEASE).
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return false;
    const bool taken = fcntl(fd, F_SETLEASE, F_WRLCK) != 0 && errno == EAGAIN;
    if (!taken)
        fcntl(fd, F_SETLEASE, F_UNLCK);
    ::close(fd);
    return taken;
#else
    Q_UNUSED(path)
    return false;
#endif
}

bool isSameFile(const QString& first, const QString& second)
{
    struct stat a { };
    struct stat b { };
    return stat(QFile::encodeName(first).constData(), &a) == 0 && stat(QFile::encodeName(second).constData(), &b) == 0
        && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

Status readPrivateLine(const QString& path, const std::function<bool(char)>& take)
{
    int fd = STDIN_FILENO;
    if (path != u"-"_s) {
        fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
        if (fd < 0) {
            const auto code = errno == ENOENT ? ErrorCode::FileNotFound : ErrorCode::FileNotReadable;
            return failure(code, systemText(errno), { QFileInfo(path).fileName(), {}, {}, {} });
        }
        struct stat info { };
        const bool regular = fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
        if (regular && ((info.st_mode & 077) != 0 || (info.st_uid != geteuid() && info.st_uid != 0))) {
            ::close(fd);
            return failure(ErrorCode::PinFileUnsafe, u"mode %1"_s.arg(info.st_mode & 0777, 3, 8, QChar(u'0')));
        }
    }
    char byte = 0;
    while (::read(fd, &byte, 1) == 1 && byte != '\n') {
        if (byte != '\r' && !take(byte))
            break;
    }
    wipe(&byte, 1);
    if (fd != STDIN_FILENO)
        ::close(fd);
    return {};
}

Error writeError(const QFileDevice& file)
{
    // QFile keeps the kind of the error only for a full disk and for permissions.
    const bool full = file.error() == QFileDevice::ResourceError || errno == ENOSPC || errno == EDQUOT;
    return { full ? ErrorCode::DiskFull : ErrorCode::OutputNotWritable, file.errorString(), {} };
}

} // namespace bidseal::platform
