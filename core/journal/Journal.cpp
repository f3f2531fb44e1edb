#include "core/journal/Journal.h"

#include "core/base/WholeFile.h"
#include "core/journal/JournalDatabase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace bidseal::journal {

namespace {

const auto kColumns
    = u"id, signed_at, source, output, digest_name, document_digest, holder, issuer, certificate_serial,"
      " key, marks, environment_report, environment_digest, agreed_unknown"_s;

/// A form that sorts as text.
QString timeText(const QDateTime& time) { return time.toUTC().toString(Qt::ISODateWithMs); }

QString listText(const QStringList& list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList listOf(const QString& text)
{
    QStringList list;
    for (const auto& element : QJsonDocument::fromJson(text.toUtf8()).array())
        list.append(element.toString());
    return list;
}

/// SQL knows a difference that QByteArray's users do not.
QByteArray orEmpty(const QByteArray& bytes) { return bytes.isNull() ? QByteArray("") : bytes; }

Entry entryOf(const QSqlQuery& row)
{
    return { row.value(0).toLongLong(), QDateTime::fromString(row.value(1).toString(), Qt::ISODateWithMs),
        row.value(2).toString(), row.value(3).toString(), row.value(4).toString(), row.value(5).toByteArray(),
        row.value(6).toString(), row.value(7).toString(), row.value(8).toString(), row.value(9).toString(),
        listOf(row.value(10).toString()), row.value(11).toByteArray(), row.value(12).toByteArray(),
        listOf(row.value(13).toString()) };
}

QJsonObject jsonOf(const Entry& entry)
{
    return {
        { u"signedAt"_s, timeText(entry.signedAt) },
        { u"source"_s, entry.source },
        { u"output"_s, entry.output },
        { u"digestName"_s, entry.digestName },
        { u"documentDigest"_s, QString::fromLatin1(entry.documentDigest.toHex()) },
        { u"holder"_s, entry.holder },
        { u"issuer"_s, entry.issuer },
        { u"certificateSerial"_s, entry.certificateSerial },
        { u"key"_s, entry.key },
        { u"marks"_s, QJsonArray::fromStringList(entry.marks) },
        { u"environment"_s, QJsonDocument::fromJson(entry.environmentReport).object() },
        { u"environmentDigest"_s, QString::fromLatin1(entry.environmentDigest.toHex()) },
        { u"agreedUnknown"_s, QJsonArray::fromStringList(entry.agreedUnknown) },
    };
}

/// SQLite takes a negative limit as none.
Result<std::vector<Entry>> readEntries(const QString& file, int limit)
{
    const auto database = JournalDatabase::open(file);
    if (!database)
        return failure(database.error());
    auto rows
        = database->run(u"SELECT %1 FROM entries ORDER BY signed_at DESC, id DESC LIMIT ?"_s.arg(kColumns), { limit });
    if (!rows)
        return failure(rows.error());
    std::vector<Entry> entries;
    while (rows->next())
        entries.push_back(entryOf(*rows));
    return entries;
}

Status eraseWhere(const QString& file, const QString& condition, const QVariantList& values = {})
{
    auto database = JournalDatabase::open(file);
    if (!database)
        return failure(database.error());
    return database->erase(u"DELETE FROM entries WHERE "_s + condition, values);
}

} // namespace

Journal::Journal(QString file)
    : m_file(std::move(file))
{
}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString& file)
{
    if (const auto database = JournalDatabase::open(file); !database)
        return failure(database.error());
    return std::unique_ptr<Journal>(new Journal(file));
}

Result<qint64> Journal::record(const Entry& entry)
{
    const auto database = JournalDatabase::open(m_file);
    if (!database)
        return failure(database.error());
    const auto inserted
        = database->run(u"INSERT INTO entries (signed_at, source, output, digest_name, document_digest, holder, issuer,"
                        " certificate_serial, key, marks, environment_report, environment_digest, agreed_unknown)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            { timeText(entry.signedAt), entry.source, entry.output, entry.digestName, entry.documentDigest,
                entry.holder, entry.issuer, entry.certificateSerial, entry.key, listText(entry.marks),
                orEmpty(entry.environmentReport), orEmpty(entry.environmentDigest), listText(entry.agreedUnknown) });
    if (!inserted)
        return failure(inserted.error());
    return inserted->lastInsertId().toLongLong();
}

Result<std::vector<Entry>> Journal::entries(int limit) const { return readEntries(m_file, qMax(0, limit)); }

Status Journal::exportTo(const QString& jsonFile) const
{
    const auto entries = readEntries(m_file, -1);
    if (!entries)
        return failure(entries.error());
    QJsonArray array;
    for (const auto& entry : *entries)
        array.append(jsonOf(entry));
    return writeWhole(jsonFile, QJsonDocument(array).toJson(), Readers::OwnerOnly);
}

Status Journal::erase(const QList<qint64>& ids)
{
    QStringList numbers;
    for (const auto id : ids)
        numbers.append(QString::number(id));
    return eraseWhere(m_file, u"id IN (%1)"_s.arg(numbers.join(u',')));
}

Status Journal::eraseAll() { return eraseWhere(m_file, u"TRUE"_s); }

Status Journal::applyRetention(int days, const QDateTime& nowUtc)
{
    if (days <= 0)
        return {};
    return eraseWhere(m_file, u"signed_at < ?"_s, { timeText(nowUtc.addDays(-days)) });
}

} // namespace bidseal::journal
