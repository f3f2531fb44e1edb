#pragma once

#include "core/base/platform/LibraryFile.h"

#include <QStringList>

namespace bidseal::key {

/// The programs that hold drivers, without ".exe"; the usual one is the first.
[[nodiscard]] QStringList driverHostNames();

/// The program that holds this driver: bidseal-token-host, or bidseal-token-host32 where only that was built for the
/// same machine. Windows' client has one, because many makers' drivers are for 32-bit programs.
[[nodiscard]] QString driverHostFor(const QString& modulePath);

/// Of these programs the first that a library could be loaded into, or else the first.
[[nodiscard]] QString hostAmong(const QStringList& hosts, const QString& modulePath);

/// What a driver's file has to be like for that program.
[[nodiscard]] platform::LibraryFormat formatOfHostFor(const QString& modulePath);

/// False where the file says that it was built for a machine that no host is for.
[[nodiscard]] bool isForAHost(const QString& modulePath);

} // namespace bidseal::key
