#include "ui/document/MarkGesture.h"

#include <QTest>

using namespace bidseal;
using namespace bidseal::document;

namespace {

pdf::PageGeometry a4() { return { QRectF(0, 0, 595.276, 841.89), 0, 1 }; }

pdf::Placement at(double x, double y, double side = 40, double degrees = 0)
{
    return { 0, QPointF(x, y), QSizeF(side, side), degrees };
}

constexpr seal::SizeLimits kLimits { 20, 40, 60 };

bool isNear(QPointF left, QPointF right) { return (left - right).manhattanLength() < 0.01; }

} // namespace

/// What a gesture makes of a mark, in mm.
class tst_MarkGesture : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdsAMarkOnThePage();
    void resizesWithinTheLimits();
    void keepsTheOppositeCornerWhileACornerIsPulled_data();
    void keepsTheOppositeCornerWhileACornerIsPulled();
    void turnsInStepsUnlessAskedOtherwise();
    void snapsToThePageAndToOtherMarks();
    void snapsToTheSamePlaceOnAnotherPage();
    void snapsToEqualDistances();
    void snapsToThePagesMargins();
    void leavesAloneWhatIsFarFromEverything();
    void linesUpWithAnother();
};

void tst_MarkGesture::holdsAMarkOnThePage()
{
    QVERIFY(isNear(heldOnPage(at(5, 400), a4()).centreMm, QPointF(20, 277)));
    QVERIFY(isNear(heldOnPage(at(100, 100), a4()).centreMm, QPointF(100, 100)));
    const pdf::Placement turned = heldOnPage(at(0, 0, 40, 45), a4()); // its diagonal counts
    QVERIFY(liesOnPage(turned, a4()));
    QVERIFY(turned.centreMm.x() > 28);
    QVERIFY(!fits(at(100, 100, 300), a4()));
}

void tst_MarkGesture::resizesWithinTheLimits()
{
    QCOMPARE(resizedTo(at(100, 100), 41, kLimits).sizeMm, QSizeF(41, 41));
    QCOMPARE(resizedTo(at(100, 100), 500, kLimits).sizeMm, QSizeF(60, 60));
    QCOMPARE(resizedTo(at(100, 100), 1, kLimits).sizeMm, QSizeF(20, 20));
    pdf::Placement wide = at(100, 100);
    wide.sizeMm = QSizeF(40, 20);
    QCOMPARE(resizedTo(wide, 60, kLimits).sizeMm, QSizeF(60, 30));
}

void tst_MarkGesture::keepsTheOppositeCornerWhileACornerIsPulled_data()
{
    QTest::addColumn<Grip>("grip");
    QTest::addColumn<double>("degrees");
    for (const double degrees : { 0.0, 30.0, 90.0, 200.0 }) {
        QTest::addRow("top left, %g degrees", degrees) << Grip::TopLeft << degrees;
        QTest::addRow("top right, %g degrees", degrees) << Grip::TopRight << degrees;
        QTest::addRow("bottom right, %g degrees", degrees) << Grip::BottomRight << degrees;
        QTest::addRow("bottom left, %g degrees", degrees) << Grip::BottomLeft << degrees;
    }
}

void tst_MarkGesture::keepsTheOppositeCornerWhileACornerIsPulled()
{
    QFETCH(Grip, grip);
    QFETCH(double, degrees);
    const pdf::Placement start = at(100, 100, 40, degrees);
    const auto corner = [](const pdf::Placement& mark, double signX, double signY) {
        return QTransform()
            .translate(mark.centreMm.x(), mark.centreMm.y())
            .rotate(mark.rotationDegrees)
            .map(QPointF(signX * mark.sizeMm.width() / 2, signY * mark.sizeMm.height() / 2));
    };
    const double x = grip == Grip::TopLeft || grip == Grip::BottomLeft ? -1 : 1;
    const double y = grip == Grip::TopLeft || grip == Grip::TopRight ? -1 : 1;
    // Pull outwards along the diagonal by a quarter of it.
    const QPointF pointer = corner(start, x, y) + (corner(start, x, y) - start.centreMm) / 2;
    const pdf::Placement pulled = pulledTo(start, grip, pointer, kLimits);
    QCOMPARE(pulled.sizeMm, QSizeF(50, 50));
    QVERIFY(isNear(corner(pulled, -x, -y), corner(start, -x, -y)));
    QVERIFY(isNear(corner(pulled, x, y), pointer));
    QCOMPARE(pulledTo(start, grip, start.centreMm * 5, kLimits).sizeMm.width() <= 60, true);
}

void tst_MarkGesture::turnsInStepsUnlessAskedOtherwise()
{
    const pdf::Placement start = at(100, 100);
    QCOMPARE(turnedTowards(start, QPointF(150, 100), Rotating::InSteps).rotationDegrees, 90.0);
    QCOMPARE(turnedTowards(start, QPointF(150, 95), Rotating::InSteps).rotationDegrees, 90.0);
    QCOMPARE(turnedTowards(start, QPointF(50, 100), Rotating::InSteps).rotationDegrees, 270.0);
    QCOMPARE(turnedTowards(start, QPointF(150, 95), Rotating::Freely).rotationDegrees, 84.3);
    QCOMPARE(normalisedDegrees(-15), 345.0);
    QCOMPARE(normalisedDegrees(360), 0.0);
}

void tst_MarkGesture::snapsToThePageAndToOtherMarks()
{
    const Snap middle = snapped(at(104, 60), a4(), {}, {}, 3);
    QVERIFY(std::abs(middle.placement.centreMm.x() - 105) < 0.01);
    QCOMPARE(middle.placement.centreMm.y(), 60.0);
    QCOMPARE(middle.guides.size(), std::size_t(1));

    const Snap beside = snapped(at(60, 201, 20), a4(), { at(150, 200) }, {}, 3);
    QCOMPARE(beside.placement.centreMm.y(), 200.0);
    const Snap edge = snapped(at(60, 189, 20), a4(), { at(150, 200) }, {}, 3); // upper edges meet at 180
    QCOMPARE(edge.placement.boundsMm().top(), 180.0);
}

void tst_MarkGesture::snapsToTheSamePlaceOnAnotherPage()
{
    const Snap snap = snapped(at(51, 81), a4(), {}, { at(50, 80) }, 3);
    QVERIFY(isNear(snap.placement.centreMm, QPointF(50, 80)));
    QCOMPARE(snap.guides.size(), std::size_t(2));
}

void tst_MarkGesture::leavesAloneWhatIsFarFromEverything()
{
    const Snap snap = snapped(at(50, 80), a4(), { at(150, 230) }, {}, 3);
    QVERIFY(isNear(snap.placement.centreMm, QPointF(50, 80)));
    QVERIFY(snap.guides.empty());
}

void tst_MarkGesture::snapsToEqualDistances()
{
    // From 20 to 40 and from 60 to 80: the next one begins at 100.
    const std::vector<pdf::Placement> two { at(30, 100, 20), at(70, 100, 20) };
    const Snap behind = snapped(at(111.5, 95, 20), a4(), two, {}, 2);
    QCOMPARE(behind.placement.centreMm.x(), 110.0);
    QCOMPARE(behind.guides.size(), std::size_t(2)); // the two gaps
    QCOMPARE(behind.guides.back().length(), 20.0);
    const std::vector<pdf::Placement> apart { at(30, 100, 20), at(170, 100, 20) };
    const Snap between = snapped(at(99, 95, 20), a4(), apart, {}, 2);
    QCOMPARE(between.placement.centreMm.x(), 100.0);
    const Snap elsewhere = snapped(at(111.5, 200, 20), a4(), two, {}, 2); // not beside them
    QCOMPARE(elsewhere.placement.centreMm.x(), 111.5);
}

void tst_MarkGesture::snapsToThePagesMargins()
{
    const Snap left = snapped(at(31, 80, 40), a4(), {}, {}, 2);
    QCOMPARE(left.placement.boundsMm().left(), 10.0);
    const Snap low = snapped(at(60, 256, 40), a4(), {}, {}, 2);
    QVERIFY(std::abs(low.placement.boundsMm().bottom() - 277) < 0.01);
}

void tst_MarkGesture::linesUpWithAnother()
{
    const pdf::Placement other = at(100, 150, 30);
    QCOMPARE(aligned(at(20, 40, 20), other, Alignment::Left).centreMm, QPointF(95, 40));
    QCOMPARE(aligned(at(20, 40, 20), other, Alignment::Centre).centreMm, QPointF(100, 40));
    QCOMPARE(aligned(at(20, 40, 20), other, Alignment::Right).centreMm, QPointF(105, 40));
    QCOMPARE(aligned(at(20, 40, 20), other, Alignment::Top).centreMm, QPointF(20, 145));
    QCOMPARE(aligned(at(20, 40, 20), other, Alignment::Middle).centreMm, QPointF(20, 150));
    QCOMPARE(aligned(at(20, 40, 20), other, Alignment::Bottom).centreMm, QPointF(20, 155));
}

QTEST_GUILESS_MAIN(tst_MarkGesture)
#include "tst_MarkGesture.moc"
