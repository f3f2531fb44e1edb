#include "core/base/Units.h"
#include "core/pdf/Geometry.h"

#include <QTest>

using namespace bidseal;
using namespace bidseal::pdf;

namespace {

PageGeometry page(const QRectF& visibleBox, int rotation, double userUnit = 1)
{
    PageGeometry geometry;
    geometry.visibleBox = visibleBox;
    geometry.rotation = rotation;
    geometry.userUnit = userUnit;
    return geometry;
}

bool near(const QPointF& a, const QPointF& b) { return (a - b).manhattanLength() < 1e-6; }

} // namespace

class tst_Geometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsMillimetresFromTheVisibleTopLeft_data();
    void countsMillimetresFromTheVisibleTopLeft();
    void swapsSidesOfTurnedPages();
    void growsWithUserUnit();
    void boundsATurnedMark();
    void tellsMarksOnThePageFromMarksOverItsEdge();
};

void tst_Geometry::countsMillimetresFromTheVisibleTopLeft_data()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<QPointF>("corner"); // in user space, of a page whose visible box is 100…500 × 200…800
    QTest::addColumn<QPointF>("right"); // user space direction of one step to the right as seen
    QTest::newRow("upright") << 0 << QPointF(100, 800) << QPointF(1, 0);
    QTest::newRow("90") << 90 << QPointF(100, 200) << QPointF(0, 1);
    QTest::newRow("180") << 180 << QPointF(500, 200) << QPointF(-1, 0);
    QTest::newRow("270") << 270 << QPointF(500, 800) << QPointF(0, -1);
}

void tst_Geometry::countsMillimetresFromTheVisibleTopLeft()
{
    QFETCH(int, rotation);
    QFETCH(QPointF, corner);
    QFETCH(QPointF, right);
    const PageGeometry geometry = page({ 100, 200, 400, 600 }, rotation);
    const QTransform transform = geometry.userSpaceFromMm();
    QVERIFY(near(transform.map(QPointF(0, 0)), corner));
    QVERIFY(near(transform.map(QPointF(10, 0)), corner + right * pointsFromMillimetres(10)));
    const QSizeF size = geometry.visibleSizeMm();
    const QRectF whole = transform.mapRect(QRectF(QPointF(0, 0), size));
    QVERIFY(near(whole.topLeft(), { 100, 200 }) && near(whole.bottomRight(), { 500, 800 }));
}

void tst_Geometry::swapsSidesOfTurnedPages()
{
    QCOMPARE(page({ 0, 0, 595, 842 }, 0).visibleSizePoints(), QSizeF(595, 842));
    QCOMPARE(page({ 0, 0, 595, 842 }, 90).visibleSizePoints(), QSizeF(842, 595));
    QCOMPARE(page({ 0, 0, 595, 842 }, 180).visibleSizePoints(), QSizeF(595, 842));
    QCOMPARE(page({ 0, 0, 595, 842 }, 270).visibleSizePoints(), QSizeF(842, 595));
}

void tst_Geometry::growsWithUserUnit()
{
    const PageGeometry geometry = page({ 0, 0, 720, 720 }, 0, 2.5);
    QCOMPARE(geometry.visibleSizeMm(), QSizeF(635, 635));
    QVERIFY(near(geometry.userSpaceFromMm().map(QPointF(635, 635)), { 720, 0 }));
}

void tst_Geometry::boundsATurnedMark()
{
    const Placement mark { 0, { 50, 60 }, { 40, 20 }, 90 };
    QVERIFY(near(mark.boundsMm().topLeft(), { 40, 40 }) && near(mark.boundsMm().bottomRight(), { 60, 80 }));
    const Placement askew { 0, { 50, 60 }, { 40, 40 }, 45 };
    QVERIFY(qAbs(askew.boundsMm().width() - 40 * std::sqrt(2.0)) < 1e-6);
}

void tst_Geometry::tellsMarksOnThePageFromMarksOverItsEdge()
{
    const PageGeometry a4 = page({ 0, 0, pointsFromMillimetres(210), pointsFromMillimetres(297) }, 0);
    QVERIFY(liesOnPage({ 0, { 21, 21 }, { 42, 42 }, 0 }, a4));
    QVERIFY(liesOnPage({ 0, { 189.05, 276 }, { 42, 42 }, 0 }, a4)); // within the tolerance
    QVERIFY(!liesOnPage({ 0, { 20, 21 }, { 42, 42 }, 0 }, a4));
    QVERIFY(!liesOnPage({ 0, { 21, 21 }, { 42, 42 }, 45 }, a4));
}

QTEST_GUILESS_MAIN(tst_Geometry)
#include "tst_Geometry.moc"
