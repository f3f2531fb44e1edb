#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <stop_token>

namespace bidseal::environment {

/// Installed packages of which apt knows a newer version.
struct AptUpdates {
    QStringList security; ///< those that come from an archive for security
    int all = 0;
};

/// What `apt list --upgradable` prints. The archives for security of Debian and Ubuntu have names that end in
/// "-security".
[[nodiscard]] AptUpdates updatesIn(const QString& listing);

/// When the package lists were last fetched, at the latest that the files in apt's folder prove; invalid without lists.
[[nodiscard]] QDateTime packageListsFrom(const QString& aptFolder);
/// Whether one of the lists is an archive's for security: without one, nothing can be said about security updates.
[[nodiscard]] bool listSecurityArchive(const QString& aptFolder);

[[nodiscard]] bool isAptInstalled();
/// Asks apt, which takes no lock for that and changes nothing. Nothing where it fails, or takes longer than `limit`.
/// (`apt-get --simulate upgrade` would know the same, but also puts the updates in order: many seconds where many
/// wait.)
[[nodiscard]] std::optional<AptUpdates> askApt(std::chrono::milliseconds limit, const std::stop_token& stop);

} // namespace bidseal::environment
