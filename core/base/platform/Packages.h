#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>

/// What the system's package manager knows about the files that it put on this computer. Asks Debian's dpkg (which
/// UOS, Kylin's desktop and Ubuntu have too); takes tenths of a second.
namespace bidseal::platform {

enum class PackageManager {
    None, ///< programs bring their own libraries here: Windows
    Debian,
    Another, ///< there is one, but none that is understood here
};
[[nodiscard]] PackageManager packageManager();

struct Package {
    QString name; ///< "libssl3"
    QString architecture; ///< empty, or where it tells packages of one name apart: "amd64"
    QString version; ///< "3.0.15-1~deb12u1"
};

/// An installation below another folder than the root.
struct PackageRoot {
    QString folder = QStringLiteral("/");
};

/// The installed package that `file` (absolute) came with; nothing where it came with none, or nobody can tell.
[[nodiscard]] std::optional<Package> packageOf(
    const QString& file, const std::stop_token& stop, const PackageRoot& root = {});

/// Files of a package that are not as it brought them; settings, which people are meant to change, are left out.
struct PackageChanges {
    QStringList altered, missing;
};
/// Nothing where that could not be found out.
[[nodiscard]] std::optional<PackageChanges> changesOf(
    const Package& package, const std::stop_token& stop, const PackageRoot& root = {});

/// In the package manager's own order, in which "1.0~rc1" comes before "1.0"; nothing where there is none to ask.
[[nodiscard]] std::optional<bool> isAtLeast(
    const QString& version, const QString& minimum, const std::stop_token& stop);

/// The file (program or library) that the code at `address` was loaded from; empty where that cannot be told.
[[nodiscard]] QString fileOfCode(const void* address);

} // namespace bidseal::platform
