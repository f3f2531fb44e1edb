#pragma once

#include <QString>

/// Everything in which the platforms differ about who administers a computer.
namespace bidseal::platform {

/// Where an administrator puts what holds for everybody: `/etc/bidseal`, `%ProgramData%\BidSeal`.
[[nodiscard]] QString administratorsFolder();

/// Whether an administrator alone decides what `path` says: it and every folder above it belong to one (root; SYSTEM,
/// Administrators, TrustedInstaller), and nobody else may write there. False where it is a link, is not there, or where
/// that cannot be found out.
[[nodiscard]] bool isAdministrators(const QString& path);

} // namespace bidseal::platform
