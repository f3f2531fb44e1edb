#pragma once

#include "core/seal/SealCipher.h"
#include "core/seal/SealRecord.h"

namespace bidseal::seal {

/// Seals on their way to another computer: one file (`.bidseals`) under a password. A header in the clear says how the
/// password becomes a key (scrypt), and is authenticated with what follows, which is AES-256-GCM.
[[nodiscard]] Result<QByteArray> sealFile(
    const std::vector<SealRecord>& records, const Secret& password, const PasswordCost& cost = {});

/// Errors: SealFileUnreadable (not such a file, of a later version, cut off, or a cost that nobody would ask for),
/// SealFilePasswordWrong (also where it was altered: nobody can tell the two apart).
[[nodiscard]] Result<std::vector<SealRecord>> recordsIn(const QByteArray& file, const Secret& password);

inline constexpr qint64 kLargestSealFile = 512 * 1024 * 1024; ///< bytes

} // namespace bidseal::seal
