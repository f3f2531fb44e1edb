#include "core/environment/program/ManifestKey.h"
#include "core/environment/program/ProgramFilesCheck.h"
#include "tests/core/environment/program/ProbeRun.h"
#include "tests/support/ForeignTools.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal::environment;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

const auto kKey = QStringLiteral(RELEASE_KEY);
const auto kOfficialSource = "official source"_L1;

/// A release as somebody installed it, with a program that looks at itself.
class Installation {
public:
    Installation()
    {
        QDir().mkpath(path(u"platforms"_s));
        QFile::copy(probeProgram(), program());
        ready = writeFile(path(u"platforms/libsample.so"_s), "a plug-in of this program\n")
            && writeFile(path(u"使用说明.txt"_s), "how to use it\n") && makeManifest(kKey);
    }

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(u"BidSeal 0.1/"_s + name); }
    [[nodiscard]] QString program() const { return path(u"bidseal-probe"_s); }
    [[nodiscard]] QString manifest() const { return path(u"bidseal-manifest.txt"_s); }
    [[nodiscard]] QString outside(const QString& name) const { return m_folder.filePath(name); }

    [[nodiscard]] bool makeManifest(const QString& key) const
    {
        const auto run = runTool(QStringLiteral(MAKE_MANIFEST), { path({}), u"0.1.0"_s, key });
        if (run.exitCode != 0)
            qWarning("%s", qPrintable(run.output));
        return run.exitCode == 0;
    }
    /// The manifest is this now, and signed by the makers.
    [[nodiscard]] bool signManifest(const QByteArray& text) const
    {
        return writeFile(manifest(), text)
            && runTool(u"openssl"_s,
                   { u"pkeyutl"_s, u"-sign"_s, u"-rawin"_s, u"-inkey"_s, kKey, u"-in"_s, manifest(), u"-out"_s,
                       path(u"bidseal-manifest.sig"_s) })
                   .exitCode
            == 0;
    }
    [[nodiscard]] QJsonObject looksAtItself() const { return probed(program(), { u"program-files"_s }); }

    bool ready = false;

private:
    QTemporaryDir m_folder;
};

bool flipLastBit(const QString& file)
{
    auto content = readFile(file);
    if (content.isEmpty())
        return false;
    content.back() = static_cast<char>(content.back() ^ 1);
    return writeFile(file, content);
}

void expectFailed(const QJsonObject& found, const char* code, const QString& named = {})
{
    QCOMPARE(found[u"result"_s].toString(), u"failed"_s);
    QCOMPARE(found[u"code"_s].toString(), QLatin1StringView(code));
    QVERIFY2(found[u"found"_s].toString().contains(named), qPrintable(found[u"found"_s].toString()));
    QVERIFY(!found[u"meaning"_s].toString().isEmpty());
    QVERIFY(found[u"remedy"_s][u"text"_s].toString().contains(kOfficialSource));
}

/// A package with one program and one setting, installed below `root`; nothing on this computer changes.
class PackagedProgram {
public:
    PackagedProgram()
    {
        const auto build = m_folder.filePath(u"build"_s);
        for (const auto* folder : { "build/DEBIAN", "build/usr/bin", "build/etc", "build/usr/share/doc/bidseal-sample",
                 "root/var/lib/dpkg/updates", "root/var/lib/dpkg/info" })
            QDir(m_folder.path()).mkpath(QLatin1StringView(folder));
        ready = writeFile(build + u"/DEBIAN/control"_s,
                    "Package: bidseal-sample\nVersion: 0.1.0-1\nArchitecture: all\nMaintainer: Sample "
                    "<sample@example.com>\nDescription: a sample\n")
            && writeFile(build + u"/DEBIAN/conffiles"_s, "/etc/bidseal-sample.conf\n")
            && writeFile(build + u"/etc/bidseal-sample.conf"_s, "setting=1\n")
            && writeFile(build + u"/usr/share/doc/bidseal-sample/README"_s, "read me\n")
            && writeFile(build + u"/usr/bin/bidseal-sample"_s, "the program\n")
            && writeFile(root() + u"/var/lib/dpkg/status"_s, {}) && writeFile(root() + u"/var/lib/dpkg/available"_s, {})
            && run(u"dpkg-deb"_s, { u"--root-owner-group"_s, u"--build"_s, build, m_folder.filePath(u"sample.deb"_s) })
            && run(u"dpkg"_s,
                { u"--root="_s + root(), u"--force-not-root"_s, u"--install"_s, m_folder.filePath(u"sample.deb"_s) });
    }

    [[nodiscard]] QString root() const { return m_folder.filePath(u"root"_s); }
    [[nodiscard]] QString program() const { return root() + u"/usr/bin/bidseal-sample"_s; }
    [[nodiscard]] std::optional<Finding> check() const { return checkPackage(program(), {}, root()); }

    bool ready = false;

private:
    static bool run(const QString& program, const QStringList& arguments)
    {
        const auto ended = runTool(program, arguments);
        if (ended.exitCode != 0)
            qWarning("%s: %s", qPrintable(program), qPrintable(ended.output));
        return ended.exitCode == 0;
    }

    QTemporaryDir m_folder;
};

QString sentence(const Finding& finding) { return filled(finding.found, finding.facts, Disclosure::Full); }

} // namespace

class tst_ProgramFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatWasReleased();
    void saysWhatItCannotSee();
    void findsOneAlteredByteOfALibrary();
    void findsAnAlteredProgram();
    void findsAMissingFile();
    void namesOnlyTheFirstOfManyFiles();
    void findsAnAlteredManifest();
    void findsAManifestOfSomebodyElse();
    void findsAMissingManifest_data();
    void findsAMissingManifest();
    void findsAManifestOfAnotherProgram();
    void refusesASignedManifestThatLeadsOutside();
    void findsAnAdditionalLibrary_data();
    void findsAnAdditionalLibrary();
    void isNotForADevelopersBuild();
    void makesNoManifestOfAFolderWithItsKey();

    void acceptsWhatAPackageBrought();
    void findsWhatWasAlteredInAPackage();
    void findsWhatIsMissingFromAPackage();
    void leavesSettingsAndDocumentsAlone();
    void knowsNoPackageOfOtherFiles();
};

void tst_ProgramFiles::acceptsWhatWasReleased()
{
    const Installation installed;
    QVERIFY(installed.ready);
    const auto found = installed.looksAtItself();
    QCOMPARE(found[u"result"_s].toString(), u"passed"_s);
    QCOMPARE(found[u"code"_s].toString(), u"as-released"_s);
    QCOMPARE(found[u"facts"_s][u"count"_s].toInt(), 3);
    QCOMPARE(found[u"facts"_s][u"version"_s].toString(), u"0.1.0"_s);
}

void tst_ProgramFiles::saysWhatItCannotSee()
{
    const Installation installed;
    QVERIFY(installed.looksAtItself()[u"found"_s].toString().contains(u"replaced as a whole"_s));
}

void tst_ProgramFiles::findsOneAlteredByteOfALibrary()
{
    const Installation installed;
    QVERIFY(flipLastBit(installed.path(u"platforms/libsample.so"_s)));
    expectFailed(installed.looksAtItself(), "altered", u"platforms/libsample.so"_s);
}

void tst_ProgramFiles::findsAnAlteredProgram()
{
    const Installation installed;
    QFile program(installed.program());
    QVERIFY(program.open(QIODevice::Append) && program.write("x") == 1);
    program.close();
    expectFailed(installed.looksAtItself(), "altered", u"bidseal-probe"_s);
}

void tst_ProgramFiles::findsAMissingFile()
{
    const Installation installed;
    QVERIFY(QFile::remove(installed.path(u"使用说明.txt"_s)));
    expectFailed(installed.looksAtItself(), "missing", u"使用说明.txt"_s);
}

void tst_ProgramFiles::namesOnlyTheFirstOfManyFiles()
{
    const Installation installed;
    QStringList names;
    for (const auto* name : { "a.txt", "b.txt", "c.txt", "d.txt" }) {
        names.append(QLatin1StringView(name));
        QVERIFY(writeFile(installed.path(names.last()), "content"));
    }
    QVERIFY(installed.makeManifest(kKey));
    for (const auto& name : names)
        QVERIFY(flipLastBit(installed.path(name)));
    const auto found = installed.looksAtItself();
    expectFailed(found, "altered", u"not as they were released (4): a.txt, b.txt, c.txt, …"_s);
    QCOMPARE(found[u"facts"_s][u"files"_s].toVariant().toStringList(), names);
}

void tst_ProgramFiles::findsAnAlteredManifest()
{
    // Somebody exchanges a file, and its line.
    const Installation installed;
    const auto library = installed.path(u"platforms/libsample.so"_s);
    const auto digestOf
        = [&library] { return QCryptographicHash::hash(readFile(library), QCryptographicHash::Sha256).toHex(); };
    const auto before = digestOf();
    QVERIFY(flipLastBit(library));
    auto manifest = readFile(installed.manifest());
    QVERIFY(manifest.contains(before));
    QVERIFY(writeFile(installed.manifest(), manifest.replace(before, digestOf())));
    expectFailed(installed.looksAtItself(), "signature-wrong");
}

void tst_ProgramFiles::findsAManifestOfSomebodyElse()
{
    const Installation installed;
    const auto key = installed.outside(u"key.pem"_s);
    QCOMPARE(runTool(u"openssl"_s, { u"genpkey"_s, u"-algorithm"_s, u"ed25519"_s, u"-out"_s, key }).exitCode, 0);
    QVERIFY(installed.makeManifest(key));
    expectFailed(installed.looksAtItself(), "signature-wrong");
}

void tst_ProgramFiles::findsAMissingManifest_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("list") << u"bidseal-manifest.txt"_s;
    QTest::newRow("signature") << u"bidseal-manifest.sig"_s;
}

void tst_ProgramFiles::findsAMissingManifest()
{
    QFETCH(const QString, file);
    const Installation installed;
    QVERIFY(QFile::remove(installed.path(file)));
    expectFailed(installed.looksAtItself(), "manifest-missing");
}

void tst_ProgramFiles::findsAManifestOfAnotherProgram()
{
    const Installation installed;
    QVERIFY(QFile::copy(installed.program(), installed.path(u"other-program"_s)));
    const auto found = probed(installed.path(u"other-program"_s), { u"program-files"_s });
    expectFailed(found, "not-listed");
}

void tst_ProgramFiles::refusesASignedManifestThatLeadsOutside()
{
    const Installation installed;
    QVERIFY(writeFile(installed.outside(u"secret"_s), "outside"));
    const auto digest = QCryptographicHash::hash("outside", QCryptographicHash::Sha256).toHex();
    QVERIFY(installed.signManifest("BidSeal manifest 1 0.1.0\n" + digest + "  ../secret\n"));
    expectFailed(installed.looksAtItself(), "manifest-damaged");
}

void tst_ProgramFiles::findsAnAdditionalLibrary_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("Linux library") << u"platforms/libevil.so"_s;
    QTest::newRow("with a version") << u"libssl.so.3"_s;
    QTest::newRow("Windows library") << u"VERSION.DLL"_s;
    QTest::newRow("Windows program") << u"styles/update.exe"_s;
}

void tst_ProgramFiles::findsAnAdditionalLibrary()
{
    QFETCH(const QString, file);
    const Installation installed;
    QVERIFY(QDir().mkpath(QFileInfo(installed.path(file)).path()));
    QVERIFY(writeFile(installed.path(file), "foreign"));
    const auto found = installed.looksAtItself();
    QCOMPARE(found[u"result"_s].toString(), u"warning"_s);
    QCOMPARE(found[u"code"_s].toString(), u"additional"_s);
    QVERIFY(found[u"found"_s].toString().contains(file));
    QVERIFY(!found[u"remedy"_s][u"text"_s].toString().isEmpty());
}

void tst_ProgramFiles::isNotForADevelopersBuild()
{
    if (!manifestPublicKey().isEmpty())
        QSKIP("this build has a key");
    const auto finding = ProgramFilesCheck().measure({}, {}, {});
    QCOMPARE(finding.outcome, Outcome::NotApplicable);
    QCOMPARE(finding.code, u"unsigned-build"_s);
}

void tst_ProgramFiles::makesNoManifestOfAFolderWithItsKey()
{
    const Installation installed;
    const auto key = installed.path(u"release-key.pem"_s);
    QVERIFY(QFile::copy(kKey, key));
    const auto run = runTool(QStringLiteral(MAKE_MANIFEST), { installed.path({}), u"0.1.0"_s, key });
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.output.contains(u"private key"_s), qPrintable(run.output));
}

void tst_ProgramFiles::acceptsWhatAPackageBrought()
{
    const PackagedProgram packaged;
    if (!packaged.ready)
        QSKIP("dpkg cannot install below another root here");
    const auto finding = packaged.check();
    QVERIFY(finding);
    QCOMPARE(finding->outcome, Outcome::Passed);
    QVERIFY2(sentence(*finding).contains(u"bidseal-sample 0.1.0-1"_s), qPrintable(sentence(*finding)));
}

void tst_ProgramFiles::findsWhatWasAlteredInAPackage()
{
    const PackagedProgram packaged;
    if (!packaged.ready)
        QSKIP("dpkg cannot install below another root here");
    QVERIFY(flipLastBit(packaged.program()));
    const auto finding = packaged.check();
    QVERIFY(finding);
    QCOMPARE(finding->outcome, Outcome::Failed);
    QCOMPARE(finding->code, u"package-altered"_s);
    QVERIFY2(sentence(*finding).contains(u"/usr/bin/bidseal-sample"_s), qPrintable(sentence(*finding)));
    QVERIFY(finding->remedy.text.contains(kOfficialSource));
}

void tst_ProgramFiles::findsWhatIsMissingFromAPackage()
{
    const PackagedProgram packaged;
    if (!packaged.ready)
        QSKIP("dpkg cannot install below another root here");
    // The package is asked for by a file that is still there.
    QVERIFY(QFile::remove(packaged.program()));
    const auto finding = checkPackage(packaged.root() + u"/etc/bidseal-sample.conf"_s, {}, packaged.root());
    QVERIFY(finding);
    QCOMPARE(finding->code, u"package-altered"_s);
}

void tst_ProgramFiles::leavesSettingsAndDocumentsAlone()
{
    const PackagedProgram packaged;
    if (!packaged.ready)
        QSKIP("dpkg cannot install below another root here");
    QVERIFY(writeFile(packaged.root() + u"/etc/bidseal-sample.conf"_s, "setting=2\n"));
    QVERIFY(QFile::remove(packaged.root() + u"/usr/share/doc/bidseal-sample/README"_s));
    const auto finding = packaged.check();
    QVERIFY(finding);
    QCOMPARE(finding->outcome, Outcome::Passed);
}

void tst_ProgramFiles::knowsNoPackageOfOtherFiles()
{
    QVERIFY(!checkPackage(QCoreApplication::applicationFilePath(), {}));
}

QTEST_GUILESS_MAIN(tst_ProgramFiles)
#include "tst_ProgramFiles.moc"
