#include "core/base/platform/FolderSafety.h"
#include "core/environment/place/TemporaryFolderCheck.h"
#include "tests/core/environment/place/OwnMounts.h"
#include "tests/support/ForeignTools.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr uid_t kSomebodyElse = 12345;

QByteArray native(const QString& path) { return QFile::encodeName(path); }
mode_t rightsOf(const QString& path)
{
    struct stat status { };
    return ::stat(native(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

/// A place for folders with rights of all kinds, and TMPDIR as it is set in the end.
class Folders {
public:
    ~Folders() { qunsetenv("TMPDIR"); }

    [[nodiscard]] QString path(const QString& name) const
    {
        return QFileInfo(m_top.path()).canonicalFilePath() + u'/' + name;
    }
    QString make(const QString& name, mode_t rights) const
    {
        QDir().mkpath(path(name));
        ::chmod(native(path(name)).constData(), rights);
        return path(name);
    }
    [[nodiscard]] bool giveAway(const QString& name) const
    {
        return ::chown(native(path(name)).constData(), kSomebodyElse, kSomebodyElse) == 0;
    }
    [[nodiscard]] Finding findingFor(const QString& temporaryFolder) const
    {
        qputenv("TMPDIR", native(temporaryFolder));
        return TemporaryFolderCheck().measure({}, {}, {});
    }

private:
    QTemporaryDir m_top; // made while TMPDIR was still the usual one
};

void expectFailed(const Finding& finding, const char* code)
{
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(finding.code, QLatin1StringView(code));
    QVERIFY(!finding.meaning.isEmpty());
    QVERIFY(!finding.remedy.text.isEmpty());
}

} // namespace

class tst_TemporaryFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qunsetenv("TMPDIR"); }

    void passesTheUsualOne();
    void passesAPrivateOne();
    void passesASharedOneWithTheStickyBit();
    void findsOneThatAnybodyMayChange();
    void findsOneThatAGroupMayChange();
    void findsOneOnAWayThatAnybodyMayChange();
    void findsOneOfAnotherUser();
    void findsOneInsideAnotherUsersFolder();
    void findsALinkIntoAnUnsafeOne();
    void findsALinkThatOthersMayChange();
    void findsOneThatIsNotThere();
    void findsAFileInItsPlace();
    void isMendedByItsRemedy();
    void offersNoButtonForTheSystemsFolder();

    void makesNothingPrivateThatIsNotOnesOwn();
    void makesNoLinkPrivate();
    void makesNoFolderPrivateWhereOthersKeepFiles();
    void makesNoFolderOfTheSystemPrivate();
    void saysWhereThereIsNothing();
};

void tst_TemporaryFolder::passesTheUsualOne()
{
    const auto finding = TemporaryFolderCheck().measure({}, {}, {});
    QVERIFY2(finding.outcome == Outcome::Passed, qPrintable(filled(finding.found, finding.facts, Disclosure::Full)));
}

void tst_TemporaryFolder::passesAPrivateOne()
{
    const Folders folders;
    QCOMPARE(folders.findingFor(folders.make(u"tmp"_s, 0700)).code, u"private"_s);
    QCOMPARE(folders.findingFor(folders.make(u"tmp"_s, 0755)).outcome, Outcome::Passed);
}

void tst_TemporaryFolder::passesASharedOneWithTheStickyBit()
{
    const Folders folders;
    const auto finding = folders.findingFor(folders.make(u"tmp"_s, 01777));
    QCOMPARE(finding.outcome, Outcome::Passed);
    QCOMPARE(finding.code, u"shared"_s);
}

void tst_TemporaryFolder::findsOneThatAnybodyMayChange()
{
    const Folders folders;
    const auto folder = folders.make(u"tmp"_s, 0777);
    const auto finding = folders.findingFor(folder);
    expectFailed(finding, "others-may-change");
    QCOMPARE(finding.remedy.action, RemedyAction::MakeFolderPrivate);
    QCOMPARE(finding.remedy.target, folder);
    QVERIFY(!filled(finding.found, finding.facts, Disclosure::Redacted).contains(folder));
}

void tst_TemporaryFolder::findsOneThatAGroupMayChange()
{
    const Folders folders;
    const auto folder = folders.make(u"tmp"_s, 0770);
    if (::chown(native(folder).constData(), static_cast<uid_t>(-1), kSomebodyElse) != 0)
        QSKIP("only root gives folders to groups");
    QVERIFY(::chmod(native(folder).constData(), 0770) == 0);
    expectFailed(folders.findingFor(folder), "others-may-change");
}

void tst_TemporaryFolder::findsOneOnAWayThatAnybodyMayChange()
{
    const Folders folders;
    const auto above = folders.make(u"above"_s, 0777);
    const auto finding = folders.findingFor(folders.make(u"above/tmp"_s, 0700));
    expectFailed(finding, "others-may-change");
    QCOMPARE(finding.remedy.target, above);
}

void tst_TemporaryFolder::findsOneOfAnotherUser()
{
    const Folders folders;
    const auto folder = folders.make(u"tmp"_s, 0777);
    if (!folders.giveAway(u"tmp"_s))
        QSKIP("only root gives folders away");
    const auto finding = folders.findingFor(folder);
    expectFailed(finding, "others-own");
    QCOMPARE(finding.remedy.action, RemedyAction::None);
}

void tst_TemporaryFolder::findsOneInsideAnotherUsersFolder()
{
    const Folders folders;
    folders.make(u"above"_s, 0755);
    const auto folder = folders.make(u"above/tmp"_s, 0700);
    if (!folders.giveAway(u"above"_s))
        QSKIP("only root gives folders away");
    expectFailed(folders.findingFor(folder), "others-own");
}

void tst_TemporaryFolder::findsALinkIntoAnUnsafeOne()
{
    const Folders folders;
    const auto unsafe = folders.make(u"unsafe"_s, 0777);
    QVERIFY(QFile::link(unsafe, folders.path(u"tmp"_s)));
    const auto finding = folders.findingFor(folders.path(u"tmp"_s));
    expectFailed(finding, "others-may-change");
    QCOMPARE(finding.remedy.target, unsafe);
}

void tst_TemporaryFolder::findsALinkThatOthersMayChange()
{
    const Folders folders;
    const auto safe = folders.make(u"safe"_s, 0700);
    const auto shared = folders.make(u"everybodys"_s, 0777);
    QVERIFY(QFile::link(safe, shared + u"/tmp"_s));
    expectFailed(folders.findingFor(shared + u"/tmp"_s), "others-may-change");
}

void tst_TemporaryFolder::findsOneThatIsNotThere()
{
    const Folders folders;
    const auto finding = folders.findingFor(folders.path(u"not-there"_s));
    expectFailed(finding, "not-there");
    QVERIFY(filled(finding.found, finding.facts, Disclosure::Full).contains(folders.path(u"not-there"_s)));
}

void tst_TemporaryFolder::findsAFileInItsPlace()
{
    const Folders folders;
    QVERIFY(writeFile(folders.path(u"tmp"_s), "a file"));
    expectFailed(folders.findingFor(folders.path(u"tmp"_s)), "not-there");
}

void tst_TemporaryFolder::isMendedByItsRemedy()
{
    const Folders folders;
    const auto folder = folders.make(u"tmp"_s, 0777);
    QVERIFY(writeFile(folder + u"/kept"_s, "content"));
    const auto before = folders.findingFor(folder);
    QVERIFY(platform::makeFolderPrivate(before.remedy.target));
    QCOMPARE(rightsOf(folder), static_cast<mode_t>(0700));
    QCOMPARE(readFile(folder + u"/kept"_s), QByteArray("content"));
    QCOMPARE(folders.findingFor(folder).outcome, Outcome::Passed);
}

void tst_TemporaryFolder::offersNoButtonForTheSystemsFolder()
{
    if (!startOwnMounts())
        QSKIP("this machine allows no mounts of one's own");
    // Only for this process: a /tmp that somebody set up without its sticky bit.
    const Mounted tmp(u"/tmp"_s, "size=1m,mode=0777");
    QVERIFY(tmp.isReady);
    const auto finding = TemporaryFolderCheck().measure({}, {}, {});
    expectFailed(finding, "others-may-change");
    QCOMPARE(finding.remedy.action, RemedyAction::None);
    QVERIFY(!platform::makeFolderPrivate(u"/tmp"_s));
    QCOMPARE(rightsOf(u"/tmp"_s), static_cast<mode_t>(0777));
}

void tst_TemporaryFolder::makesNothingPrivateThatIsNotOnesOwn()
{
    const Folders folders;
    const auto folder = folders.make(u"tmp"_s, 0777);
    if (!folders.giveAway(u"tmp"_s))
        QSKIP("only root gives folders away");
    const auto made = platform::makeFolderPrivate(folder);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::OutputNotWritable);
    QCOMPARE(rightsOf(folder), static_cast<mode_t>(0777));
    QVERIFY(!platform::canMakeFolderPrivate(folder));
}

void tst_TemporaryFolder::makesNoLinkPrivate()
{
    const Folders folders;
    const auto folder = folders.make(u"real"_s, 0777);
    QVERIFY(QFile::link(folder, folders.path(u"link"_s)));
    QVERIFY(!platform::makeFolderPrivate(folders.path(u"link"_s)));
    QCOMPARE(rightsOf(folder), static_cast<mode_t>(0777));
    QVERIFY(!platform::canMakeFolderPrivate(folders.path(u"link"_s)));
}

void tst_TemporaryFolder::makesNoFolderPrivateWhereOthersKeepFiles()
{
    const Folders folders;
    const auto folder = folders.make(u"tmp"_s, 0777);
    QVERIFY(writeFile(folder + u"/theirs"_s, "content"));
    if (!folders.giveAway(u"tmp/theirs"_s))
        QSKIP("only root gives files away");
    QVERIFY(!platform::makeFolderPrivate(folder));
    QCOMPARE(rightsOf(folder), static_cast<mode_t>(0777));
    QCOMPARE(folders.findingFor(folder).remedy.action, RemedyAction::None);
}

void tst_TemporaryFolder::makesNoFolderOfTheSystemPrivate()
{
    for (const auto& folder : { u"/"_s, u"/tmp"_s, u"/usr"_s, u"tmp"_s, u""_s })
        QVERIFY2(!platform::canMakeFolderPrivate(folder), qPrintable(folder));
}

void tst_TemporaryFolder::saysWhereThereIsNothing()
{
    const Folders folders;
    const auto made = platform::makeFolderPrivate(folders.path(u"not-there"_s));
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::FileNotFound);
}

QTEST_GUILESS_MAIN(tst_TemporaryFolder)
#include "tst_TemporaryFolder.moc"
