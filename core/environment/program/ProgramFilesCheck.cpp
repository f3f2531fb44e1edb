#include "core/environment/program/ProgramFilesCheck.h"

#include "core/base/HostProgram.h"
#include "core/base/Log.h"
#include "core/base/platform/Packages.h"
#include "core/environment/crypto/SignatureVerification.h"
#include "core/environment/program/Manifest.h"
#include "core/environment/program/ManifestKey.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(ProgramChecks)
};

constexpr qsizetype kFilesShown = 3, kFilesTold = 50;
constexpr qint64 kSignatureBytes = 64; // Ed25519

/// The first few in the sentence, more of them for support.
Fact filesFact(const QStringList& files)
{
    auto shown = files.mid(0, kFilesShown).join(u", "_s);
    if (files.size() > kFilesShown)
        shown += u", …"_s;
    return { u"files"_s, QJsonArray::fromStringList(files.mid(0, kFilesTold)), Privacy::Public, shown };
}

Fact countFact(const QStringList& files) { return { u"count"_s, static_cast<qint64>(files.size()) }; }

/// Everything that ends with the same advice.
Finding untrustworthy(const char* code, QString found)
{
    return failed(code, std::move(found))
        .means(
            Words::tr("Nobody can tell what this program would sign: a file that was exchanged can show one document "
                      "and sign another."))
        .todo(Words::tr("Do not sign with it. Install BidSeal again from its official source, then check again."));
}

std::optional<QByteArray> contentOf(const QString& path, qint64 largest)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    auto content = file.read(largest + 1);
    return content.size() <= largest ? std::optional(content) : std::nullopt;
}

Finding judged(const ManifestDifferences& differences, const Manifest& manifest)
{
    if (!differences.altered.isEmpty())
        return untrustworthy(
            "altered", Words::tr("Files of this program are not as they were released ({count}): {files}."))
            .with(countFact(differences.altered))
            .with(filesFact(differences.altered));
    if (!differences.missing.isEmpty())
        return untrustworthy("missing", Words::tr("Files of this program are missing ({count}): {files}."))
            .with(countFact(differences.missing))
            .with(filesFact(differences.missing));
    if (!differences.unreadable.isEmpty())
        return couldNotTell("unreadable", Words::tr("Files of this program cannot be read ({count}): {files}."))
            .means(Words::tr("Whether they are as they were released is not known."))
            .todo(Words::tr("Install BidSeal again from its official source, then check again."))
            .with(countFact(differences.unreadable))
            .with(filesFact(differences.unreadable));
    if (!differences.additional.isEmpty())
        return warning("additional",
            Words::tr("This program's folder holds programs or libraries that did not come with it: {files}."))
            .means(Words::tr("They may be loaded together with it, and then see and do all that it does."))
            .todo(Words::tr("Ask whoever looks after this computer to remove them, or install BidSeal again into an "
                            "empty folder."))
            .with(countFact(differences.additional))
            .with(filesFact(differences.additional));
    return passed("as-released",
        Words::tr("All {count} files of this program are as they were released (version {version}). A program that "
                  "checks itself cannot find out that it was replaced as a whole."))
        .with({ u"count"_s, static_cast<qint64>(manifest.entries.size()) })
        .with({ u"version"_s, manifest.version });
}

Finding interrupted()
{
    return couldNotTell("interrupted", Words::tr("Looking through this program's files was interrupted."));
}

/// Installations without documents and translations are a usual thing (path-exclude in dpkg.cfg).
QStringList withoutDocuments(const QStringList& files)
{
    QStringList others;
    for (const auto& file : files)
        if (!file.startsWith(u"/usr/share/"_s))
            others.append(file);
    return others;
}

} // namespace

Finding checkManifest(
    const QString& folder, const QString& program, const QByteArray& publicKeyPem, const std::stop_token& stop)
{
    const QDir place(folder);
    const auto text = contentOf(place.filePath(QLatin1StringView(kManifestFile)), kLargestManifest);
    const auto signature = contentOf(place.filePath(QLatin1StringView(kManifestSignatureFile)), kSignatureBytes);
    if (!text || !signature)
        return untrustworthy(
            "manifest-missing", Words::tr("The signed list of this program's files is missing, or its signature is."));
    if (!isSignedBy(publicKeyPem, *text, *signature))
        return untrustworthy("signature-wrong",
            Words::tr("The list of this program's files was not signed by its makers, or was altered since."));
    const auto manifest = readManifest(*text);
    if (!manifest) {
        qCWarning(logEnvironment).noquote() << kManifestFile << manifest.error();
        return untrustworthy("manifest-damaged", Words::tr("The list of this program's files cannot be used."));
    }
    if (!manifest->lists(program))
        return untrustworthy("not-listed", Words::tr("The program that runs is not on the list of released files."));
    const auto differences = compareWithManifest(folder, *manifest, stop);
    return differences ? judged(*differences, *manifest) : interrupted();
}

std::optional<Finding> checkPackage(const QString& program, const std::stop_token& stop, const QString& root)
{
    const auto package = platform::packageOf(program, stop, { root });
    if (!package)
        return {};
    const Fact name { u"package"_s, package->name };
    const Fact version { u"version"_s, package->version };
    const auto changes = platform::changesOf(*package, stop, { root });
    if (!changes)
        return couldNotTell("package-unknown",
            Words::tr("The package manager could not say whether the files of the package {package} are unaltered."))
            .means(Words::tr("Whether they are as they were released is not known."))
            .todo(Words::tr("Check again in a minute; if that does not help, send this report to support."))
            .with(name)
            .with(version);
    const auto missing = withoutDocuments(changes->missing);
    if (!changes->altered.isEmpty() || !missing.isEmpty())
        return untrustworthy("package-altered",
            Words::tr("Files of the package {package} are not as it brought them ({count}): {files}."))
            .with(name)
            .with(version)
            .with(countFact(changes->altered + missing))
            .with(filesFact(changes->altered + missing));
    return passed("package-unaltered",
        Words::tr("All files are as the package {package} {version} brought them. A program that checks itself cannot "
                  "find out that it was replaced as a whole."))
        .with(name)
        .with(version);
}

CheckTraits ProgramFilesCheck::traits() const
{
    return { .id = "program-files", .group = Group::Program, .cost = Cost::Slow, .limit = std::chrono::seconds(8) };
}

QString ProgramFilesCheck::title() const { return Words::tr("This program's files"); }

Finding ProgramFilesCheck::measure(const Situation&, const Policy&, const std::stop_token& stop)
{
    const QFileInfo program(QCoreApplication::applicationFilePath());
    std::vector<Finding> parts;
    if (const auto key = manifestPublicKey(); !key.isEmpty())
        parts.push_back(checkManifest(program.absolutePath(), program.fileName(), key, stop));
    // The processes that see PINs come with a package of their own.
    for (const auto& file : { program.absoluteFilePath(), hostProgram(u"bidseal-token-host"_s) }) {
        if (auto package = checkPackage(file, stop))
            parts.push_back(std::move(*package));
    }
    if (parts.empty())
        return notApplicable("unsigned-build",
            Words::tr("This is a developer's build: no list of its files was signed, and no package brought it."));
    return worstOf(std::move(parts));
}

} // namespace bidseal::environment
