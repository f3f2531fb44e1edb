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
    QString digestName; ///< "SHA-256"
    QByteArray documentDigest; ///< over the output's ByteRange: exactly what was signed, and free of a pass of its own
    QString holder, issuer, certificateSerial; ///< identity numbers masked
    QString key; ///< SigningKey::description()
    QStringList marks; ///< "公章, page 3, 120.0 mm from left, 230.0 mm from top"
    QByteArray
        environmentReport {}; ///< of the self-check before it: JSON, in full; it never leaves this computer unasked
    QByteArray environmentDigest {}; ///< SHA-256 of it
    QStringList agreedUnknown {}; ///< what a person agreed to: ids of must-pass checks that could not tell, and
                                  ///< "seal-of-another-holder"
};

/// What was signed, with which key, when: SQLite in the user's data folder, private to the user. Safe for several
/// processes and threads: each call opens the file, finishes and closes it. A file that is not a journal, is damaged or
/// comes from a later version is left as it is.
class Journal {
public:
    /// Errors of every call: JournalUnavailable.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const QString& file);
    ~Journal();

    /// On the disk when it returns. Gives the entry's id.
    [[nodiscard]] Result<qint64> record(const Entry& entry);
    [[nodiscard]] Result<std::vector<Entry>> entries(int limit = 200) const; ///< newest first
    /// Everything, readable without us. Further errors: OutputNotWritable, DiskFull.
    [[nodiscard]] Status exportTo(const QString& jsonFile) const;
    [[nodiscard]] Status erase(const QList<qint64>& ids); ///< overwritten on disk, not only unlinked
    [[nodiscard]] Status eraseAll();
    /// Entries of more than `days` ago are erased; 0: nothing ever is.
    [[nodiscard]] Status applyRetention(int days, const QDateTime& nowUtc);

private:
    explicit Journal(QString file);
    QString m_file;
};

} // namespace bidseal::journal
