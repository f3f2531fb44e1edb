#include "core/journal/JournalDatabase.h"

#include "core/base/WholeFile.h"
#include "core/base/platform/Files.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace bidseal::journal {

namespace {

constexpr int kVersion = 2;

/// Each step takes a journal from one version to the next, and is never changed once it was released.
QStringList migration(int from)
{
    switch (from) {
    case 0:
        return {
            u"CREATE TABLE entries (id INTEGER PRIMARY KEY AUTOINCREMENT, signed_at TEXT NOT NULL,"
            " source TEXT NOT NULL, output TEXT NOT NULL, digest_name TEXT NOT NULL, document_digest BLOB NOT NULL,"
            " holder TEXT NOT NULL, issuer TEXT NOT NULL, certificate_serial TEXT NOT NULL,"
            " key TEXT NOT NULL, marks TEXT NOT NULL)"_s,
            u"CREATE INDEX entries_by_time ON entries (signed_at)"_s
        };
    case 1: // how the computer was found before the signature
        return {
            u"ALTER TABLE entries ADD COLUMN environment_report BLOB NOT NULL DEFAULT x''"_s,
            u"ALTER TABLE entries ADD COLUMN environment_digest BLOB NOT NULL DEFAULT x''"_s,
            u"ALTER TABLE entries ADD COLUMN agreed_unknown TEXT NOT NULL DEFAULT '[]'"_s,
        };
    default:
        return {};
    }
}

tl::unexpected<Error> unavailable(const QString& detail) { return failure(ErrorCode::JournalUnavailable, detail); }

/// It gets its name when nobody holds it any more: Windows would let another program have it for reading only until
/// then, and SQLite takes that.
bool makeEmptyFile(const QString& path)
{
    const auto unnamed = path + u'.' + QUuid::createUuid().toString(QUuid::Id128);
    if (QFile file(unnamed); !platform::createPrivate(file))
        return false;
    const auto named = platform::publish(unnamed, path, platform::Overwrite::Refuse);
    if (!named)
        QFile::remove(unnamed);
    return named || QFile::exists(path); // another program was quicker
}

/// SQLite gives the files beside it the same permissions.
Status makePrivateFile(const QString& path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder) && !makePrivateFolder(folder))
        return unavailable(u"cannot make the journal's folder"_s);
    if (!QFile::exists(path) && !makeEmptyFile(path))
        return unavailable(u"cannot make the journal's file"_s);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

} // namespace

JournalDatabase::JournalDatabase(QString name)
    : m_name(std::move(name))
{
}

JournalDatabase::JournalDatabase(JournalDatabase&& other) noexcept
    : m_name(std::exchange(other.m_name, {}))
{
}

JournalDatabase::~JournalDatabase()
{
    if (!m_name.isEmpty())
        QSqlDatabase::removeDatabase(m_name);
}

Result<JournalDatabase> JournalDatabase::open(const QString& file)
{
    if (const auto made = makePrivateFile(file); !made)
        return failure(made.error());
    JournalDatabase journal(u"journal-"_s + QUuid::createUuid().toString(QUuid::Id128));
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, journal.m_name);
    database.setDatabaseName(file);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=15000"_s); // ms: other processes write for a moment only
    if (!database.open())
        return unavailable(database.lastError().text());
    if (const auto ready = journal.prepare(); !ready)
        return failure(ready.error());
    return journal;
}

Status JournalDatabase::prepare() const
{
    for (const auto& pragma : { u"PRAGMA secure_delete=ON"_s, u"PRAGMA synchronous=FULL"_s,
             u"PRAGMA trusted_schema=OFF"_s, u"PRAGMA journal_mode=PERSIST"_s }) {
        if (const auto done = run(pragma); !done)
            return failure(done.error());
    }
    auto check = run(u"PRAGMA quick_check(1)"_s);
    if (!check)
        return failure(check.error());
    const auto verdict = check->next() ? check->value(0).toString() : QString();
    check->finish(); // an unfinished reader's lock beside another's would be a deadlock for migrate()
    if (verdict != u"ok"_s)
        return unavailable(u"the file is damaged: "_s + verdict);
    const auto found = version();
    if (!found)
        return failure(found.error());
    if (*found > kVersion)
        return unavailable(u"written by a later version (%1)"_s.arg(*found));
    return *found < kVersion ? migrate() : Status();
}

Result<int> JournalDatabase::version() const
{
    auto query = run(u"PRAGMA user_version"_s);
    if (!query)
        return failure(query.error());
    query->next();
    return query->value(0).toInt();
}

Status JournalDatabase::migrate() const
{
    // The lock first and the version again: another process may have done it meanwhile.
    QStringList steps { u"BEGIN IMMEDIATE"_s };
    if (const auto begun = run(steps.takeFirst()); !begun)
        return failure(begun.error());
    const auto found = version();
    for (int from = found.value_or(kVersion); from < kVersion; ++from)
        steps += migration(from);
    steps += u"PRAGMA user_version=%1"_s.arg(kVersion);
    for (const auto& step : std::as_const(steps)) {
        if (const auto done = run(step); !done) {
            (void)run(u"ROLLBACK"_s);
            return failure(done.error());
        }
    }
    const auto committed = run(u"COMMIT"_s);
    return committed ? Status() : failure(committed.error());
}

Result<QSqlQuery> JournalDatabase::run(const QString& sql, const QVariantList& values) const
{
    QSqlQuery query(QSqlDatabase::database(m_name));
    query.setForwardOnly(true);
    bool done = query.prepare(sql);
    for (const auto& value : values)
        query.addBindValue(value);
    done = done && query.exec();
    if (!done)
        return unavailable(query.lastError().text());
    return query;
}

Status JournalDatabase::erase(const QString& sql, const QVariantList& values)
{
    if (const auto erased = run(sql, values); !erased)
        return failure(erased.error());
    return wipeRollbackJournal();
}

/// The rollback journal still holds the pages as they were. Under the exclusive lock nobody uses it, and its header
/// says already that there is nothing to roll back (SQLite: "PRAGMA journal_mode", PERSIST).
Status JournalDatabase::wipeRollbackJournal() const
{
    if (const auto locked = run(u"BEGIN EXCLUSIVE"_s); !locked)
        return failure(locked.error());
    QFile file(QSqlDatabase::database(m_name).databaseName() + u"-journal"_s);
    const bool wiped = !file.exists()
        || (file.open(QIODevice::ReadWrite) && file.write(QByteArray(file.size(), '\0')) == file.size()
            && platform::sync(file));
    const auto unlocked = run(u"ROLLBACK"_s);
    if (!wiped || !unlocked)
        return unavailable(u"the rollback journal could not be overwritten: "_s + file.errorString());
    return {};
}

} // namespace bidseal::journal
