#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <stop_token>

namespace bidseal::environment {

/// What an upgrade by Debian's apt would install.
struct AptUpdates {
    QStringList security; ///< packages that come from an archive for security
    int all = 0;
};

/// What `apt-get --simulate dist-upgrade` prints. A package's origins end in "-security" (Debian, Ubuntu) or are
/// labelled "Debian-Security".
[[nodiscard]] AptUpdates updatesIn(const QString& simulation);

/// When the package lists were last fetched, at the latest that the files in apt's folder prove; invalid without lists.
[[nodiscard]] QDateTime packageListsFrom(const QString& aptFolder);
/// Whether one of the lists is an archive's for security: without one, nothing can be said about security updates.
[[nodiscard]] bool listSecurityArchive(const QString& aptFolder);

[[nodiscard]] bool isAptInstalled();
/// Asks apt, without its lock and without changing anything. Nothing where it fails, or takes longer than `limit`.
[[nodiscard]] std::optional<AptUpdates> simulateUpgrade(std::chrono::milliseconds limit, const std::stop_token& stop);

} // namespace bidseal::environment
