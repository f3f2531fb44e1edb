#include "core/plan/PlanFile.h"
#include "tests/support/AccessibilityWalk.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/SignedSample.h"
#include "tests/ui/plan/PlanFixture.h"
#include "ui/plan/PlacesInWords.h"
#include "ui/plan/PlanList.h"
#include "ui/plan/RecentPlans.h"
#include "ui/style/Notice.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace bidseal;
using namespace bidseal::plan;
using namespace Qt::StringLiterals;
using document::MarkId;
using testing::at;
using testing::squareSeal;

/// The list over a real session.
class tst_PlanList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void invitesWhereNothingStands();
    void keepsMarksOfOneLineTogether();
    void saysWhereMarksStand();
    void namesPagesInWords_data();
    void namesPagesInWords();
    void saysWhichMarksCarryTheSignature();
    void letsALaterSignersMarksAllCarryTheirs();
    void takesAnotherRuleForThat();
    void knowsWhatASignedFileTakes();
    void goesThereByEnterAndByClick();
    void goesThroughThePlacesOfALine();
    void followsWhatIsSelectedOnThePage();
    void takesALineAwayInOneStep();
    void takesSeveralLinesAwayInOneStep();
    void opensItsMenuByTheKeyboard();
    void warnsWhereSealsCoverEachOther();
    void savesAPlanAndUsesIt();
    void saysWhyAPlanCannotBeUsed();
    void touchesOnlyTheRowsThatDiffer();
    void keepsUpWithThreeThousandMarks();
    void everyControlHasAName();
    void looksAsItShould();

private:
    template <class Part> Part* part(const char* name) const
    {
        return m_list->findChild<Part*>(QString::fromLatin1(name));
    }
    QListView* rows() const { return part<QListView>("planRows"); }
    const PlanRow& row(int index) const { return m_list->model().row(index); }
    void update() { m_list->model().update(); }

    QTemporaryDir m_folder;
    QString m_document;
    std::unique_ptr<document::DocumentSession> m_session;
    std::unique_ptr<PlanList> m_list;
};

void tst_PlanList::initTestCase()
{
    testing::startAsAnotherUser(m_folder.path());
    m_document = m_folder.filePath(u"sample.pdf"_s);
    testing::writeManyPages(m_document, 24);
}

void tst_PlanList::init()
{
    QSettings().clear();
    m_session = testing::openSession(m_document);
    QVERIFY(m_session);
    m_list = std::make_unique<PlanList>();
    m_list->resize(300, 640);
    m_list->setSession(m_session.get());
    m_list->show();
    m_list->activateWindow();
}

void tst_PlanList::cleanup()
{
    m_list.reset();
    m_session.reset();
}

void tst_PlanList::invitesWhereNothingStands()
{
    QVERIFY(part<QLabel>("planInvitation")->isVisible());
    QVERIFY(part<QLabel>("planInvitation")->text().contains(u"Drag"_s));
    QVERIFY(part<QPushButton>("planUseFirst")->isVisible());
    QVERIFY(!rows()->isVisible());
    m_session->placeSeal(squareSeal(40), at(0, 60, 60));
    QTRY_VERIFY(rows()->isVisible());
    m_list->setSession(nullptr);
    QVERIFY(part<QLabel>("planInvitation")->isVisible());
    QVERIFY(!part<QPushButton>("planUseFirst")->isVisible());
}

void tst_PlanList::keepsMarksOfOneLineTogether()
{
    testing::placeByRule(*m_session, squareSeal(42), AlongSeam {});
    m_session->placeSeal(squareSeal(40), at(0, 60, 60));
    m_session->placeSeal(squareSeal(40), at(1, 60, 60));
    update();
    QCOMPARE(m_list->model().rowCount(), 3);
    QCOMPARE(row(0).marks.size(), std::size_t(24));
    QCOMPARE(row(1).marks.size(), std::size_t(1));
    QCOMPARE(part<QLabel>("planSummary")->text(), u"26 mark(s) on 24 page(s)"_s);

    // One that is moved stands for itself from then on.
    const auto first = *m_session->marks().find(row(0).marks.front());
    pdf::Placement moved = first.placed.placement;
    moved.centreMm += QPointF(-50, 10);
    m_session->changeMark(first.id, moved);
    update();
    QCOMPARE(m_list->model().rowCount(), 4);
    QVERIFY2(row(0).where.startsWith(u"Strip on page 1, "_s), qPrintable(row(0).where));
}

void tst_PlanList::saysWhereMarksStand()
{
    m_session->placeSeal(squareSeal(40), at(2, 120, 230));
    testing::placeByRule(*m_session, squareSeal(42), AlongSeam {});
    testing::placeByRule(
        *m_session, squareSeal(20), OnPages { *PageSet::parse(u"2-4"_s), QPointF(30, 40), Corner::BottomRight });
    AtKeyword rule;
    rule.text = u"法定代表人（签字或盖章）|签章"_s;
    const Entry keyword { { {}, u"样章"_s, seal::Kind::Company, {}, {} }, rule };
    std::vector<seal::PlacedSeal> hits;
    for (const int page : { 2, 2, 4, 11 })
        hits.push_back({ squareSeal(42), at(page, 100, 30 + 50.0 * static_cast<double>(hits.size())) });
    m_session->placeByRule(keyword, hits);
    update();
    QCOMPARE(row(0).where, u"Page 3, 120 mm from left, 230 mm from top"_s);
    QVERIFY2(row(1).where.startsWith(u"Pages 1–24, right edge, "_s), qPrintable(row(1).where));
    QCOMPARE(row(2).where, u"Pages 2–4, 30 mm from right, 40 mm from bottom"_s);
    QCOMPARE(row(3).where, u"At “法定代表人（签字或盖章） …”, 4 place(s) on pages 3, 5, 12"_s);
}

void tst_PlanList::namesPagesInWords_data()
{
    QTest::addColumn<std::vector<int>>("pages");
    QTest::addColumn<QString>("words");
    QTest::newRow("one") << std::vector<int> { 2 } << u"page 3"_s;
    QTest::newRow("twice the same") << std::vector<int> { 2, 2 } << u"page 3"_s;
    QTest::newRow("two") << std::vector<int> { 1, 0 } << u"pages 1, 2"_s;
    QTest::newRow("a run") << std::vector<int> { 0, 1, 2 } << u"pages 1–3"_s;
    QTest::newRow("several") << std::vector<int> { 0, 4, 5, 6, 9 } << u"pages 1, 5–7, 10"_s;
    QTest::newRow("many") << std::vector<int> { 0, 2, 4, 6, 8, 10, 12 } << u"pages 1, 3, 5, 7, 9 and 2 more"_s;
}

void tst_PlanList::namesPagesInWords()
{
    QFETCH(std::vector<int>, pages);
    QFETCH(QString, words);
    QCOMPARE(pagesInWords(pages), words);
}

void tst_PlanList::saysWhichMarksCarryTheSignature()
{
    m_session->placeSeal(squareSeal(40), at(0, 60, 60));
    const auto onPages = [](const QString& pages) { return OnPages { *PageSet::parse(pages), QPointF(150, 150) }; };
    testing::placeByRule(*m_session, squareSeal(40), onPages(u"2-4"_s));
    update();
    QCOMPARE(row(0).part, u"Carries the signature"_s);
    QCOMPARE(row(1).part, u"All 3 carry the signature"_s);

    testing::placeByRule(*m_session, squareSeal(40), onPages(u"5-20"_s));
    update();
    QCOMPARE(row(0).part, u"Carries the signature"_s);
    QCOMPARE(row(1).part, u"3 picture(s), covered by the signature"_s);

    m_session->removeMark(row(0).marks.front());
    update();
    QCOMPARE(row(0).part, u"1 carries the signature, 2 picture(s) are covered by it"_s);
    QCOMPARE(row(1).part, u"16 picture(s), covered by the signature"_s);
}

void tst_PlanList::letsALaterSignersMarksAllCarryTheirs()
{
    const OnPages everywhere { {}, QPointF(60, 60) };
    testing::placeByRule(*m_session, squareSeal(40), everywhere);
    testing::placeByRule(*m_session, squareSeal(20, u"法人"_s, seal::Kind::LegalRepresentative), everywhere);
    m_list->model().setSignerSource([](const seal::Seal& seal) {
        return seal.kind == seal::Kind::Company ? u"示例建设工程有限公司 · UKey"_s : u"张三 · UKey"_s;
    });
    update();
    QCOMPARE(row(0).signer, u"示例建设工程有限公司 · UKey"_s);
    QCOMPARE(row(0).part, u"1 carries the signature, 23 picture(s) are covered by it"_s);
    QCOMPARE(row(1).signer, u"张三 · UKey"_s);
    QCOMPARE(row(1).part, u"All 24 carry the signature"_s);
}

void tst_PlanList::takesAnotherRuleForThat()
{
    testing::placeByRule(*m_session, squareSeal(40), OnPages { {}, QPointF(60, 60) });
    m_list->model().setShareRule([](int marks, EarlierSignature) { return SignatureShare { marks, 0, marks > 20 }; });
    update();
    QCOMPARE(row(0).part, u"All 24 carry the signature"_s);
    QVERIFY(m_list->model().hasTooMany());
    QVERIFY(part<QLabel>("planSummary")->text().contains(u"more than"_s));
}

void tst_PlanList::knowsWhatASignedFileTakes()
{
    using Pictures = pdf::MarkAllowance::Pictures;
    const auto first = shareRuleOf({ 50000, Pictures::Allowed, {} });
    QCOMPARE(first(16, EarlierSignature::None), (SignatureShare { 16, 0, false }));
    QCOMPARE(first(17, EarlierSignature::None), (SignatureShare { 1, 16, false }));
    QCOMPARE(first(17, EarlierSignature::There), (SignatureShare { 17, 0, false })); // the next signer
    const auto later = shareRuleOf({ 200, Pictures::WouldBreakEarlierSignature, {} });
    QCOMPARE(later(200, EarlierSignature::None), (SignatureShare { 200, 0, false }));
    QCOMPARE(later(201, EarlierSignature::None), (SignatureShare { 201, 0, true }));
    const auto fieldOnly = shareRuleOf({ 1, Pictures::Allowed, {} });
    QVERIFY(fieldOnly(2, EarlierSignature::None).tooMany);

    // Found out from the file, whatever its fields look like.
    const QString signedFile = m_folder.filePath(u"signed.pdf"_s);
    testing::SignedSample sample;
    sample.sign(testing::SampleSigner(), "Signature1");
    QVERIFY(testing::writeFile(signedFile, sample.bytes()));
    m_session = testing::openSession(signedFile);
    m_list->setSession(m_session.get());
    for (int i = 0; i < 17; ++i)
        m_session->placeSeal(squareSeal(20), at(0, 30 + 5.0 * i, 200, 5));
    QTRY_COMPARE(m_list->model().rowCount(), 17);
    QTRY_COMPARE(row(16).part, u"Carries the signature"_s);
}

void tst_PlanList::goesThereByEnterAndByClick()
{
    const auto first = m_session->placeSeal(squareSeal(40), at(0, 60, 60));
    const auto second = m_session->placeSeal(squareSeal(40), at(5, 60, 60));
    update();
    QSignalSpy activated(m_list.get(), &PlanList::markActivated);
    rows()->setCurrentIndex(m_list->model().index(1));
    QTest::keyClick(rows(), Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.takeFirst().front().value<MarkId>(), *second);
    QVERIFY(m_session->marks().selected() == second);
    QTest::mouseClick(rows()->viewport(), Qt::LeftButton, {}, rows()->visualRect(m_list->model().index(0)).center());
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.takeFirst().front().value<MarkId>(), *first);
}

void tst_PlanList::goesThroughThePlacesOfALine()
{
    testing::placeByRule(*m_session, squareSeal(40), OnPages { *PageSet::parse(u"2-4"_s), QPointF(60, 60) });
    update();
    const std::vector<MarkId> marks = row(0).marks;
    QSignalSpy activated(m_list.get(), &PlanList::markActivated);
    rows()->setCurrentIndex(m_list->model().index(0));
    for (const std::size_t expected : { 0, 1, 2, 0 }) {
        QTest::keyClick(rows(), Qt::Key_Right);
        QCOMPARE(activated.last().front().value<MarkId>(), marks[expected]);
    }
    QTest::keyClick(rows(), Qt::Key_Left);
    QCOMPARE(activated.last().front().value<MarkId>(), marks[2]);
    QCOMPARE(part<QLabel>("planPosition")->text(), u"3 of 3"_s);
    part<QToolButton>("planPrevious")->click();
    QCOMPARE(activated.last().front().value<MarkId>(), marks[1]);
    // Enter stays where one is.
    QTest::keyClick(rows(), Qt::Key_Return);
    QCOMPARE(activated.last().front().value<MarkId>(), marks[1]);
}

void tst_PlanList::followsWhatIsSelectedOnThePage()
{
    testing::placeByRule(*m_session, squareSeal(40), OnPages { *PageSet::parse(u"2-4"_s), QPointF(60, 60) });
    const auto single = m_session->placeSeal(squareSeal(40), at(7, 60, 60));
    update();
    m_session->marks().select(single);
    QCOMPARE(rows()->currentIndex().row(), 1);
    QVERIFY(!part<QToolButton>("planNext")->isEnabled());
    m_session->marks().select(row(0).marks[1]);
    QCOMPARE(rows()->currentIndex().row(), 0);
    QCOMPARE(part<QLabel>("planPosition")->text(), u"2 of 3"_s);
    QVERIFY(part<QToolButton>("planNext")->isEnabled());
}

void tst_PlanList::takesALineAwayInOneStep()
{
    testing::placeByRule(*m_session, squareSeal(42), AlongSeam {});
    m_session->placeSeal(squareSeal(40), at(5, 60, 60));
    update();
    rows()->setCurrentIndex(m_list->model().index(0));
    QTest::keyClick(rows(), Qt::Key_Delete);
    QCOMPARE(m_session->marks().count(), 1);
    QTRY_COMPARE(m_list->model().rowCount(), 1);
    m_session->undoStack().undo();
    QCOMPARE(m_session->marks().count(), 25);
    QTRY_COMPARE(m_list->model().rowCount(), 2);
    QCOMPARE(row(0).marks.size(), std::size_t(24));
}

void tst_PlanList::takesSeveralLinesAwayInOneStep()
{
    for (const int page : { 0, 1, 2 })
        m_session->placeSeal(squareSeal(40), at(page, 60, 60));
    update();
    rows()->setFocus();
    rows()->selectAll();
    QTest::keyClick(rows(), Qt::Key_Delete);
    QVERIFY(m_session->marks().isEmpty());
    QTRY_VERIFY(part<QPushButton>("planUseFirst")->hasFocus()); // what had the focus is gone
    m_session->undoStack().undo();
    QCOMPARE(m_session->marks().count(), 3);
}

void tst_PlanList::opensItsMenuByTheKeyboard()
{
    testing::placeByRule(*m_session, squareSeal(40), OnPages { *PageSet::parse(u"2-4"_s), QPointF(60, 60) });
    update();
    rows()->setCurrentIndex(m_list->model().index(0));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(1, 1), QPoint());
    QCoreApplication::sendEvent(rows()->viewport(), &event);
    auto* const menu = m_list->findChild<QMenu*>(u"planRowMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QSignalSpy activated(m_list.get(), &PlanList::markActivated);
    menu->actions().at(0)->trigger();
    QCOMPARE(activated.count(), 1);
    menu->actions().constLast()->trigger();
    QVERIFY(m_session->marks().isEmpty());
    menu->close();
}

void tst_PlanList::warnsWhereSealsCoverEachOther()
{
    m_session->placeSeal(squareSeal(40), at(0, 60, 60));
    m_session->placeSeal(squareSeal(40), at(0, 75, 60));
    m_session->placeSeal(squareSeal(40), at(0, 60, 200));
    update();
    QCOMPARE(row(0).cautions, QStringList(u"Covers another seal on page 1"_s));
    QCOMPARE(row(1).cautions, QStringList(u"Covers another seal on page 1"_s));
    QVERIFY(row(2).cautions.isEmpty());
    const QString spoken = m_list->model().index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(u"Covers another seal"_s));
}

void tst_PlanList::savesAPlanAndUsesIt()
{
    testing::placeByRule(*m_session, squareSeal(42), AlongSeam {});
    const QString path = m_folder.filePath(u"标准投标.bidplan.json"_s);
    QSignalSpy saved(m_list.get(), &PlanList::planSaved);
    m_list->savePlan(path);
    QVERIFY(saved.wait());
    QCOMPARE(readPlan(path)->title, u"标准投标"_s);
    QCOMPARE(RecentPlans::paths(), QStringList(path));

    // Offered where nothing stands.
    m_session->removeMarks(row(0).marks);
    QTRY_VERIFY(part<QPushButton>("planRecent"));
    QCOMPARE(part<QPushButton>("planRecent")->text(), u"标准投标"_s);
    QSignalSpy requested(m_list.get(), &PlanList::applyRequested);
    part<QPushButton>("planRecent")->click();
    QVERIFY(requested.wait());
    QVERIFY(requested.front().front().value<Plan>() == *readPlan(path));
}

void tst_PlanList::saysWhyAPlanCannotBeUsed()
{
    const QString path = m_folder.filePath(u"broken.bidplan.json"_s);
    QVERIFY(testing::writeFile(path, "{ \"version\": 1, \"titel\": 3 }"));
    RecentPlans::add(path);
    QSignalSpy requested(m_list.get(), &PlanList::applyRequested);
    m_list->usePlan(path);
    auto* const notice = part<style::Notice>("planNotice");
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->text().smallPrint.contains(errorCodeName(ErrorCode::PlanInvalid)));
    QCOMPARE(requested.count(), 0);
    QVERIFY(RecentPlans::paths().isEmpty());
    part<QPushButton>("planNoticeClose")->click();
    QTRY_VERIFY(!notice->isVisible());
}

void tst_PlanList::touchesOnlyTheRowsThatDiffer()
{
    std::vector<MarkId> marks;
    for (const int page : { 0, 1, 2, 3 })
        marks.push_back(*m_session->placeSeal(squareSeal(40), at(page, 60, 60)));
    update();
    QSignalSpy changed(&m_list->model(), &QAbstractItemModel::dataChanged);
    QSignalSpy removed(&m_list->model(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&m_list->model(), &QAbstractItemModel::modelReset);
    m_session->changeMark(marks[1], at(1, 80, 60));
    update();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.front().front().toModelIndex().row(), 1);
    m_session->removeMark(marks[2]);
    update();
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.front().at(1).toInt(), 2);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(reset.count(), 0);
}

void tst_PlanList::keepsUpWithThreeThousandMarks()
{
    std::vector<seal::PlacedSeal> marks;
    for (int i = 0; i < 3000; ++i)
        marks.push_back({ squareSeal(20), at(i % 24, 20 + 20.0 * (i / 24 % 9), 20 + 20.0 * (i / 24 / 9), 19) });
    for (const seal::PlacedSeal& mark : marks)
        m_session->marks().insert({ { m_session->marks().newId(), mark } });
    QElapsedTimer timer;
    timer.start();
    update();
    const qint64 first = timer.restart();
    rows()->viewport()->repaint();
    const qint64 painted = timer.restart();
    m_session->changeMark(row(1500).marks.front(), at(7, 100, 100, 19));
    update();
    rows()->viewport()->repaint();
    qInfo() << "3 000 rows: made in" << first << "ms, painted in" << painted << "ms, after one change in"
            << timer.elapsed() << "ms";
    QCOMPARE(m_list->model().rowCount(), 3000);
    QCOMPARE(m_list->model().rowOf(row(2999).marks.front()), 2999);
}

void tst_PlanList::everyControlHasAName()
{
    m_session->placeSeal(squareSeal(40), at(0, 60, 60));
    RecentPlans::add(m_folder.filePath(u"a.bidplan.json"_s));
    update();
    QCOMPARE(testing::unnamedControls(*m_list), QStringList());
    m_session->removeMarks(row(0).marks);
    update();
    QCOMPARE(testing::unnamedControls(*m_list), QStringList());
}

void tst_PlanList::looksAsItShould()
{
    testing::keepPicture(*m_list, u"plan-empty"_s);
    testing::placeByRule(*m_session, squareSeal(42, u"公章"_s), AlongSeam {});
    m_session->placeSeal(squareSeal(40, u"公章"_s), at(0, 60, 60));
    m_session->placeSeal(
        squareSeal(20, u"法定代表人章"_s, seal::Kind::LegalRepresentative, QColor(180, 0, 40)), at(0, 75, 60, 20));
    update();
    rows()->setCurrentIndex(m_list->model().index(0));
    rows()->setFocus();
    QTest::keyClick(rows(), Qt::Key_Right);
    testing::keepPicture(*m_list, u"plan-list"_s);
    QVERIFY(rows()->visualRect(m_list->model().index(2)).bottom() < rows()->viewport()->height());
}

QTEST_MAIN(tst_PlanList)
#include "tst_PlanList.moc"
