#include "core/base/ComputerId.h"

#include "core/base/Log.h"
#include "core/base/platform/Files.h"

#include <QDir>
#include <QRandomGenerator>

#include <array>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace bidseal {

namespace {

constexpr qsizetype kSize = 16; // bytes

QByteArray freshId()
{
    std::array<quint32, kSize / sizeof(quint32)> words {};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    return { reinterpret_cast<const char*>(words.data()), kSize };
}

/// Empty where there is none, or something else.
QByteArray readId(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray id = QByteArray::fromHex(file.read(2 * kSize));
    return id.size() == kSize ? id : QByteArray();
}

Status writePrivately(const QByteArray& id, const QString& path)
{
    QFile file(path);
    if (const auto created = platform::createPrivate(file); !created)
        return created;
    if (file.write(id.toHex() + '\n') < 0 || !file.flush())
        return failure(platform::writeError(file));
    return {};
}

/// A rename that never takes the place of another program's file: a look beforehand would leave it a moment.
bool giveName(const QString& temporary, const QString& path)
{
    std::error_code error;
    std::filesystem::create_hard_link(temporary.toStdU16String(), path.toStdU16String(), error);
    if (!error || error == std::errc::file_exists)
        return true;
    return QFile::rename(temporary, path); // a file system without links
}

/// Whole; where two programs make one at the same time, the first one's stays.
Status keep(const QByteArray& id, const QString& path)
{
    const QString temporary = path + u'.' + QString::number(QRandomGenerator::system()->generate64(), 36);
    auto written = writePrivately(id, temporary);
    if (written && QFile::exists(path) && readId(path).isEmpty())
        QFile::remove(path); // something else under its name
    if (written && !giveName(temporary, path))
        written = failure(ErrorCode::OutputNotWritable, path);
    // Somebody may be reading the file by its other name.
    (void)platform::whileHeldElsewhere({ temporary }, [&temporary]() -> Status {
        if (!QFile::exists(temporary) || QFile::remove(temporary))
            return {};
        return failure(ErrorCode::OutputNotWritable, temporary);
    });
    return written;
}

} // namespace

QByteArray computerId(const QString& folder)
{
    const QString path = QDir(folder).filePath(u"computer-id"_s);
    if (const auto known = readId(path); !known.isEmpty())
        return known;
    const QByteArray fresh = freshId();
    QDir().mkpath(folder);
    if (const auto kept = keep(fresh, path); !kept) {
        qCWarning(logFlow).noquote() << "this computer's id cannot be kept:" << logText(kept.error());
        return fresh;
    }
    const auto kept = readId(path);
    return kept.isEmpty() ? fresh : kept;
}

} // namespace bidseal
