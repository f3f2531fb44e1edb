#include "core/seal/SealLibrary.h"

#include "core/base/Log.h"
#include "core/base/platform/Files.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace bidseal::seal {

namespace {

/// What the JSON file beside a picture says.
struct Entry {
    Seal seal; ///< without its picture
    qint64 order = 0; ///< seals added later have larger ones
};

QString picturePath(const QString& folder, const QString& id) { return QDir(folder).filePath(id + u".png"_s); }
QString entryPath(const QString& folder, const QString& id) { return QDir(folder).filePath(id + u".json"_s); }

/// Ids become file names, so nothing but what we gave ourselves.
bool isId(const QString& text) { return QUuid::fromString(text).toString(QUuid::WithoutBraces) == text; }

Status writePrivately(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size() || !file.commit()) {
        const bool full = file.error() == QFileDevice::ResourceError;
        return failure(full ? ErrorCode::DiskFull : ErrorCode::OutputNotWritable, file.errorString());
    }
    return {};
}

Status writeEntry(const QString& folder, const Entry& entry)
{
    QJsonObject object {
        { u"name"_s, entry.seal.name },
        { u"kind"_s, kindName(entry.seal.kind) },
        { u"widthMm"_s, entry.seal.sizeMm.width() },
        { u"heightMm"_s, entry.seal.sizeMm.height() },
        { u"order"_s, entry.order },
    };
    if (!entry.seal.holder.isEmpty())
        object[u"holder"_s] = entry.seal.holder;
    return writePrivately(entryPath(folder, entry.seal.id), QJsonDocument(object).toJson());
}

Result<Entry> readEntry(const QString& folder, const QString& id)
{
    QFile file(entryPath(folder, id));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileNotFound, file.errorString(), { id, {}, {}, {} });
    const auto object = QJsonDocument::fromJson(file.read(64 * 1024)).object();
    const QSizeF sizeMm(object[u"widthMm"_s].toDouble(), object[u"heightMm"_s].toDouble());
    if (sizeMm.isEmpty())
        return failure(ErrorCode::SealPictureUnreadable, u"its entry has no size"_s, { id, {}, {}, {} });
    return Entry { { id, object[u"name"_s].toString(), kindNamed(object[u"kind"_s].toString()), {}, sizeMm,
                       object[u"holder"_s].toString() },
        object[u"order"_s].toInteger() };
}

/// The entries that can be read; the others are logged.
std::vector<Entry> readEntries(const QString& folder)
{
    std::vector<Entry> entries;
    const auto files = QDir(folder).entryInfoList({ u"*.json"_s }, QDir::Files);
    for (const auto& file : files) {
        const QString id = file.completeBaseName();
        if (!isId(id))
            continue;
        if (auto entry = readEntry(folder, id))
            entries.push_back(std::move(*entry));
        else
            qCWarning(logFlow).noquote() << "seal left out:" << logText(entry.error());
    }
    std::sort(entries.begin(), entries.end(),
        [](const Entry& a, const Entry& b) { return std::tie(a.order, a.seal.id) < std::tie(b.order, b.seal.id); });
    return entries;
}

Status makePrivateFolder(const QString& folder)
{
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::OutputNotWritable, u"cannot make the folder of the seals"_s);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Status removeFile(const QString& path)
{
    if (QFile file(path); file.exists() && !file.remove())
        return failure(ErrorCode::OutputNotWritable, file.errorString());
    return {};
}

} // namespace

SealLibrary::SealLibrary(QString folder)
    : m_folder(std::move(folder))
{
}

Result<std::vector<Seal>> SealLibrary::seals() const
{
    std::vector<Seal> seals;
    for (auto& entry : readEntries(m_folder)) {
        auto& seal = entry.seal;
        auto loaded = loadSeal(picturePath(m_folder, seal.id), seal.name, seal.kind, seal.sizeMm);
        if (!loaded) {
            qCWarning(logFlow).noquote() << "seal" << seal.id << "left out:" << logText(loaded.error());
            continue;
        }
        seal.picture = std::move(loaded->picture);
        seals.push_back(std::move(seal));
    }
    return seals;
}

Result<Seal> SealLibrary::add(const Seal& seal)
{
    if (const auto folder = makePrivateFolder(m_folder); !folder)
        return failure(folder.error());
    const auto known = readEntries(m_folder);
    Seal added = seal;
    added.id = QUuid::createUuid().toString(QUuid::WithoutBraces);

    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!added.picture.save(&buffer, "png"))
        return failure(ErrorCode::SealPictureUnreadable, u"the picture cannot be written as PNG"_s);
    // The entry last: a picture without entry is not a seal yet.
    if (const auto written = writePrivately(picturePath(m_folder, added.id), png); !written)
        return failure(written.error());
    if (const auto written = writeEntry(m_folder, { added, known.empty() ? 1 : known.back().order + 1 }); !written) {
        QFile::remove(picturePath(m_folder, added.id));
        return failure(written.error());
    }
    return added;
}

Status SealLibrary::update(const Seal& seal)
{
    if (!isId(seal.id))
        return failure(ErrorCode::FileNotFound, u"no id of the library"_s, { seal.name, {}, {}, {} });
    const auto before = readEntry(m_folder, seal.id);
    if (!before)
        return failure(before.error());
    return writeEntry(m_folder, { seal, before->order });
}

Status SealLibrary::remove(const QString& id)
{
    if (!isId(id))
        return failure(ErrorCode::FileNotFound, u"no id of the library"_s, { id, {}, {}, {} });
    // The entry first: without it the picture is not a seal any more.
    if (const auto removed = removeFile(entryPath(m_folder, id)); !removed)
        return removed;
    return removeFile(picturePath(m_folder, id));
}

} // namespace bidseal::seal
