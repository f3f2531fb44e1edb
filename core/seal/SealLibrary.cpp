#include "core/seal/SealLibrary.h"

#include "core/base/Log.h"
#include "core/base/WholeFile.h"
#include "core/base/platform/SecretStore.h"
#include "core/seal/PlainEntries.h"
#include "core/seal/SealFile.h"
#include "core/seal/SealPicture.h"

#include <QCborValue>
#include <QDir>
#include <QUuid>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace bidseal::seal {

namespace {

/// How every entry begins: what it is, and in which version. The seal's nonce, ciphertext and tag follow.
constexpr QByteArrayView kMagic("BIDSEAL1");
constexpr qint64 kLargestEntry = kLargestPictureFile + 1024 * 1024; // bytes

QString entryPath(const QString& folder, const QString& id) { return QDir(folder).filePath(id + u".seal"_s); }

/// An entry that was copied over another one is not that one.
QByteArray contextOf(const QString& id) { return kMagic.toByteArray() + id.toUtf8(); }

Status writeEntry(const QString& folder, const SealRecord& record, const Secret& key)
{
    const auto& id = record.seal.id;
    const auto content = encrypted(QCborValue(cborOf(record)).toCbor(), key, contextOf(id));
    if (!content)
        return failure(content.error());
    return writeWhole(entryPath(folder, id), kMagic.toByteArray() + *content, Readers::OwnerOnly);
}

Result<SealRecord> readEntry(const QString& folder, const QString& id, const Secret& key)
{
    QFile file(entryPath(folder, id));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileNotFound, file.errorString(), { id, {}, {}, {} });
    if (file.size() > kLargestEntry)
        return failure(ErrorCode::SealPictureUnreadable, u"an entry of %1 bytes"_s.arg(file.size()));
    const QByteArray content = file.readAll();
    if (!content.startsWith(kMagic))
        return failure(ErrorCode::SealPictureUnreadable, u"no entry, or one of a later version"_s);
    const auto plain = decrypted(content.mid(kMagic.size()), key, contextOf(id));
    if (!plain)
        return failure(ErrorCode::SealPictureUnreadable, u"damaged, or encrypted with another key"_s);
    auto record = recordFrom(QCborValue::fromCbor(*plain).toMap());
    if (record)
        record->seal.id = id;
    return record;
}

QStringList idsIn(const QString& folder, const QString& suffix)
{
    QStringList ids;
    for (const auto& file : QDir(folder).entryInfoList({ u"*."_s + suffix }, QDir::Files)) {
        if (isEntryId(file.completeBaseName()))
            ids.append(file.completeBaseName());
    }
    return ids;
}

void leaveOut(const QString& id, const Error& error)
{
    qCWarning(logFlow).noquote() << "seal" << id << "left out:" << logText(error);
}

/// The plain files go only when the encrypted entry can be read back.
Status encryptPlainEntry(const QString& folder, const SealRecord& record, const Secret& key)
{
    if (const auto written = writeEntry(folder, record, key); !written)
        return written;
    const auto back = readEntry(folder, record.seal.id, key);
    if (!back || back->png != record.png)
        return failure(ErrorCode::InternalFault, u"an entry that was just written cannot be read"_s);
    return erasePlainEntry(folder, record.seal.id);
}

/// Of earlier versions. What cannot be encrypted now stays as it is and is used all the same.
void addPlainEntries(const QString& folder, const Secret& key, std::vector<SealRecord>& records)
{
    for (const auto& id : idsIn(folder, u"json"_s)) {
        const bool isEncrypted = std::any_of(
            records.begin(), records.end(), [&](const SealRecord& record) { return record.seal.id == id; });
        auto plain = isEncrypted ? Result<SealRecord>(SealRecord {}) : readPlainEntry(folder, id);
        if (!plain) {
            leaveOut(id, plain.error());
            continue;
        }
        const auto done = isEncrypted ? erasePlainEntry(folder, id) : encryptPlainEntry(folder, *plain, key);
        if (!done)
            qCWarning(logFlow).noquote() << "seal" << id << "is not encrypted:" << logText(done.error());
        else
            qCInfo(logFlow).noquote() << "seal" << id << "is encrypted now";
        if (!isEncrypted)
            records.push_back(std::move(*plain));
    }
}

/// The entries that can be read, in their order; the others are logged.
std::vector<SealRecord> readEntries(const QString& folder, const Secret& key)
{
    std::vector<SealRecord> records;
    for (const auto& id : idsIn(folder, u"seal"_s)) {
        if (auto record = readEntry(folder, id, key))
            records.push_back(std::move(*record));
        else
            leaveOut(id, record.error());
    }
    addPlainEntries(folder, key, records);
    std::sort(records.begin(), records.end(), [](const SealRecord& a, const SealRecord& b) {
        return std::tie(a.order, a.seal.id) < std::tie(b.order, b.seal.id);
    });
    return records;
}

qint64 nextOrder(const std::vector<SealRecord>& records) { return records.empty() ? 1 : records.back().order + 1; }

/// The same seal, however it came here.
bool isSame(const SealRecord& a, const SealRecord& b)
{
    return a.seal.id == b.seal.id || (a.png == b.png && a.seal.name == b.seal.name && a.seal.kind == b.seal.kind);
}

Result<QByteArray> contentOf(const QString& path)
{
    QFile file(path);
    const ErrorFacts facts { QFileInfo(path).fileName(), {}, {}, {} };
    if (!file.exists())
        return failure(ErrorCode::FileNotFound, u"no such file of seals"_s, facts);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileNotReadable, file.errorString(), facts);
    if (file.size() > kLargestSealFile)
        return failure(ErrorCode::SealFileUnreadable, u"%1 bytes"_s.arg(file.size()), facts);
    return file.readAll();
}

} // namespace

SealLibrary::SealLibrary(QString folder)
    : m_folder(QDir::cleanPath(folder))
{
}

QString SealLibrary::keyFile() const { return m_folder + u".key"_s; }

Result<Secret> SealLibrary::key() const
{
    auto key = platform::keptKey(keyFile());
    if (!key && key.error().code == ErrorCode::FileNotFound)
        return failure(ErrorCode::SealStoreUnavailable, u"there are seals, but no key to them"_s);
    return key;
}

/// A new key only where there is nothing that it would lock away for good.
Result<Secret> SealLibrary::keyOrFresh() const
{
    const bool isFirst = idsIn(m_folder, u"seal"_s).isEmpty() && !QFileInfo::exists(keyFile());
    return isFirst ? keepFreshKey() : key();
}

/// Somebody has lost the key and brings the seals back from an exported file.
Result<Secret> SealLibrary::keyForImport() const
{
    if (auto known = keyOrFresh())
        return known;
    QString aside = keyFile() + u".unusable"_s;
    for (int number = 2; QFileInfo::exists(aside); ++number)
        aside = u"%1.unusable-%2"_s.arg(keyFile()).arg(number);
    qCWarning(logFlow) << "the key to the seals cannot be had; a new one is made, and the old one set aside";
    if (QFileInfo::exists(keyFile()) && !QFile::rename(keyFile(), aside))
        return failure(ErrorCode::SealStoreUnavailable, u"the unusable key cannot be set aside"_s);
    return keepFreshKey();
}

Result<Secret> SealLibrary::keepFreshKey() const
{
    const auto fresh = freshCipherKey();
    if (!fresh)
        return failure(fresh.error());
    const auto kept = platform::keepKey(keyFile(), *fresh);
    if (!kept && kept.error().code != ErrorCode::OutputExists) // another process was quicker
        return failure(kept.error());
    return key();
}

bool SealLibrary::hasEntries() const
{
    return !idsIn(m_folder, u"seal"_s).isEmpty() || !idsIn(m_folder, u"json"_s).isEmpty();
}

Result<std::vector<Seal>> SealLibrary::seals() const
{
    if (!hasEntries())
        return std::vector<Seal>();
    const auto key = keyOrFresh();
    if (!key)
        return failure(key.error());
    std::vector<Seal> seals;
    for (const auto& record : readEntries(m_folder, *key)) {
        if (auto seal = sealOf(record))
            seals.push_back(std::move(*seal));
        else
            leaveOut(record.seal.id, seal.error());
    }
    return seals;
}

Result<Seal> SealLibrary::add(const Seal& seal)
{
    if (const auto folder = makePrivateFolder(m_folder); !folder)
        return failure(folder.error());
    const auto key = keyOrFresh();
    if (!key)
        return failure(key.error());
    auto png = pngOf(seal.picture);
    if (!png)
        return failure(png.error());
    SealRecord record { seal, std::move(*png), nextOrder(readEntries(m_folder, *key)) };
    record.seal.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const auto written = writeEntry(m_folder, record, *key); !written)
        return failure(written.error());
    return record.seal;
}

Status SealLibrary::update(const Seal& seal)
{
    if (!isEntryId(seal.id))
        return failure(ErrorCode::FileNotFound, u"no id of the library"_s, { seal.name, {}, {}, {} });
    const auto key = SealLibrary::key();
    if (!key)
        return failure(key.error());
    const auto before = readEntry(m_folder, seal.id, *key);
    if (!before)
        return failure(before.error());
    return writeEntry(m_folder, { seal, before->png, before->order }, *key);
}

Status SealLibrary::remove(const QString& id)
{
    if (!isEntryId(id))
        return failure(ErrorCode::FileNotFound, u"no id of the library"_s, { id, {}, {}, {} });
    if (QFile file(entryPath(m_folder, id)); file.exists() && !file.remove())
        return failure(ErrorCode::OutputNotWritable, file.errorString());
    return erasePlainEntry(m_folder, id);
}

Status SealLibrary::exportTo(const QString& file, const Secret& password, const QStringList& ids) const
{
    if (password.isEmpty())
        return failure(ErrorCode::UsageWrong, u"an export without a password"_s);
    const auto key = SealLibrary::key();
    if (!key)
        return failure(key.error());
    std::vector<SealRecord> records;
    for (const auto& id : ids) {
        auto record = isEntryId(id) ? readEntry(m_folder, id, *key)
                                    : Result<SealRecord>(failure(ErrorCode::FileNotFound, u"no id of the library"_s));
        if (!record)
            return failure(record.error());
        records.push_back(std::move(*record));
    }
    const auto content = sealFile(records, password);
    if (!content)
        return failure(content.error());
    return writeWhole(file, *content, Readers::OwnerOnly);
}

Result<ImportedSeals> SealLibrary::importFrom(const QString& file, const Secret& password)
{
    const auto content = contentOf(file);
    if (!content)
        return failure(content.error());
    const auto arriving = recordsIn(*content, password);
    if (!arriving)
        return failure(arriving.error().code, arriving.error().detail, { QFileInfo(file).fileName(), {}, {}, {} });
    for (const auto& record : *arriving) {
        if (const auto seal = sealOf(record); !seal || !isEntryId(record.seal.id))
            return failure(ErrorCode::SealFileUnreadable, u"a seal without picture or id"_s,
                { QFileInfo(file).fileName(), {}, {}, {} });
    }

    if (const auto folder = makePrivateFolder(m_folder); !folder)
        return failure(folder.error());
    const auto key = keyForImport();
    if (!key)
        return failure(key.error());
    auto known = readEntries(m_folder, *key);
    ImportedSeals imported;
    for (auto record : *arriving) {
        const auto isKnown = [&](const SealRecord& other) { return isSame(record, other); };
        if (std::any_of(known.begin(), known.end(), isKnown)) {
            ++imported.known;
            continue;
        }
        record.order = nextOrder(known);
        if (const auto written = writeEntry(m_folder, record, *key); !written)
            return failure(written.error());
        imported.added.append(record.seal.id);
        known.push_back(std::move(record));
    }
    return imported;
}

} // namespace bidseal::seal
