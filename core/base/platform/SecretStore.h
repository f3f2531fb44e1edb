#pragma once

#include "core/base/Secret.h"

/// Everything in which the platforms differ about keeping a key for the account of whoever is logged in.
namespace bidseal::platform {

inline constexpr std::size_t kKeptKeySize = 32; ///< bytes

/// The key that keepKey() has kept at `file`. What it is safe from differs:
/// Windows: the file holds it encrypted by the system (DPAPI) for this account; copied elsewhere it opens nothing.
/// POSIX: the file holds the key itself, and its permissions are all that protects it. That is enough against somebody
/// who gets hold of what the key encrypts, and not enough against somebody who can read the whole account. A keyring
/// could do better where one runs, but servers and minimal desktops have none, and a key that is here today and in the
/// keyring tomorrow is a key that is lost.
/// Errors: FileNotFound (nothing is kept there), SealStoreUnavailable (it cannot be read, or not by this account).
[[nodiscard]] Result<Secret> keptKey(const QString& file);

/// Keeps a key where none is kept yet, whole or not at all. Errors: OutputExists, OutputNotWritable, DiskFull,
/// SealStoreUnavailable (the system keeps no keys for this account).
[[nodiscard]] Status keepKey(const QString& file, const Secret& key);

} // namespace bidseal::platform
