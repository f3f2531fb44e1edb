#pragma once

#include "core/seal/SealRecord.h"

namespace bidseal::seal {

/// Entries of versions before 2, which kept a seal's picture and facts as they are: `ID.png` and `ID.json`. Read to be
/// encrypted, then erased.

/// Ids become file names, so nothing but what we gave ourselves.
[[nodiscard]] bool isEntryId(const QString& text);

/// Errors: FileNotFound, SealPictureUnreadable.
[[nodiscard]] Result<SealRecord> readPlainEntry(const QString& folder, const QString& id);

/// Overwritten, then removed. Disks that write elsewhere what is overwritten may keep the old bytes for a while;
/// whoever takes the disk out can find them. Fine where there is none. Errors: OutputNotWritable.
[[nodiscard]] Status erasePlainEntry(const QString& folder, const QString& id);

} // namespace bidseal::seal
