#pragma once

#include "core/base/Secret.h"
#include "core/seal/Seal.h"

#include <vector>

namespace bidseal::seal {

struct SealRecord;

/// What came with a file of another computer.
struct ImportedSeals {
    QStringList added; ///< ids
    int known = 0; ///< how many were in the library before
};

/// The user's seals: a folder with one encrypted file per seal, private to the user. The key lies outside of it, in
/// `FOLDER.key`, as the platform keeps it for this account (see core/base/platform/SecretStore.h); it is made with the
/// first seal. Errors of every call that meets a seal: SealStoreUnavailable (there are seals, but no key to them).
class SealLibrary {
public:
    explicit SealLibrary(QString folder);

    /// In the order in which they were added. A damaged entry, or one that another key encrypted, is left out and
    /// logged, never removed. Entries of earlier versions, which were not encrypted, are encrypted on the way.
    [[nodiscard]] Result<std::vector<Seal>> seals() const;
    [[nodiscard]] Result<Seal> add(const Seal& seal); ///< gives it its id
    [[nodiscard]] Status update(const Seal& seal); ///< everything but its picture
    [[nodiscard]] Status remove(const QString& id);

    /// Some seals for another computer, in one file that the password opens. Errors: FileNotFound (an id that the
    /// library does not have), OutputNotWritable, DiskFull, UsageWrong (no password).
    [[nodiscard]] Status exportTo(const QString& file, const Secret& password, const QStringList& ids) const;
    /// Adds what is not here yet; seals keep their ids, so that plans which name them hold here too. Nothing is
    /// replaced. Where there is no key to what is here already, a new one is made, so that a library can be had again;
    /// the old key is set aside, and what
    /// it encrypted stays, but for seals that come back. Errors: FileNotFound, FileNotReadable,
    /// SealFileUnreadable, SealFilePasswordWrong, and those of add().
    [[nodiscard]] Result<ImportedSeals> importFrom(const QString& file, const Secret& password);

private:
    [[nodiscard]] QString keyFile() const;
    [[nodiscard]] Result<Secret> key() const;
    [[nodiscard]] Result<Secret> keyOrFresh() const;
    [[nodiscard]] Result<Secret> keyForImport() const;
    [[nodiscard]] Result<Secret> keepFreshKey() const;
    [[nodiscard]] bool hasEntries() const;

    QString m_folder;
};

} // namespace bidseal::seal
