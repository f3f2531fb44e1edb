#include "core/environment/crypto/CryptoLibraryCheck.h"

#include "core/base/platform/Packages.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSysInfo>
#include <QVersionNumber>

#include <algorithm>

#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(CryptoChecks)
};

const LibraryMinimum* minimumFor(const Policy& policy, const QString& package)
{
    const auto system = package.isEmpty() ? QString() : QSysInfo::productType();
    const auto version = package.isEmpty() ? QString() : QSysInfo::productVersion();
    const auto found
        = std::find_if(policy.libraries.begin(), policy.libraries.end(), [&](const LibraryMinimum& minimum) {
              return minimum.package == package && minimum.system == system && minimum.version == version;
          });
    return found == policy.libraries.end() ? nullptr : &*found;
}

Finding tooOld(const QString& version, const QString& atLeast)
{
    return warning("too-old",
        Words::tr("The cryptography library OpenSSL is version {version}; known holes are mended "
                  "from {atLeast} on."))
        .means(Words::tr("A manipulated document or certificate may be able to harm this computer while it is being "
                         "checked."))
        .todo(Words::tr("Install the operating system's security updates (on Windows: the newest version of BidSeal)."))
        .with({ u"version"_s, version })
        .with({ u"atLeast"_s, atLeast });
}

Finding newEnough(const QString& version)
{
    return passed("new-enough", Words::tr("The cryptography library OpenSSL {version} has the known security updates."))
        .with({ u"version"_s, version });
}

Finding notListed(const QString& version)
{
    return couldNotTell("not-listed",
        Words::tr("The cryptography library OpenSSL is version {version}; which one is needed on this system is not "
                  "known."))
        .with({ u"version"_s, version });
}

Finding judged(const QString& version, const LibraryMinimum* minimum, std::optional<bool> isEnough)
{
    if (!minimum || !isEnough)
        return notListed(version);
    return *isEnough ? newEnough(version) : tooOld(version, minimum->atLeast);
}

QString upstreamVersion() { return QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION_STRING)); }

Finding byUpstreamsNumber(const Policy& policy)
{
    const auto version = upstreamVersion();
    const auto* minimum = minimumFor(policy, {});
    std::optional<bool> isEnough;
    if (minimum)
        isEnough = QVersionNumber::fromString(version) >= QVersionNumber::fromString(minimum->atLeast);
    return judged(version, minimum, isEnough);
}

/// A copy beside the program, or linked into it, came with BidSeal and with no package of the library.
bool cameWithThisProgram(const QString& library)
{
    const auto folder = QFileInfo(QCoreApplication::applicationDirPath()).canonicalFilePath();
    return library.startsWith(folder + u'/');
}

} // namespace

CheckTraits CryptoLibraryCheck::traits() const
{
    return { .id = "crypto-library", .group = Group::Crypto, .cost = Cost::Slow, .limit = std::chrono::seconds(8) };
}

QString CryptoLibraryCheck::title() const { return Words::tr("Cryptography library's updates"); }

Finding CryptoLibraryCheck::measure(const Situation&, const Policy& policy, const std::stop_token& stop)
{
    const auto library = platform::fileOfCode(reinterpret_cast<const void*>(&OpenSSL_version));
    if (cameWithThisProgram(library))
        return byUpstreamsNumber(policy);
    if (const auto package = platform::packageOf(library, stop)) {
        const auto* minimum = minimumFor(policy, package->name);
        return judged(package->version, minimum,
            minimum ? platform::isAtLeast(package->version, minimum->atLeast, stop) : std::nullopt);
    }
    // The number of a package that nobody here can ask about says nothing: its maintainers mend without raising it.
    if (platform::packageManager() == platform::PackageManager::Another)
        return notListed(upstreamVersion());
    return byUpstreamsNumber(policy);
}

} // namespace bidseal::environment
