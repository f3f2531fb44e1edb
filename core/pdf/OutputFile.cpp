#include "core/pdf/OutputFile.h"

#include "core/base/platform/Files.h"
#include "core/base/platform/Volumes.h"
#include "core/pdf/Fault.h"
#include "core/pdf/SignatureWriter.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace bidseal::pdf {

namespace {

QString lockName(const QString& temporary) { return temporary + u".lock"_s; }

/// Held for as long as the process lives; another process may take it only when that one is gone.
std::unique_ptr<QLockFile> lockFor(const QString& temporary)
{
    auto lock = std::make_unique<QLockFile>(lockName(temporary));
    lock->setStaleLockTime(0); // age proves nothing: a token may wait for its owner for hours
    return lock;
}

constexpr qint64 kNothingLeft = 1 << 20; ///< bytes

QString temporaryName(const QString& finalName)
{
    const QString unique = QString::number(QRandomGenerator::system()->generate64(), 36);
    return QFileInfo(finalName).dir().filePath(u".bidseal-%1.part"_s.arg(unique));
}

/// Before anything is made there: on Windows, Qt neither closes nor removes a lock file that it could not fill.
void refuseFullDisk(const QString& finalName)
{
    const QFileInfo file(finalName);
    if (const auto left = platform::freeBytes(file.absolutePath()); left && *left < kNothingLeft)
        fail(ErrorCode::DiskFull, u"%1 bytes are left"_s.arg(*left), { file.fileName(), {}, {}, {} });
}

} // namespace

OutputFile::OutputFile(const QString& finalName)
    : m_finalName(finalName)
    , m_path(temporaryName(finalName)) // a QFile that is opened by its handle forgets its name
    , m_lock(lockFor(m_path))
    , m_file(m_path)
{
    refuseFullDisk(finalName);
    if (!m_lock->tryLock(0))
        fail(ErrorCode::OutputNotWritable, u"the lock file cannot be made"_s,
            { QFileInfo(finalName).fileName(), {}, {}, {} });
    orThrow(platform::createPrivate(m_file));
}

OutputFile::~OutputFile()
{
    m_file.close();
    if (!m_isPublished)
        QFile::remove(m_path);
}

QFile& OutputFile::file()
{
    if (!m_file.isOpen()) {
        m_file.setFileName(m_path);
        orThrow(platform::reopenPrivate(m_file));
    }
    return m_file;
}

void OutputFile::rest() { m_file.close(); }

void OutputFile::write(qint64 offset, std::string_view bytes)
{
    const auto length = static_cast<qint64>(bytes.size());
    QFile& to = file();
    if (!to.seek(offset) || to.write(bytes.data(), length) != length || !to.flush())
        throw Fault { platform::writeError(to) };
}

Status OutputFile::publish(bool overwrite)
{
    m_file.close();
    Status published
        = platform::publish(path(), m_finalName, overwrite ? platform::Overwrite::Allow : platform::Overwrite::Refuse);
    if (!published)
        return published;
    m_isPublished = true;
    m_lock->unlock();
    return {};
}

void sweepLeftovers(const QString& folder)
{
    QDir dir(folder);
    const auto left = dir.entryList(
        { u".bidseal-*.part"_s, u".bidseal-*.part.lock"_s }, QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    for (const QString& name : left) {
        const QString temporary = dir.filePath(name.endsWith(u".lock"_s) ? name.chopped(5) : name);
        const auto lock = lockFor(temporary);
        if (lock->tryLock(0)) // and unlocking removes the lock file
            QFile::remove(temporary);
    }
}

} // namespace bidseal::pdf
