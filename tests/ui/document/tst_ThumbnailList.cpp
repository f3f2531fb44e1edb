#include "tests/ui/document/DocumentFixture.h"
#include "ui/document/PageImages.h"
#include "ui/document/ThumbnailList.h"

#include <QSignalSpy>
#include <QTest>

using namespace bidseal;
using namespace bidseal::document;
using namespace Qt::StringLiterals;

class tst_ThumbnailList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void drawsOnlyWhatIsInSight();
    void showsWhereMarksStand();
    void tellsWhichPageWasChosenByAPerson();
    void showsTheCurrentPageOfADocumentThatComesLater();
    void namesEachPage();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<DocumentSession> m_session;
};

void tst_ThumbnailList::initTestCase() { testing::writeManyPages(m_folder.filePath(u"long.pdf"_s), 300); }

void tst_ThumbnailList::init()
{
    m_session = testing::openSession(m_folder.filePath(u"long.pdf"_s));
    QVERIFY(m_session);
}

void tst_ThumbnailList::drawsOnlyWhatIsInSight()
{
    ThumbnailList list;
    list.setSession(m_session.get());
    list.resize(160, 500);
    list.show();
    QTRY_VERIFY(!m_session->images()->thumbnail(2).isNull());
    list.scrollTo(list.model()->index(250, 0), QAbstractItemView::PositionAtTop);
    QTRY_VERIFY(!m_session->images()->thumbnail(250).isNull());
    QVERIFY(m_session->images()->thumbnail(100).isNull());
    const QSize size = m_session->images()->thumbnail(250).size();
    QCOMPARE(std::max(size.width(), size.height()), int(PageImages::kThumbnailSide));
}

void tst_ThumbnailList::showsWhereMarksStand()
{
    ThumbnailList list;
    list.setSession(m_session.get());
    list.resize(160, 500);
    list.show();
    QTRY_VERIFY(!m_session->images()->thumbnail(1).isNull());
    QVERIFY(testing::findColour(list.viewport()->grab().toImage(), QColor(198, 40, 40)).isEmpty());
    // The second page's lower right quarter.
    m_session->placeSeal(testing::squareSeal(40), { 1, QPointF(160, 240), QSizeF(40, 40), 0 });
    const QRect marker = testing::findColour(list.viewport()->grab().toImage(), QColor(198, 40, 40));
    const QRect row = list.visualRect(list.model()->index(1, 0));
    QVERIFY(!marker.isEmpty());
    QVERIFY(row.contains(marker));
    QVERIFY(marker.center().x() > row.center().x());
    QVERIFY(marker.center().y() > row.center().y());
    m_session->undoStack().undo();
    QVERIFY(testing::findColour(list.viewport()->grab().toImage(), QColor(198, 40, 40)).isEmpty());
}

void tst_ThumbnailList::tellsWhichPageWasChosenByAPerson()
{
    ThumbnailList list;
    list.setSession(m_session.get());
    list.resize(160, 500);
    list.show();
    QSignalSpy activated(&list, &ThumbnailList::pageActivated);
    list.setCurrentPage(5);
    QCOMPARE(activated.count(), 0);
    QTest::keyClick(&list, Qt::Key_Down);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.front().front().toInt(), 6);
    const QRect row = list.visualRect(list.model()->index(4, 0));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(activated.back().front().toInt(), 4);
}

void tst_ThumbnailList::showsTheCurrentPageOfADocumentThatComesLater()
{
    ThumbnailList list;
    list.setCurrentPage(4); // the view may know its page first
    list.setSession(m_session.get());
    QCOMPARE(list.currentIndex().row(), 4);
}

void tst_ThumbnailList::namesEachPage()
{
    ThumbnailList list;
    list.setSession(m_session.get());
    m_session->placeInMiddle(testing::squareSeal(20), 2);
    const auto name = [&](int row) { return list.model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); };
    QCOMPARE(name(1), u"page 2"_s);
    QCOMPARE(name(2), u"page 3, seals: 1"_s);
}

QTEST_MAIN(tst_ThumbnailList)
#include "tst_ThumbnailList.moc"
