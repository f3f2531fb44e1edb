#include "core/environment/PolicyFile.h"
#include "core/environment/place/DiskSpaceCheck.h"
#include "core/environment/place/OutputFolderCheck.h"
#include "core/environment/place/OutputPlaceCheck.h"
#include "tests/core/environment/place/NosyProgram.h"
#include "tests/core/environment/place/OwnMounts.h"
#include "tests/support/ForeignTools.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal::environment;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMegabyte = 1024 * 1024;

template <class AnyCheck> Finding found(const std::vector<OutputPlace>& outputs)
{
    Situation situation;
    situation.outputs = outputs;
    return AnyCheck().measure(situation, standardPolicy(), {});
}

QString sentence(const Finding& finding, Disclosure disclosure = Disclosure::Full)
{
    return filled(finding.found, finding.facts, disclosure);
}

void expectHelp(const Finding& finding)
{
    QVERIFY(!finding.meaning.isEmpty());
    QVERIFY(!finding.remedy.text.isEmpty());
}

QStringList everythingIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace

class tst_OutputChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_canMount = startOwnMounts(); }

    void areNotForNoFolder();
    void passOnThisComputer();
    void namesTheWorstFolder();
    void leaveFoldersOutOfRedactedReports();

    void spaceFindsADiskThatIsTooSmall();
    void spaceFindsADiskThatIsFull();
    void spaceFindsADiskThatIsTooSmallForTheDocuments();
    void spaceCannotTellOfAFolderThatIsNotThere();

    void folderFindsAReadOnlyDisk();
    void folderFindsAFullDisk();
    void folderFindsAFolderThatIsNotThere();
    void folderLeavesNothingBehind();
    void folderFindsAProgramThatHoldsNewFilesOpen();
    void folderWaitsForAProgramThatOnlyLooks();

    void placeFindsARemovableDisk();
    void placeFindsASynchronisedFolder();
    void placeCannotTellOfAFolderThatIsNotThere();

private:
    bool m_canMount = false;
    QTemporaryDir m_folder;
};

void tst_OutputChecks::areNotForNoFolder()
{
    QCOMPARE(found<DiskSpaceCheck>({}).outcome, Outcome::NotApplicable);
    QCOMPARE(found<OutputFolderCheck>({}).outcome, Outcome::NotApplicable);
    QCOMPARE(found<OutputPlaceCheck>({}).outcome, Outcome::NotApplicable);
}

void tst_OutputChecks::passOnThisComputer()
{
    const std::vector<OutputPlace> here { { m_folder.path(), kMegabyte } };
    const auto space = found<DiskSpaceCheck>(here);
    QVERIFY2(space.outcome == Outcome::Passed, qPrintable(sentence(space)));
    const auto folder = found<OutputFolderCheck>(here);
    QVERIFY2(folder.outcome == Outcome::Passed, qPrintable(sentence(folder)));
    const auto place = found<OutputPlaceCheck>(here);
    QVERIFY2(place.outcome == Outcome::Passed, qPrintable(sentence(place)));
}

void tst_OutputChecks::namesTheWorstFolder()
{
    const auto missing = m_folder.filePath(u"not-there"_s);
    const auto finding = found<OutputFolderCheck>({ { m_folder.path(), 0 }, { missing, 0 } });
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(finding.parts.size(), 2U);
    QVERIFY(sentence(finding).contains(missing));
}

void tst_OutputChecks::leaveFoldersOutOfRedactedReports()
{
    for (const auto& finding :
        { found<DiskSpaceCheck>({ { m_folder.path(), 0 } }), found<OutputFolderCheck>({ { m_folder.path(), 0 } }),
            found<OutputPlaceCheck>({ { m_folder.path(), 0 } }) })
        QVERIFY(!sentence(finding, Disclosure::Redacted).contains(m_folder.path()));
}

void tst_OutputChecks::spaceFindsADiskThatIsTooSmall()
{
    if (!m_canMount)
        QSKIP("this machine allows no mounts of one's own");
    const QTemporaryDir folder;
    const Mounted disk(folder.path(), "size=95m");
    QVERIFY(disk.isReady);
    const auto finding = found<DiskSpaceCheck>({ { folder.path(), kMegabyte } });
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(finding.code, u"too-little"_s);
    QVERIFY2(sentence(finding).contains(u"95 MB"_s), qPrintable(sentence(finding)));
    QVERIFY2(sentence(finding).contains(u"102 MB"_s), qPrintable(sentence(finding))); // 2 × 1 + 100
    expectHelp(finding);
}

void tst_OutputChecks::spaceFindsADiskThatIsFull()
{
    if (!m_canMount)
        QSKIP("this machine allows no mounts of one's own");
    const QTemporaryDir folder;
    const Mounted disk(folder.path(), "size=1m");
    QFile filler(folder.filePath(u"filler"_s));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'x')) > 0) { }
    const auto finding = found<DiskSpaceCheck>({ { folder.path(), 0 } });
    QCOMPARE(finding.outcome, Outcome::Failed);
    QVERIFY2(sentence(finding).contains(u"0 bytes"_s), qPrintable(sentence(finding)));
}

void tst_OutputChecks::spaceFindsADiskThatIsTooSmallForTheDocuments()
{
    if (!m_canMount)
        QSKIP("this machine allows no mounts of one's own");
    const QTemporaryDir folder;
    const Mounted disk(folder.path(), "size=300m");
    QCOMPARE(found<DiskSpaceCheck>({ { folder.path(), 90 * kMegabyte } }).outcome, Outcome::Passed);
    QCOMPARE(found<DiskSpaceCheck>({ { folder.path(), 110 * kMegabyte } }).outcome, Outcome::Failed);
}

void tst_OutputChecks::spaceCannotTellOfAFolderThatIsNotThere()
{
    const auto finding = found<DiskSpaceCheck>({ { m_folder.filePath(u"not-there"_s), 0 } });
    QCOMPARE(finding.outcome, Outcome::CouldNotTell);
    expectHelp(finding);
}

void tst_OutputChecks::folderFindsAReadOnlyDisk()
{
    if (!m_canMount)
        QSKIP("this machine allows no mounts of one's own");
    const QTemporaryDir folder;
    const Mounted disk(folder.path(), "size=1m");
    QCOMPARE(found<OutputFolderCheck>({ { folder.path(), 0 } }).outcome, Outcome::Passed);
    QVERIFY(disk.makeReadOnly());
    const auto finding = found<OutputFolderCheck>({ { folder.path(), 0 } });
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(finding.code, u"read-only"_s);
    expectHelp(finding);
}

void tst_OutputChecks::folderFindsAFullDisk()
{
    if (!m_canMount)
        QSKIP("this machine allows no mounts of one's own");
    const QTemporaryDir folder;
    const Mounted disk(folder.path(), "size=1m");
    QFile filler(folder.filePath(u"filler"_s));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'x')) > 0) { }
    const auto finding = found<OutputFolderCheck>({ { folder.path(), 0 } });
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(finding.code, u"full"_s);
    QCOMPARE(everythingIn(folder.path()), QStringList { u"filler"_s });
}

void tst_OutputChecks::folderFindsAFolderThatIsNotThere()
{
    const auto finding = found<OutputFolderCheck>({ { m_folder.filePath(u"not-there"_s), 0 } });
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(finding.code, u"not-there"_s);
    expectHelp(finding);
}

void tst_OutputChecks::folderLeavesNothingBehind()
{
    const QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(u"signed.pdf"_s), "somebody's bid"));
    QCOMPARE(found<OutputFolderCheck>({ { folder.path(), 0 } }).outcome, Outcome::Passed);
    QCOMPARE(everythingIn(folder.path()), QStringList { u"signed.pdf"_s });
    QCOMPARE(readFile(folder.filePath(u"signed.pdf"_s)), QByteArray("somebody's bid"));
}

void tst_OutputChecks::folderFindsAProgramThatHoldsNewFilesOpen()
{
    const QTemporaryDir folder;
    const NosyProgram nosy(folder.path(), NosyProgram::Holds::Forever);
    if (!nosy.isReady())
        QSKIP("this machine lets nobody watch opening");
    const auto finding = found<OutputFolderCheck>({ { folder.path(), 0 } });
    QCOMPARE(finding.outcome, Outcome::Warning);
    QCOMPARE(finding.code, u"held-open"_s);
    expectHelp(finding);
    QCOMPARE(everythingIn(folder.path()), QStringList());
}

void tst_OutputChecks::folderWaitsForAProgramThatOnlyLooks()
{
    const QTemporaryDir folder;
    const NosyProgram nosy(folder.path(), NosyProgram::Holds::AMoment);
    if (!nosy.isReady())
        QSKIP("this machine lets nobody watch opening");
    QCOMPARE(found<OutputFolderCheck>({ { folder.path(), 0 } }).outcome, Outcome::Passed);
    QVERIFY(nosy.hasHeld());
}

void tst_OutputChecks::placeFindsARemovableDisk()
{
    if (!m_canMount)
        QSKIP("this machine allows no mounts of one's own");
    // Where a desktop mounts a stick; /media itself is this process's own for the while.
    const Mounted media(u"/media"_s, "size=1m");
    QVERIFY(media.isReady);
    const auto stick = u"/media/clerk/BID STICK"_s;
    QVERIFY(QDir().mkpath(stick));
    const Mounted disk(stick, "size=1m");
    QVERIFY(disk.isReady && QDir(stick).mkdir(u"out"_s));
    const auto finding = found<OutputPlaceCheck>({ { stick + u"/out"_s, 0 } });
    QCOMPARE(finding.outcome, Outcome::Warning);
    QCOMPARE(finding.code, u"removable"_s);
    expectHelp(finding);
}

void tst_OutputChecks::placeFindsASynchronisedFolder()
{
    const QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(u".sync_0a1b2c3d4e5f.db"_s), {}));
    QVERIFY(QDir(folder.path()).mkdir(u"bids"_s));
    const auto finding = found<OutputPlaceCheck>({ { folder.filePath(u"bids"_s), 0 } });
    QCOMPARE(finding.outcome, Outcome::Warning);
    QCOMPARE(finding.code, u"cloud"_s);
    QVERIFY2(sentence(finding).contains(u"Nextcloud"_s), qPrintable(sentence(finding)));
    QVERIFY(finding.remedy.text.contains(u"own disk"_s));
    expectHelp(finding);
}

void tst_OutputChecks::placeCannotTellOfAFolderThatIsNotThere()
{
    QCOMPARE(found<OutputPlaceCheck>({ { m_folder.filePath(u"not-there"_s), 0 } }).outcome, Outcome::CouldNotTell);
}

QTEST_GUILESS_MAIN(tst_OutputChecks)
#include "tst_OutputChecks.moc"
