#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <optional>
#include <stop_token>
#include <vector>

namespace bidseal::environment {

/// What a release consists of, as installer/make-manifest writes it beside the programs:
///
///     BidSeal manifest 1 0.1.0
///     ba7816bf…15ad  bidseal
///     2cf24dba…9824  platforms/qwindows.dll
///
/// UTF-8, one line for each file, in the order of the paths' bytes. A second file holds the Ed25519 signature over
/// exactly these bytes.
struct Manifest {
    struct Entry {
        QString path; ///< below the programs' folder, with '/'
        QByteArray sha256; ///< 32 bytes
    };
    QString version;
    std::vector<Entry> entries;

    [[nodiscard]] bool lists(const QString& path) const;
};

inline constexpr char kManifestFile[] = "bidseal-manifest.txt";
inline constexpr char kManifestSignatureFile[] = "bidseal-manifest.sig";
inline constexpr qint64 kLargestManifest = 4 * 1024 * 1024; ///< bytes

/// Strict: what is not exactly of that form, or names a file outside the folder, is refused. The error is English.
[[nodiscard]] tl::expected<Manifest, QString> readManifest(const QByteArray& text);

/// How a folder differs from its manifest. Paths as in the manifest.
struct ManifestDifferences {
    QStringList altered, missing, unreadable;
    QStringList additional; ///< programs and libraries that are not listed
};
/// Nothing where `stop` was requested.
[[nodiscard]] std::optional<ManifestDifferences> compareWithManifest(
    const QString& folder, const Manifest& manifest, const std::stop_token& stop);

} // namespace bidseal::environment
