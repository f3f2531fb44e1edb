#include "core/environment/program/Manifest.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

constexpr qsizetype kDigestBytes = 32;
constexpr qsizetype kLongestPath = 1024; // characters
constexpr int kMostFilesLookedAt = 50'000;
constexpr qint64 kBlock = 1024 * 1024; // bytes between two looks at the stop token
constexpr char kBeginning[] = "BidSeal manifest 1 ";

tl::unexpected<QString> problem(qsizetype line, const QString& text)
{
    return tl::unexpected<QString>(u"line %1: %2"_s.arg(line).arg(text));
}

/// Relative, below the folder, and the same on every system.
bool isSafePath(const QString& path)
{
    if (path.isEmpty() || path.size() > kLongestPath)
        return false;
    const bool isStrange = std::any_of(path.begin(), path.end(),
        [](QChar character) { return character < u' ' || character == u'\\' || character == u':'; });
    const auto parts = path.split(u'/');
    return !isStrange && std::none_of(parts.begin(), parts.end(), [](const QString& part) {
        return part.isEmpty() || part == u"."_s || part == u".."_s;
    });
}

tl::expected<Manifest::Entry, QString> readEntry(const QByteArray& line)
{
    const auto digits = line.left(2 * kDigestBytes);
    const auto digest = QByteArray::fromHex(digits);
    if (digest.size() != kDigestBytes || digest.toHex() != digits || line.mid(2 * kDigestBytes, 2) != "  ")
        return tl::unexpected(u"no SHA-256 and two spaces"_s);
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString path = utf8(line.mid(2 * kDigestBytes + 2));
    if (utf8.hasError() || !isSafePath(path))
        return tl::unexpected(u"no path below the folder"_s);
    return Manifest::Entry { path, digest };
}

/// Programs and libraries, by the names that systems load them under.
bool isLoadable(const QString& name)
{
    return name.endsWith(u".dll"_s, Qt::CaseInsensitive) || name.endsWith(u".exe"_s, Qt::CaseInsensitive)
        || name.endsWith(u".so"_s) || name.contains(u".so."_s);
}

enum class Same { Yes, No, Unreadable, Stopped };

Same isSame(const QString& path, const QByteArray& sha256, const std::stop_token& stop)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return Same::Unreadable;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!file.atEnd()) {
        if (stop.stop_requested())
            return Same::Stopped;
        const auto block = file.read(kBlock);
        if (block.isEmpty())
            return Same::Unreadable;
        hash.addData(block);
    }
    return hash.result() == sha256 ? Same::Yes : Same::No;
}

QStringList additionalFiles(const QDir& folder, const Manifest& manifest)
{
    QSet<QString> listed;
    for (const auto& entry : manifest.entries)
        listed.insert(entry.path);
    QStringList additional;
    QDirIterator files(folder.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    for (int seen = 0; files.hasNext() && seen < kMostFilesLookedAt; ++seen) {
        const auto path = folder.relativeFilePath(files.next());
        if (isLoadable(files.fileName()) && !listed.contains(path))
            additional.append(path);
    }
    additional.sort();
    return additional;
}

} // namespace

bool Manifest::lists(const QString& path) const
{
    return std::any_of(entries.begin(), entries.end(), [&path](const Entry& entry) { return entry.path == path; });
}

tl::expected<Manifest, QString> readManifest(const QByteArray& text)
{
    if (text.size() > kLargestManifest || !text.startsWith(kBeginning) || !text.endsWith('\n'))
        return problem(1, u"not a manifest of this form"_s);
    const auto lines = text.chopped(1).split('\n');
    Manifest manifest { QString::fromUtf8(lines.first().mid(qstrlen(kBeginning))), {} };
    QByteArray last;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        auto entry = readEntry(lines.at(i));
        if (!entry)
            return problem(i + 1, entry.error());
        const auto name = lines.at(i).mid(2 * kDigestBytes);
        if (name <= last)
            return problem(i + 1, u"not in order"_s);
        last = name;
        manifest.entries.push_back(std::move(*entry));
    }
    if (manifest.version.isEmpty() || manifest.entries.empty())
        return problem(1, u"no version or no files"_s);
    return manifest;
}

std::optional<ManifestDifferences> compareWithManifest(
    const QString& folder, const Manifest& manifest, const std::stop_token& stop)
{
    const QDir place(folder);
    ManifestDifferences differences;
    for (const auto& entry : manifest.entries) {
        const auto path = place.filePath(entry.path);
        if (!QFileInfo::exists(path)) {
            differences.missing.append(entry.path);
            continue;
        }
        const auto same = isSame(path, entry.sha256, stop);
        if (same == Same::Stopped)
            return {};
        if (same == Same::No)
            differences.altered.append(entry.path);
        if (same == Same::Unreadable)
            differences.unreadable.append(entry.path);
    }
    differences.additional = additionalFiles(place, manifest);
    return differences;
}

} // namespace bidseal::environment
