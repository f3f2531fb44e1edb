#pragma once

#include "core/base/Result.h"

#include <QDateTime>

#include <memory>
#include <vector>

namespace bidseal::journal {

/// One signature that this computer made. File names and holders are the user's own data: see export, erase, retention.
struct Entry {
    qint64 id = 0; ///< given by the journal
    QDateTime signedAt; ///< UTC, this computer's clock
    QString source, output; ///< absolute paths
    QByteArray sourceSha256, outputSha256; ///< may be empty where the flow did not need it
    QString holder, issuer, certificateSerial; ///< identity numbers masked
    QString key; ///< SigningKey::description()
    QStringList marks; ///< "公章, page 3, 120.0 mm, 230.0 mm"
};

/// What was signed, with which key, when: SQLite in the user's data folder, private. Safe for several processes.
class Journal {
public:
    /// Errors of every call: JournalUnavailable.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const QString& file);
    ~Journal();

    [[nodiscard]] Status record(const Entry& entry);
    [[nodiscard]] Result<std::vector<Entry>> entries(int limit = 200) const; ///< newest first
    [[nodiscard]] Status exportTo(const QString& jsonFile) const; ///< everything, readable without us
    [[nodiscard]] Status erase(const QList<qint64>& ids); ///< overwritten on disk, not only unlinked
    [[nodiscard]] Status eraseAll();
    [[nodiscard]] Status applyRetention(int days, const QDateTime& nowUtc); ///< older ones are erased

private:
    struct Database;
    explicit Journal(std::unique_ptr<Database> database);
    std::unique_ptr<Database> m_database;
};

} // namespace bidseal::journal
