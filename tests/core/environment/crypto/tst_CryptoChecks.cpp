#include "core/base/platform/Packages.h"
#include "core/environment/PolicyFile.h"
#include "core/environment/crypto/CryptoLibraryCheck.h"
#include "core/environment/crypto/CryptoRandomCheck.h"
#include "core/environment/crypto/CryptoTestsCheck.h"
#include "tests/core/environment/program/ProbeRun.h"
#include "tests/support/ForeignTools.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include <openssl/crypto.h>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

/// A computer whose OpenSSL is set up like this.
class SetUpBy {
public:
    explicit SetUpBy(const QByteArray& sections)
    {
        if (!writeFile(file(), "openssl_conf = start\n" + sections))
            qFatal("the settings cannot be written");
    }
    [[nodiscard]] QJsonObject finds(const QString& checkId) const
    {
        return probed(probeProgram(), { checkId }, { { u"OPENSSL_CONF"_s, file() } });
    }

private:
    [[nodiscard]] QString file() const { return m_folder.filePath(u"openssl.cnf"_s); }

    QTemporaryDir m_folder;
};

QStringList wrongOnes(const QJsonObject& found) { return found[u"facts"_s][u"wrong"_s].toVariant().toStringList(); }

void expectRemedy(const QJsonObject& found)
{
    QVERIFY(!found[u"meaning"_s].toString().isEmpty());
    QVERIFY(!found[u"remedy"_s][u"text"_s].toString().isEmpty());
}

std::optional<platform::Package> libraryPackage()
{
    return platform::packageOf(platform::fileOfCode(reinterpret_cast<const void*>(&OpenSSL_version)), {});
}

/// What the policy asks of the package on this system.
Policy policyAsking(const QString& package, const QString& atLeast)
{
    Policy policy;
    policy.libraries = { { QSysInfo::productType(), QSysInfo::productVersion(), package, atLeast } };
    return policy;
}

Finding libraryFinding(const Policy& policy) { return CryptoLibraryCheck().measure({}, policy, {}); }

QString factOf(const Finding& finding, const QString& name)
{
    for (const auto& fact : finding.facts)
        if (fact.name == name)
            return fact.value.toString();
    return {};
}

} // namespace

class tst_CryptoChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passOnThisComputer();

    void testsFindALibraryThatComputesWrongly();
    void testsFindALibraryWithoutAlgorithms();
    void testsFindAlgorithmsThatAreSwitchedOff();

    void randomFindsAGeneratorThatIsNotThere();
    void randomFindsASystemThatIsNotReady();

    void libraryFindsAPackageThatIsTooOld();
    void libraryTakesMendedPackagesForWhatTheyAre();
    void libraryFindsAnOldCopyThatNoPackageBrought();
    void libraryCannotTellWhatIsNotListed();
};

void tst_CryptoChecks::passOnThisComputer()
{
    const auto policy = standardPolicy();
    const auto tests = CryptoTestsCheck().measure({}, policy, {});
    QVERIFY2(tests.outcome == Outcome::Passed, qPrintable(filled(tests.found, tests.facts, Disclosure::Full)));
    const auto random = CryptoRandomCheck().measure({}, policy, {});
    QVERIFY2(random.outcome == Outcome::Passed, qPrintable(random.found));
    const auto library = libraryFinding(policy);
    QVERIFY2(library.outcome == Outcome::Passed || library.outcome == Outcome::CouldNotTell,
        qPrintable(filled(library.found, library.facts, Disclosure::Full)));
}

void tst_CryptoChecks::testsFindALibraryThatComputesWrongly()
{
    const auto provider = QCoreApplication::applicationDirPath() + u"/wrong-provider.so"_s;
    const auto found = SetUpBy("[start]\nproviders = providers\nalg_section = algorithms\n"
                               "[providers]\ndefault = usual\nwrong = wrong\n[usual]\nactivate = 1\n"
                               "[wrong]\nactivate = 1\nmodule = "
        + provider.toUtf8() + "\n[algorithms]\ndefault_properties = ?provider=wrong\n")
                           .finds(u"crypto-tests"_s);
    QCOMPARE(found[u"result"_s].toString(), u"failed"_s);
    QCOMPARE(found[u"code"_s].toString(), u"wrong-answers"_s);
    QVERIFY(wrongOnes(found).contains(u"SM3"_s));
    QVERIFY2(!wrongOnes(found).contains(u"SHA-256"_s), qPrintable(wrongOnes(found).join(u' ')));
    QVERIFY(found[u"found"_s].toString().contains(u"SM3"_s));
    expectRemedy(found);
}

void tst_CryptoChecks::testsFindALibraryWithoutAlgorithms()
{
    const auto found = SetUpBy("[start]\nproviders = providers\n[providers]\nnull = empty\n[empty]\nactivate = 1\n")
                           .finds(u"crypto-tests"_s);
    QCOMPARE(found[u"result"_s].toString(), u"failed"_s);
    QVERIFY(wrongOnes(found).contains(u"SHA-256"_s));
    QVERIFY(wrongOnes(found).contains(u"SM2"_s));
    expectRemedy(found);
}

void tst_CryptoChecks::testsFindAlgorithmsThatAreSwitchedOff()
{
    const auto found = SetUpBy("[start]\nalg_section = algorithms\n[algorithms]\ndefault_properties = fips=yes\n")
                           .finds(u"crypto-tests"_s);
    QCOMPARE(found[u"result"_s].toString(), u"failed"_s);
    QVERIFY(wrongOnes(found).contains(u"SM3"_s));
    QVERIFY(wrongOnes(found).contains(u"ECDSA P-256 (new key)"_s));
}

void tst_CryptoChecks::randomFindsAGeneratorThatIsNotThere()
{
    const auto found
        = SetUpBy("[start]\nrandom = random\n[random]\nrandom = NO-SUCH-GENERATOR\n").finds(u"crypto-random"_s);
    QCOMPARE(found[u"result"_s].toString(), u"failed"_s);
    QCOMPARE(found[u"code"_s].toString(), u"generator-broken"_s);
    expectRemedy(found);
}

void tst_CryptoChecks::randomFindsASystemThatIsNotReady()
{
    const auto found = probed(probeProgram(), { u"crypto-random"_s, u"--starved"_s });
    QCOMPARE(found[u"result"_s].toString(), u"failed"_s);
    QCOMPARE(found[u"code"_s].toString(), u"system-not-ready"_s);
    expectRemedy(found);
}

void tst_CryptoChecks::libraryFindsAPackageThatIsTooOld()
{
    const auto package = libraryPackage();
    if (!package)
        QSKIP("no Debian package brought OpenSSL here");
    // The next update came out, and was not installed.
    const auto finding = libraryFinding(policyAsking(package->name, package->version + u"+1"_s));
    QCOMPARE(finding.outcome, Outcome::Warning);
    QCOMPARE(finding.code, u"too-old"_s);
    QCOMPARE(factOf(finding, u"version"_s), package->version);
    QVERIFY(!finding.meaning.isEmpty());
    QVERIFY(finding.remedy.text.contains(u"security updates"_s));
}

void tst_CryptoChecks::libraryTakesMendedPackagesForWhatTheyAre()
{
    const auto package = libraryPackage();
    if (!package)
        QSKIP("no Debian package brought OpenSSL here");
    // Upstream's number would be too low, the package's is not; "~" sorts before the end in Debian's order alone.
    auto policy = policyAsking(package->name, package->version + u"~"_s);
    policy.libraries.push_back({ {}, {}, {}, u"99.0"_s });
    const auto finding = libraryFinding(policy);
    QCOMPARE(finding.outcome, Outcome::Passed);
    QCOMPARE(factOf(finding, u"version"_s), package->version);
}

void tst_CryptoChecks::libraryFindsAnOldCopyThatNoPackageBrought()
{
    const auto library = platform::fileOfCode(reinterpret_cast<const void*>(&OpenSSL_version));
    const auto version = QByteArray(OpenSSL_version(OPENSSL_VERSION_STRING));
    if (!library.endsWith(u".so.3"_s) || version.size() != 6)
        QSKIP("OpenSSL is not a library of its own here, or not 3.0.xx");
    const QTemporaryDir folder;
    auto copy = readFile(library);
    QVERIFY(copy.contains(version + '\0'));
    QVERIFY(writeFile(folder.filePath(u"libcrypto.so.3"_s), copy.replace(version + '\0', QByteArray("3.0.01\0", 7))));
    const auto found = probed(probeProgram(), { u"crypto-library"_s }, { { u"LD_LIBRARY_PATH"_s, folder.path() } });
    QCOMPARE(found[u"result"_s].toString(), u"warning"_s);
    QCOMPARE(found[u"facts"_s][u"version"_s].toString(), u"3.0.01"_s);
    expectRemedy(found);
}

void tst_CryptoChecks::libraryCannotTellWhatIsNotListed()
{
    const auto finding = libraryFinding({});
    QCOMPARE(finding.outcome, Outcome::CouldNotTell);
    QCOMPARE(finding.code, u"not-listed"_s);
}

QTEST_GUILESS_MAIN(tst_CryptoChecks)
#include "tst_CryptoChecks.moc"
