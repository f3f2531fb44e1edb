#include "tests/support/ForeignTools.h"
#include "tests/support/SamplePdfs.h"
#include "tests/ui/document/DocumentFixture.h"
#include "ui/document/DocumentSearch.h"
#include "ui/document/PageSource.h"

#include <QSignalSpy>
#include <QTest>

using namespace bidseal;
using namespace bidseal::document;
using namespace Qt::StringLiterals;

class tst_DocumentSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();

    void findsChineseWhateverWayItIsWritten_data();
    void findsChineseWhateverWayItIsWritten();
    void goesRoundAndCounts();
    void startsFromThePageInSight();
    void showsResultsWhileItSweeps();
    void canBeCancelled();
    void highlightsWhatItFound_data();
    void highlightsWhatItFound();

private:
    bool find(DocumentSearch& search, const QString& text, int fromPage = 0);

    QTemporaryDir m_folder;
    std::unique_ptr<DocumentSession> m_session;
};

bool tst_DocumentSearch::find(DocumentSearch& search, const QString& text, int fromPage)
{
    QSignalSpy finished(&search, &DocumentSearch::finished);
    search.find(text, fromPage);
    return finished.wait(20000);
}

void tst_DocumentSearch::initTestCase()
{
    const QString path = m_folder.filePath(u"chinese.pdf"_s);
    testing::writePages(path,
        { u"投标函 第一页"_s, u"法定代表人授权委托书"_s, u"法定代表\u2F08签字，法定代表人盖章"_s,
            u"Sample BidSeal PAGE"_s, u"法 定 代 表 人"_s });
    m_session = testing::openSession(path);
    QVERIFY(m_session);
}

void tst_DocumentSearch::findsChineseWhateverWayItIsWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("plain") << u"法定代表人"_s << 4;
    QTest::newRow("typed with a radical") << u"法定代表\u2F08"_s << 4;
    QTest::newRow("typed with blanks") << u" 法定 代表人 "_s << 4;
    QTest::newRow("capitals") << u"bidseal page"_s << 1;
    QTest::newRow("page") << u"第一页"_s << 1;
    QTest::newRow("missing") << u"合同"_s << 0;
}

void tst_DocumentSearch::findsChineseWhateverWayItIsWritten()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    DocumentSearch search;
    search.setSession(m_session.get());
    QVERIFY(find(search, text));
    QCOMPARE(search.count(), count);
    QCOMPARE(search.sweptPages(), 5);
}

void tst_DocumentSearch::goesRoundAndCounts()
{
    DocumentSearch search;
    search.setSession(m_session.get());
    QVERIFY(find(search, u"法定代表人"_s));
    QList<int> pages, numbers;
    for (int step = 0; step < 5; ++step) {
        pages += search.current()->page;
        numbers += search.currentNumber();
        search.next();
    }
    QCOMPARE(pages, QList<int>({ 1, 2, 2, 4, 1 }));
    QCOMPARE(numbers, QList<int>({ 1, 2, 3, 4, 1 }));
    search.previous();
    search.previous();
    QCOMPARE(search.currentNumber(), 4);
    search.clear();
    QCOMPARE(search.count(), 0);
    QVERIFY(!search.current());
}

void tst_DocumentSearch::startsFromThePageInSight()
{
    DocumentSearch search;
    search.setSession(m_session.get());
    QVERIFY(find(search, u"法定代表人"_s, 3));
    QCOMPARE(search.current()->page, 4);
    QCOMPARE(search.currentNumber(), 4);
    QVERIFY(find(search, u"投标函"_s, 3)); // around the end
    QCOMPARE(search.current()->page, 0);
}

void tst_DocumentSearch::showsResultsWhileItSweeps()
{
    const QString path = m_folder.filePath(u"long.pdf"_s);
    testing::writeManyPages(path, 1000);
    const auto session = testing::openSession(path);
    QVERIFY(session);
    DocumentSearch search;
    search.setSession(session.get());
    QSignalSpy finished(&search, &DocumentSearch::finished);
    int countsOnTheWay = 0;
    connect(&search, &DocumentSearch::resultsChanged, this, [&] { countsOnTheWay += search.isRunning() ? 1 : 0; });
    search.find(u"sample page"_s, 0);
    QVERIFY(finished.wait(20000));
    QCOMPARE(search.count(), 1000);
    QVERIFY(countsOnTheWay >= 1);
    QCOMPARE(search.currentNumber(), 1);
}

void tst_DocumentSearch::canBeCancelled()
{
    const auto session = testing::openSession(m_folder.filePath(u"long.pdf"_s));
    QVERIFY(session);
    DocumentSearch search;
    search.setSession(session.get());
    search.find(u"sample page"_s, 0);
    QTRY_VERIFY(search.count() > 0);
    search.cancel();
    QVERIFY(!search.isRunning());
    const int count = search.count();
    QVERIFY(count < 1000);
    QTest::qWait(100);
    QCOMPARE(search.count(), count);
}

void tst_DocumentSearch::highlightsWhatItFound_data()
{
    QTest::addColumn<QByteArray>("document");
    for (const int rotation : { 0, 90, 180, 270 })
        QTest::addRow("rotated by %d", rotation) << testing::samples::onePage(testing::samples::rotatedBy(rotation));
    for (const int rotation : { 0, 90 })
        QTest::addRow("cropped, rotated by %d", rotation)
            << testing::samples::onePage(testing::samples::croppedTo(QRectF(50, 100, 400, 600), rotation));
    QTest::newRow("user unit") << testing::samples::onePage(testing::samples::withUserUnit(2));
}

void tst_DocumentSearch::highlightsWhatItFound()
{
    QFETCH(QByteArray, document);
    const QString path = m_folder.filePath(u"shape.pdf"_s);
    QVERIFY(testing::writeFile(path, document));
    const auto session = testing::openSession(path);
    QVERIFY(session);
    DocumentSearch search;
    search.setSession(session.get());
    QVERIFY(find(search, u"sample page"_s));
    QCOMPARE(search.count(), 1);
    QTRY_VERIFY(!search.highlights(0).empty());
    QRectF found;
    for (const QRectF& rect : search.highlights(0))
        found |= rect;

    // Where the ink of the words is, on a picture with 4 pixels a millimetre.
    constexpr double kPixelsPerMm = 4;
    PageSource source(path, nullptr);
    const QSizeF sizeMm = session->page(0).visibleSizeMm();
    const QImage picture = source.render(0, (sizeMm * kPixelsPerMm).toSize());
    const int frame = qRound(5 * kPixelsPerMm * session->page(0).userUnit); // the sample's frame lies within 4 mm
    const QRect frameLess = picture.rect().adjusted(frame, frame, -frame, -frame);
    QRect ink;
    for (int y = frameLess.top(); y <= frameLess.bottom(); ++y) {
        for (int x = frameLess.left(); x <= frameLess.right(); ++x) {
            if (qGray(picture.pixel(x, y)) < 200)
                ink |= QRect(x, y, 1, 1);
        }
    }
    QVERIFY(!ink.isEmpty());
    const QRectF inkMm(QPointF(ink.topLeft()) / kPixelsPerMm, QSizeF(ink.size()) / kPixelsPerMm);
    // The words begin where the ink begins and do not leave it; a number follows them.
    QVERIFY2(inkMm.adjusted(-4, -4, 4, 4).contains(found),
        qPrintable(u"ink %1,%2 %3x%4, found %5,%6 %7x%8"_s.arg(inkMm.x())
                       .arg(inkMm.y())
                       .arg(inkMm.width())
                       .arg(inkMm.height())
                       .arg(found.x())
                       .arg(found.y())
                       .arg(found.width())
                       .arg(found.height())));
    QVERIFY(found.width() * found.height() > inkMm.width() * inkMm.height() * 0.4);
}

QTEST_MAIN(tst_DocumentSearch)
#include "tst_DocumentSearch.moc"
