#include "core/base/platform/SecretStore.h"

#include "core/base/Log.h"
#include "core/base/platform/Files.h"
#include "core/base/platform/Process.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

tl::unexpected<Error> unavailable(const QString& detail) { return failure(ErrorCode::SealStoreUnavailable, detail); }

QString systemText() { return QString::fromLocal8Bit(std::strerror(errno)); }

/// A key for everybody's eyes is mended, not refused: nobody would get back what it encrypts.
void makePrivate(int fd)
{
    struct stat found { };
    if (fstat(fd, &found) != 0 || (found.st_mode & (S_IRWXG | S_IRWXO)) == 0)
        return;
    qCWarning(logFlow) << "a kept key could be read by others; its permissions are mended";
    if (fchmod(fd, S_IRUSR | S_IWUSR) != 0)
        qCWarning(logFlow).noquote() << "not mended:" << systemText();
}

/// The name is given last, so that nobody ever finds half a key under it.
Status publishPrivately(const QByteArray& temporary, const QByteArray& name)
{
    if (link(temporary.constData(), name.constData()) == 0) {
        unlink(temporary.constData());
        return {};
    }
    const bool hasNoLinks = errno == EPERM || errno == ENOTSUP || errno == EOPNOTSUPP; // FAT, some network shares
    struct stat existing { };
    if (hasNoLinks && lstat(name.constData(), &existing) != 0 && ::rename(temporary.constData(), name.constData()) == 0)
        return {};
    const auto detail = systemText();
    const bool exists = lstat(name.constData(), &existing) == 0;
    unlink(temporary.constData());
    return failure(exists ? ErrorCode::OutputExists : ErrorCode::OutputNotWritable, detail);
}

} // namespace

Result<Secret> keptKey(const QString& file)
{
    const QByteArray name = QFile::encodeName(file);
    const Descriptor kept(::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (kept.get() < 0 && (errno == ENOENT || errno == ENOTDIR))
        return failure(ErrorCode::FileNotFound, u"no key is kept"_s, { QFileInfo(file).fileName(), {}, {}, {} });
    if (kept.get() < 0)
        return unavailable(systemText());
    makePrivate(kept.get());
    std::array<char, kKeptKeySize + 1> bytes {}; // one more shows a file that is too long
    const ssize_t size = ::read(kept.get(), bytes.data(), bytes.size());
    Secret key;
    const bool isWhole = size == ssize_t(kKeptKeySize) && key.append({ bytes.data(), kKeptKeySize });
    wipe(bytes.data(), bytes.size());
    if (!isWhole)
        return unavailable(u"a kept key of %1 bytes"_s.arg(size));
    return key;
}

Status keepKey(const QString& file, const Secret& key)
{
    if (QFileInfo::exists(file))
        return failure(ErrorCode::OutputExists, u"a key is kept already"_s);
    const QString path = file + u".%1"_s.arg(QRandomGenerator::system()->generate64(), 16, 16, QChar(u'0'));
    QFile temporary(path);
    if (const auto created = createPrivate(temporary); !created)
        return created;
    const auto bytes = key.view();
    const auto size = static_cast<qint64>(bytes.size());
    const bool isWritten = temporary.write(bytes.data(), size) == size && temporary.flush();
    Status written = isWritten ? sync(temporary) : Status(failure(writeError(temporary)));
    temporary.close();
    if (written)
        written = publishPrivately(QFile::encodeName(path), QFile::encodeName(file));
    else
        QFile::remove(path);
    return written;
}

} // namespace bidseal::platform
