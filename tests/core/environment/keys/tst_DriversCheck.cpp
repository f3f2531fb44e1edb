#include "core/base/platform/LoadedModules.h"
#include "core/environment/keys/DriverConflicts.h"
#include "core/environment/keys/DriversCheck.h"
#include "tests/core/environment/keys/KeyDesk.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/ScriptedModule.h"

#include <QtEndian>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace Qt::StringLiterals;
using testing::readFile;
using testing::writeFile;

namespace {

/// The header of a Linux library for 32-bit programs, complete and empty.
QByteArray elf32()
{
    QByteArray bytes(52, '\0');
    bytes.replace(0, 7,
        "\x7F"
        "ELF\x01\x01\x01");
    qToLittleEndian<quint16>(3, bytes.data() + 16); // a shared library
    qToLittleEndian<quint16>(3, bytes.data() + 18); // for an x86
    qToLittleEndian<quint32>(1, bytes.data() + 20);
    return bytes;
}

/// One that this process has loaded itself.
QString anotherLibrary()
{
    const auto modules = platform::loadedModules();
    for (const auto& module : modules ? *modules : std::vector<platform::LoadedModule>())
        if (QFileInfo(module.path).fileName().contains(u"Qt6Core"_s))
            return module.path;
    return {};
}

} // namespace

/// Driver files that are bad in every way, loaded for real.
class tst_DriversCheck : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString file(const QString& name, const QByteArray& content) const
    {
        const auto path = m_folder.filePath(name);
        if (!writeFile(path, content))
            qFatal("%s cannot be written", qPrintable(path));
        return path;
    }
    Finding measuredWith(const QStringList& modules, const QStringList& skfFolders = {}) const
    {
        DriversCheck check(std::make_shared<TokenSurvey>(), skfFolders);
        return check.measure(withModules(modules), standardPolicy(), {});
    }

private Q_SLOTS:
    void workingDriverPasses();
    void noDriverIsNoBadNews();
    void tellsDriversOfTheOtherKind();
    void findsDriversThatCannotBeUsed_data();
    void findsDriversThatCannotBeUsed();
    void namesTheBitsThatDoNotFit();
    void badDriverBesideAGoodOneIsAWarning();
    void faultOfATokenIsNotTakenForABadDriver();
    void missingProgramPartCouldNotTell();
    void findsTwoDriversOfOneToken();
    void findsTwoVersionsOfOneDriver();
    void sameFileByTwoNamesIsOneDriver();
    void differentNamesAreNoVersions();
};

void tst_DriversCheck::workingDriverPasses()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    const SoftHsmTokens tokens;
    const auto finding = measuredWith({ SoftHsmTokens::module() });
    QCOMPARE(finding.outcome, Outcome::Passed);
    QCOMPARE(finding.code, u"works"_s);
    QVERIFY(foundText(finding).contains(u"softhsm"_s));
    QCOMPARE(missingIn(finding), QString());
}

void tst_DriversCheck::noDriverIsNoBadNews()
{
    const auto finding = measuredWith({});
    QCOMPARE(finding.outcome, Outcome::NotApplicable);
    QCOMPARE(finding.code, u"none"_s);
    QCOMPARE(finding.remedy.action, RemedyAction::AddDriver);
}

void tst_DriversCheck::tellsDriversOfTheOtherKind()
{
    QTemporaryDir skf;
    QVERIFY(writeFile(skf.filePath(u"libgm3000.1.0.so"_s), "SKF"));
    QVERIFY(writeFile(skf.filePath(u"libother.so"_s), "other"));
    const auto finding = measuredWith({}, { skf.path() });
    QCOMPARE(finding.outcome, Outcome::NotApplicable);
    QCOMPARE(finding.code, u"skf-only"_s);
    QVERIFY(foundText(finding).contains(u"libgm3000.1.0.so"_s));
    QVERIFY(!foundText(finding).contains(u"libother"_s));
}

void tst_DriversCheck::findsDriversThatCannotBeUsed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    const auto whole = readFile(ScriptedModule::path());
    QTest::newRow("is not there") << m_folder.filePath(u"nowhere.so"_s) << u"missing"_s;
    QTest::newRow("text") << file(u"text.so"_s, "this is a shortcut to the driver\n") << u"not-a-library"_s;
    QTest::newRow("empty") << file(u"empty.so"_s, {}) << u"not-a-library"_s;
    QTest::newRow("half of it") << file(u"half.so"_s, whole.first(whole.size() / 2)) << u"damaged"_s;
    QTest::newRow("for 32-bit programs") << file(u"32.so"_s, elf32()) << u"other-machine"_s;
    QTest::newRow("no driver at all") << anotherLibrary() << u"does-not-load"_s;
    QTest::newRow("crashes while it is loaded") << crashingDriver() << u"crashes"_s;
    QTest::newRow("hangs while it is loaded") << hangingDriver() << u"hangs"_s;
}

void tst_DriversCheck::findsDriversThatCannotBeUsed()
{
    QFETCH(QString, path);
    QFETCH(QString, code);
    const auto finding = measuredWith({ path });
    QCOMPARE(finding.code, code);
    QCOMPARE(finding.outcome, Outcome::Failed);
    QVERIFY(foundText(finding).contains(QFileInfo(path).fileName()));
    QCOMPARE(missingIn(finding), QString());
}

void tst_DriversCheck::namesTheBitsThatDoNotFit()
{
    const auto finding = measuredWith({ file(u"libold.so"_s, elf32()) });
    QVERIFY2(foundText(finding).contains(u"32-bit"_s) && foundText(finding).contains(u"64 bits"_s),
        qPrintable(foundText(finding)));
    QVERIFY(filled(finding.remedy.text, finding.facts, Disclosure::Full).contains(u"64-bit"_s));
    // A path tells who works here; the driver's name does not.
    const auto path = std::find_if(
        finding.facts.begin(), finding.facts.end(), [](const Fact& fact) { return fact.name == u"driverPath"_s; });
    QVERIFY(path != finding.facts.end() && path->privacy == Privacy::Personal);
}

void tst_DriversCheck::badDriverBesideAGoodOneIsAWarning()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    const SoftHsmTokens tokens;
    const auto finding = measuredWith({ crashingDriver(), SoftHsmTokens::module() });
    QCOMPARE(finding.outcome, Outcome::Warning);
    QCOMPARE(finding.code, u"crashes"_s);
    QVERIFY(partOf(finding, u"works"_s));
    QCOMPARE(missingIn(finding), QString());
}

void tst_DriversCheck::faultOfATokenIsNotTakenForABadDriver()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    const SoftHsmTokens tokens;
    ScriptedModule driver;
    driver.set("slots", "fail");
    const auto finding = measuredWith({ ScriptedModule::path() });
    QCOMPARE(finding.outcome, Outcome::Warning);
    QCOMPARE(finding.code, u"reports-fault"_s);
    QCOMPARE(missingIn(finding), QString());
}

void tst_DriversCheck::missingProgramPartCouldNotTell()
{
    auto situation = withModules({ ScriptedModule::path() });
    situation.tokenHost = u"/nowhere/bidseal-token-host"_s;
    const auto finding = measured("ukey-drivers", situation);
    QCOMPARE(finding.outcome, Outcome::CouldNotTell);
    QVERIFY(!finding.remedy.text.isEmpty());
}

void tst_DriversCheck::findsTwoDriversOfOneToken()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    SoftHsmTokens tokens;
    tokens.add(u"Sample"_s, "482913", {});
    const ScriptedModule driver;
    const auto finding = measuredWith({ SoftHsmTokens::module(), ScriptedModule::path() });
    QCOMPARE(finding.outcome, Outcome::Warning);
    QCOMPARE(finding.code, u"conflict"_s);
    for (const auto& module : { SoftHsmTokens::module(), ScriptedModule::path() })
        QVERIFY(foundText(finding).contains(QFileInfo(module).completeBaseName()));
    QCOMPARE(missingIn(finding), QString());
}

void tst_DriversCheck::findsTwoVersionsOfOneDriver()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    const SoftHsmTokens tokens;
    const ScriptedModule driver;
    const auto content = readFile(ScriptedModule::path());
    const auto old = file(u"libkey.so.1.0"_s, content);
    const auto newer = file(u"libkey.so.1.2"_s, content + "newer");
    const auto finding = measuredWith({ old, newer });
    QCOMPARE(finding.outcome, Outcome::Warning);
    QCOMPARE(finding.code, u"several-versions"_s);
    QCOMPARE(missingIn(finding), QString());
}

void tst_DriversCheck::sameFileByTwoNamesIsOneDriver()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    SoftHsmTokens tokens;
    tokens.add(u"Sample"_s, "482913", {});
    const auto link = m_folder.filePath(u"libsofthsm2.so"_s);
    QVERIFY(QFile::link(SoftHsmTokens::module(), link));
    const auto finding = measuredWith({ SoftHsmTokens::module(), link });
    QCOMPARE(finding.outcome, Outcome::Passed);
    QVERIFY(finding.parts.empty());
}

void tst_DriversCheck::differentNamesAreNoVersions()
{
    const QStringList files { file(u"ShuttleCsp11_3003.dll"_s, "a"), file(u"ShuttleCsp11_3000GM.dll"_s, "b"),
        file(u"libcastle.so.1.0.0"_s, "c"), file(u"libcastle2.so.1.0.0"_s, "d") };
    QVERIFY(severalVersions(files).empty());
    QCOMPARE(severalVersions({ file(u"a-1.2.so"_s, "1"), file(u"A-1.3.so"_s, "2") }).size(), std::size_t(1));
    QDir(m_folder.path()).mkdir(u"copy"_s);
    QVERIFY(severalVersions({ file(u"b.so.1"_s, "1"), file(u"copy/b.so.1"_s, "1") }).empty());
}

QTEST_GUILESS_MAIN(tst_DriversCheck)
#include "tst_DriversCheck.moc"
