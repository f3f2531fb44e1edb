#pragma once

#include "core/base/Result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace bidseal::journal {

/// One connection to the journal's file, for one call on one thread. Qt binds a connection to the thread that opened
/// it; one for each call costs a millisecond and leaves nothing to bind.
///
/// The file keeps its rollback journal (PERSIST), because SQLite would only unlink it, and it holds what was erased.
class JournalDatabase {
public:
    /// Makes or migrates the file where that is needed. Errors of every call: JournalUnavailable.
    [[nodiscard]] static Result<JournalDatabase> open(const QString& file);
    ~JournalDatabase();
    JournalDatabase(JournalDatabase&& other) noexcept;
    JournalDatabase(const JournalDatabase&) = delete;
    JournalDatabase& operator=(const JournalDatabase&) = delete;
    JournalDatabase& operator=(JournalDatabase&&) = delete;

    [[nodiscard]] Result<QSqlQuery> run(const QString& sql, const QVariantList& values = {}) const;
    /// Runs a change and is on the disk when it returns. What the change deletes is overwritten with zeros, also in the
    /// rollback journal.
    [[nodiscard]] Status erase(const QString& sql, const QVariantList& values);

private:
    explicit JournalDatabase(QString name);
    [[nodiscard]] Status prepare() const;
    [[nodiscard]] Status migrate() const;
    [[nodiscard]] Result<int> version() const;
    [[nodiscard]] Status wipeRollbackJournal() const;

    QString m_name; ///< of Qt's connection
};

} // namespace bidseal::journal
