#include "core/seal/PlainEntries.h"

#include "core/base/platform/Files.h"
#include "core/seal/SealPicture.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace bidseal::seal {

namespace {

constexpr qint64 kLargestFacts = 64 * 1024; // bytes

QString picturePath(const QString& folder, const QString& id) { return QDir(folder).filePath(id + u".png"_s); }
QString factsPath(const QString& folder, const QString& id) { return QDir(folder).filePath(id + u".json"_s); }

Result<QByteArray> contentOf(const QString& path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileNotFound, file.errorString());
    if (file.size() > most)
        return failure(ErrorCode::SealPictureUnreadable, u"%1 bytes"_s.arg(file.size()));
    return file.readAll();
}

Status erase(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (file.open(QIODevice::ReadWrite)) {
        const bool overwritten = file.write(QByteArray(file.size(), '\0')) == file.size() && file.flush();
        if (overwritten)
            (void)platform::sync(file); // as far as the disk does it
        file.close();
    }
    if (!file.remove())
        return failure(ErrorCode::OutputNotWritable, file.errorString());
    return {};
}

} // namespace

bool isEntryId(const QString& text) { return QUuid::fromString(text).toString(QUuid::WithoutBraces) == text; }

Result<SealRecord> readPlainEntry(const QString& folder, const QString& id)
{
    const auto facts = contentOf(factsPath(folder, id), kLargestFacts);
    if (!facts)
        return failure(facts.error());
    auto png = contentOf(picturePath(folder, id), kLargestPictureFile);
    if (!png)
        return failure(png.error());
    if (const auto picture = readPicture(*png); !picture)
        return failure(picture.error());
    const auto object = QJsonDocument::fromJson(*facts).object();
    SealRecord record;
    record.seal.id = id;
    record.seal.name = object[u"name"_s].toString();
    record.seal.kind = kindNamed(object[u"kind"_s].toString());
    record.seal.sizeMm = { object[u"widthMm"_s].toDouble(), object[u"heightMm"_s].toDouble() };
    record.seal.holder = object[u"holder"_s].toString();
    record.order = object[u"order"_s].toInteger();
    record.png = std::move(*png);
    if (!isPossible(record.seal.sizeMm))
        return failure(ErrorCode::SealPictureUnreadable, u"its entry has no size"_s);
    return record;
}

Status erasePlainEntry(const QString& folder, const QString& id)
{
    // The facts first: a picture without them is not a seal any more.
    if (const auto erased = erase(factsPath(folder, id)); !erased)
        return erased;
    return erase(picturePath(folder, id));
}

} // namespace bidseal::seal
