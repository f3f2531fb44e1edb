#include "core/plan/DateSeal.h"
#include "tests/support/ForeignTools.h"
#include "tests/ui/plan/PlanFixture.h"
#include "ui/plan/PlanKeeper.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace bidseal;
using namespace bidseal::plan;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::at;
using testing::squareSeal;

namespace {

constexpr auto kPlaceUntilKilled = QLatin1StringView("--place-until-killed");

/// The seals of a library: "公章" and "法人".
std::optional<seal::Seal> libraryOf(const QString& id)
{
    if (id == u"公章"_s)
        return squareSeal(42, id);
    if (id == u"法人"_s)
        return squareSeal(20, id, seal::Kind::LegalRepresentative);
    return {};
}

/// Where a mark stands when it is the n-th that the child places.
pdf::Placement nthPlace(int n) { return at(n % 3, 30 + 0.25 * n, 40 + 1.5 * (n % 100), 42); }

/// Changes as fast as it can until somebody kills it. Says how many marks it has placed.
int placeUntilKilled(const QString& document, const QString& folder)
{
    const auto session = testing::openSession(document);
    if (!session)
        return 1;
    PlanKeeper keeper(folder, libraryOf);
    keeper.setPause(1ms);
    keeper.watch(session.get());
    int placed = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, qApp, [&] {
        session->placeSeal(*libraryOf(u"公章"_s), nthPlace(placed));
        ++placed;
        std::printf("%d\n", placed);
        std::fflush(stdout);
    });
    timer.start(5);
    return QApplication::exec();
}

} // namespace

/// Marks that nobody has signed yet, across sessions and processes.
class tst_PlanKeeper : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void offersNothingForAFileThatItDoesNotKnow();
    void offersAndRestoresExactly();
    void restoresInOneStepOfUndo();
    void makesDateSealsAgain();
    void writesWhatWasChangedLastWhenItGoes();
    void writesAtMostOncePerPause();
    void keepsNoPictureAndNoPath();
    void keepsOnePlanForEachDocument();
    void forgetsWhatIsSigned();
    void removesItsFileWithTheLastMark();
    void discardsWhenAsked();
    void keepsAnOfferThatNobodyAnswered();
    void saysThatTheDocumentWasChanged();
    void leavesOutWhatHasNoPageAnyMore();
    void namesMissingSealsAndWaits();
    void setsADamagedFileAside_data();
    void setsADamagedFileAside();
    void readsNothingThatItDidNotWrite();
    void saysOnceThatItCannotWrite();
    void survivesAKilledProcess();

private:
    std::unique_ptr<PlanKeeper> watch(document::DocumentSession& session)
    {
        auto keeper = std::make_unique<PlanKeeper>(m_kept, libraryOf);
        keeper->setPause(1ms);
        keeper->watch(&session);
        return keeper;
    }
    /// Places `marks`, waits until they are on the disk, and closes the document.
    void keep(const std::vector<pdf::Placement>& marks);
    QStringList keptFiles() const { return QDir(m_kept).entryList(QDir::Files); }
    QString keptFile() const { return QDir(m_kept).filePath(keptFiles().value(0)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_kept, m_document;
    std::unique_ptr<document::DocumentSession> m_session;
};

void tst_PlanKeeper::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_kept = m_folder->filePath(u"kept"_s);
    m_document = m_folder->filePath(u"投标文件.pdf"_s);
    testing::writePages(m_document, { u"一"_s, u"二"_s, u"三"_s });
    m_session = testing::openSession(m_document);
    QVERIFY(m_session);
}

void tst_PlanKeeper::cleanup() { m_session.reset(); }

void tst_PlanKeeper::keep(const std::vector<pdf::Placement>& marks)
{
    const auto keeper = watch(*m_session);
    QSignalSpy kept(keeper.get(), &PlanKeeper::kept);
    for (const pdf::Placement& placement : marks)
        QVERIFY(m_session->placeSeal(*libraryOf(u"公章"_s), placement));
    QVERIFY(kept.wait());
    keeper->watch(nullptr);
    m_session = testing::openSession(m_document);
}

void tst_PlanKeeper::offersNothingForAFileThatItDoesNotKnow()
{
    const auto keeper = watch(*m_session);
    QSignalSpy offered(keeper.get(), &PlanKeeper::restoreOffered);
    QTest::qWait(100);
    QCOMPARE(offered.count(), 0);
    QVERIFY(!keeper->hasOffer());
    keeper->restore();
    QVERIFY(m_session->marks().isEmpty());
    QVERIFY(keptFiles().isEmpty());
}

void tst_PlanKeeper::offersAndRestoresExactly()
{
    {
        const auto keeper = watch(*m_session);
        QSignalSpy kept(keeper.get(), &PlanKeeper::kept);
        testing::placeByRule(*m_session, *libraryOf(u"公章"_s), AlongSeam { Edge::Right, {}, Sides::Duplex });
        pdf::Placement turned { 2, QPointF(60 + 1.0 / 3, 99.99999999), QSizeF(19.7, 19.7), 33.25 };
        QVERIFY(m_session->placeSeal(*libraryOf(u"法人"_s), turned));
        QVERIFY(kept.wait());
    }
    const std::vector<document::PlacedMark> before = m_session->marks().marks();
    m_session = testing::openSession(m_document);
    const auto keeper = watch(*m_session);
    QSignalSpy offered(keeper.get(), &PlanKeeper::restoreOffered);
    QVERIFY(offered.wait());
    const auto offer = offered.front().front().value<PlanKeeper::Offer>();
    QCOMPARE(offer.marks, 4);
    QVERIFY(!offer.documentChanged);
    QVERIFY(std::abs(offer.saved.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QVERIFY(PlanKeeper::title(offer).contains(u"4 mark"_s));
    QVERIFY(m_session->marks().isEmpty()); // not before somebody says so

    QSignalSpy restored(keeper.get(), &PlanKeeper::restored);
    keeper->restore();
    QCOMPARE(restored.count(), 1);
    QCOMPARE(restored.front().at(0).toInt(), 4);
    QCOMPARE(restored.front().at(1).toInt(), 0);
    const auto& after = m_session->marks().marks();
    QCOMPARE(after.size(), before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        QVERIFY(after[i].placed.placement == before[i].placed.placement);
        QCOMPARE(after[i].placed.part, before[i].placed.part);
        QCOMPARE(after[i].placed.seal.id, before[i].placed.seal.id);
        QVERIFY(!after[i].placed.seal.picture.isNull());
        QCOMPARE(!after[i].entry, !before[i].entry);
        if (after[i].entry)
            QVERIFY(*after[i].entry == *before[i].entry);
    }
    QVERIFY(after[0].entry == after[2].entry); // still one line
}

void tst_PlanKeeper::restoresInOneStepOfUndo()
{
    keep({ at(0, 60, 60), at(1, 60, 60) });
    const auto keeper = watch(*m_session);
    QTRY_VERIFY(keeper->hasOffer());
    keeper->restore();
    QCOMPARE(m_session->marks().count(), 2);
    m_session->undoStack().undo();
    QVERIFY(m_session->marks().isEmpty());
}

void tst_PlanKeeper::makesDateSealsAgain()
{
    {
        const auto keeper = watch(*m_session);
        QSignalSpy kept(keeper.get(), &PlanKeeper::kept);
        const auto day = dateSeal(QDate(2026, 11, 26), DateStyle::Chinese, 5);
        QVERIFY(day);
        m_session->placeSeal(*day, { 0, QPointF(100, 100), day->sizeMm, 0 });
        QVERIFY(kept.wait());
    }
    m_session = testing::openSession(m_document);
    const auto keeper = watch(*m_session);
    QTRY_VERIFY(keeper->hasOffer());
    keeper->restore();
    QCOMPARE(m_session->marks().count(), 1);
    const seal::Seal& seal = m_session->marks().marks().front().placed.seal;
    QCOMPARE(seal.name, dateText(QDate(2026, 11, 26), DateStyle::Chinese));
    QCOMPARE(seal.day, QDate(2026, 11, 26));
    QVERIFY(!seal.picture.isNull());
}

void tst_PlanKeeper::writesWhatWasChangedLastWhenItGoes()
{
    {
        auto keeper = std::make_unique<PlanKeeper>(m_kept, libraryOf);
        keeper->setPause(60s);
        keeper->watch(m_session.get());
        QSignalSpy kept(keeper.get(), &PlanKeeper::kept);
        m_session->placeSeal(*libraryOf(u"公章"_s), at(0, 60, 60));
        QVERIFY(kept.wait());
        m_session->placeSeal(*libraryOf(u"公章"_s), at(1, 60, 60)); // waits for its minute
    }
    QTRY_COMPARE(readKept(keptFile())->current.marks.size(), std::size_t(2));

    // Even where the file was not read yet: what may be offered from it is not lost.
    m_session = testing::openSession(m_document);
    {
        const auto keeper = watch(*m_session);
        m_session->placeSeal(*libraryOf(u"法人"_s), at(2, 60, 60, 20));
    }
    QTRY_COMPARE(readKept(keptFile())->current.marks.size(), std::size_t(1));
    QCOMPARE(readKept(keptFile())->offered.marks.size(), std::size_t(2));
}

void tst_PlanKeeper::writesAtMostOncePerPause()
{
    auto keeper = std::make_unique<PlanKeeper>(m_kept, libraryOf);
    keeper->setPause(400ms);
    keeper->watch(m_session.get());
    QSignalSpy kept(keeper.get(), &PlanKeeper::kept);
    for (int i = 0; i < 10; ++i) {
        m_session->placeSeal(*libraryOf(u"公章"_s), nthPlace(i));
        QTest::qWait(20);
    }
    QTRY_COMPARE(readKept(keptFile())->current.marks.size(), std::size_t(10));
    QVERIFY2(kept.count() <= 2, "the first, and all that followed"); // by the machine's leave fewer, never more
}

void tst_PlanKeeper::keepsNoPictureAndNoPath()
{
    keep({ at(0, 60, 60) });
    QCOMPARE(keptFiles().size(), 1);
    QFile file(keptFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.size() < 2000);
    QVERIFY(!bytes.contains(m_folder->path().toUtf8()));
    QVERIFY(!bytes.contains("投标文件"));
    QVERIFY(!keptFiles().front().contains(u"投标文件"_s));
#ifndef Q_OS_WIN
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
#endif
}

void tst_PlanKeeper::keepsOnePlanForEachDocument()
{
    keep({ at(0, 60, 60) });
    const QString other = m_folder->filePath(u"other.pdf"_s);
    QVERIFY(QFile::copy(m_document, other));
    const auto second = testing::openSession(other);
    const auto keeper = watch(*m_session);
    QTRY_VERIFY(keeper->hasOffer());
    keeper->watch(second.get());
    QVERIFY(!keeper->hasOffer());
    QSignalSpy kept(keeper.get(), &PlanKeeper::kept);
    second->placeSeal(*libraryOf(u"公章"_s), at(1, 60, 60));
    QVERIFY(kept.wait());
    QCOMPARE(keptFiles().size(), 2);
}

void tst_PlanKeeper::forgetsWhatIsSigned()
{
    keep({ at(0, 60, 60) });
    const auto keeper = watch(*m_session);
    QTRY_VERIFY(keeper->hasOffer());
    keeper->restore();
    keeper->forget();
    QTRY_VERIFY(keptFiles().isEmpty());
    keeper->watch(nullptr); // nor when the document is closed
    QTest::qWait(100);
    QVERIFY(keptFiles().isEmpty());
}

void tst_PlanKeeper::removesItsFileWithTheLastMark()
{
    const auto keeper = watch(*m_session);
    const auto mark = m_session->placeSeal(*libraryOf(u"公章"_s), at(0, 60, 60));
    QTRY_COMPARE(keptFiles().size(), 1);
    m_session->removeMark(*mark);
    QTRY_VERIFY(keptFiles().isEmpty());
}

void tst_PlanKeeper::discardsWhenAsked()
{
    keep({ at(0, 60, 60) });
    const auto keeper = watch(*m_session);
    QTRY_VERIFY(keeper->hasOffer());
    keeper->discard();
    QVERIFY(!keeper->hasOffer());
    QTRY_VERIFY(keptFiles().isEmpty());
}

void tst_PlanKeeper::keepsAnOfferThatNobodyAnswered()
{
    keep({ at(0, 60, 60), at(1, 60, 60) });
    {
        const auto keeper = watch(*m_session);
        QTRY_VERIFY(keeper->hasOffer());
        QSignalSpy kept(keeper.get(), &PlanKeeper::kept);
        const auto mark = m_session->placeSeal(*libraryOf(u"法人"_s), at(2, 60, 60, 20));
        QVERIFY(kept.wait());
        QCOMPARE(readKept(keptFile())->current.marks.size(), std::size_t(1));
        QCOMPARE(readKept(keptFile())->offered.marks.size(), std::size_t(2));
        m_session->removeMark(*mark);
        QVERIFY(kept.wait());
    }
    m_session = testing::openSession(m_document);
    const auto keeper = watch(*m_session);
    QTRY_VERIFY(keeper->hasOffer());
    keeper->restore();
    QCOMPARE(m_session->marks().count(), 2);
}

void tst_PlanKeeper::saysThatTheDocumentWasChanged()
{
    keep({ at(0, 60, 60) });
    m_session.reset();
    testing::writePages(m_document, { u"一"_s, u"二"_s, u"三，改"_s });
    m_session = testing::openSession(m_document);
    const auto keeper = watch(*m_session);
    QSignalSpy offered(keeper.get(), &PlanKeeper::restoreOffered);
    QVERIFY(offered.wait());
    const auto offer = offered.front().front().value<PlanKeeper::Offer>();
    QVERIFY(offer.documentChanged);
    QVERIFY(!PlanKeeper::explanation(offer).isEmpty());
}

void tst_PlanKeeper::leavesOutWhatHasNoPageAnyMore()
{
    keep({ at(0, 60, 60), at(2, 60, 60) });
    m_session.reset();
    testing::writePages(m_document, { u"一"_s });
    m_session = testing::openSession(m_document);
    const auto keeper = watch(*m_session);
    QTRY_VERIFY(keeper->hasOffer());
    QSignalSpy restored(keeper.get(), &PlanKeeper::restored);
    keeper->restore();
    QCOMPARE(restored.front().at(0).toInt(), 1);
    QCOMPARE(restored.front().at(1).toInt(), 1);
}

void tst_PlanKeeper::namesMissingSealsAndWaits()
{
    {
        const auto keeper = watch(*m_session);
        QSignalSpy kept(keeper.get(), &PlanKeeper::kept);
        m_session->placeSeal(*libraryOf(u"公章"_s), at(0, 60, 60));
        m_session->placeSeal(squareSeal(30, u"不在库中"_s), at(1, 60, 60, 30));
        QVERIFY(kept.wait());
    }
    m_session = testing::openSession(m_document);
    const auto keeper = watch(*m_session);
    QTRY_VERIFY(keeper->hasOffer());
    QSignalSpy missing(keeper.get(), &PlanKeeper::sealsMissing);
    keeper->restore();
    QCOMPARE(missing.count(), 1);
    QCOMPARE(missing.front().front().toStringList(), QStringList(u"不在库中"_s));
    QVERIFY(m_session->marks().isEmpty());
    QVERIFY(keeper->hasOffer());
    keeper->restore(PlanKeeper::MissingSeals::LeaveOut);
    QCOMPARE(m_session->marks().count(), 1);
}

void tst_PlanKeeper::setsADamagedFileAside_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("cut") << 0;
    QTest::newRow("one digit differs") << 1;
    QTest::newRow("empty") << 2;
    QTest::newRow("something else") << 3;
}

void tst_PlanKeeper::setsADamagedFileAside()
{
    QFETCH(int, kind);
    keep({ at(0, 60, 60) });
    const QString path = keptFile();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    file.close();
    if (kind == 0)
        bytes.chop(20);
    else if (kind == 1)
        bytes.replace("60", "61");
    else
        bytes = kind == 2 ? QByteArray() : QByteArray(5000, '\0');
    QVERIFY(testing::writeFile(path, bytes));
    {
        const auto keeper = watch(*m_session);
        QTRY_VERIFY(!QFile::exists(path));
        QVERIFY(QFile::exists(path + u".damaged"_s));
        QVERIFY(!keeper->hasOffer());
        // And goes on.
        m_session->placeSeal(*libraryOf(u"公章"_s), at(1, 60, 60));
        QTRY_VERIFY(QFile::exists(path));
    }
    QTRY_VERIFY(readKept(path));
}

void tst_PlanKeeper::readsNothingThatItDidNotWrite()
{
    keep({ at(0, 60, 60) });
    Kept kept = *readKept(keptFile());
    QVERIFY(parseKept(keptBytes(kept)));
    const auto refuses = [&kept](auto spoil) {
        Kept spoilt = kept;
        spoil(spoilt.current.marks.front());
        const auto read = parseKept(keptBytes(spoilt));
        return !read && read.error().code == ErrorCode::PlanInvalid;
    };
    QVERIFY(refuses([](KeptMark& mark) { mark.seal = 7; }));
    QVERIFY(refuses([](KeptMark& mark) { mark.entry = 3; }));
    QVERIFY(refuses([](KeptMark& mark) { mark.placement.page = -1; }));
}

void tst_PlanKeeper::saysOnceThatItCannotWrite()
{
    QVERIFY(testing::writeFile(m_kept, "a file where the folder should be"));
    const auto keeper = watch(*m_session);
    QSignalSpy failed(keeper.get(), &PlanKeeper::failed);
    m_session->placeSeal(*libraryOf(u"公章"_s), at(0, 60, 60));
    QVERIFY(failed.wait());
    m_session->placeSeal(*libraryOf(u"公章"_s), at(1, 60, 60));
    QTest::qWait(200);
    QCOMPARE(failed.count(), 1);
    QVERIFY(QFile::remove(m_kept));
    QSignalSpy kept(keeper.get(), &PlanKeeper::kept);
    m_session->placeSeal(*libraryOf(u"公章"_s), at(2, 60, 60));
    QVERIFY(kept.wait());
}

void tst_PlanKeeper::survivesAKilledProcess()
{
    constexpr int kRounds = 3;
    for (int round = 0; round < kRounds; ++round) {
        QDir(m_kept).removeRecursively();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), { kPlaceUntilKilled, m_document, m_kept });
        int placed = 0;
        while (placed < 60 + 37 * round) {
            QVERIFY(child.canReadLine() || child.waitForReadyRead(20000));
            while (child.canReadLine())
                placed = child.readLine().trimmed().toInt();
        }
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);

        m_session = testing::openSession(m_document);
        const auto keeper = watch(*m_session);
        QTRY_VERIFY(keeper->hasOffer());
        keeper->restore();
        const auto& marks = m_session->marks().marks();
        QVERIFY(!marks.empty());
        for (std::size_t i = 0; i < marks.size(); ++i)
            QVERIFY(marks[i].placed.placement == nthPlace(static_cast<int>(i)));
        qInfo() << "killed after" << placed << "marks," << marks.size() << "came back";
    }
}

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == kPlaceUntilKilled)
        return placeUntilKilled(arguments.value(2), arguments.value(3));
    tst_PlanKeeper test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_PlanKeeper.moc"
