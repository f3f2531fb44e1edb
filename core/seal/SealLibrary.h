#pragma once

#include "core/seal/Seal.h"

#include <vector>

namespace bidseal::seal {

/// The user's seals: a folder with one PNG and one small JSON file per seal, private to the user.
class SealLibrary {
public:
    explicit SealLibrary(QString folder);

    /// In the order in which they were added. A damaged entry is left out and logged, never removed.
    [[nodiscard]] Result<std::vector<Seal>> seals() const;
    [[nodiscard]] Result<Seal> add(const Seal& seal); ///< gives it its id
    [[nodiscard]] Status update(const Seal& seal); ///< name, kind, size, holder
    [[nodiscard]] Status remove(const QString& id);

private:
    QString m_folder;
};

} // namespace bidseal::seal
