#include "core/plan/DateSeal.h"
#include "core/plan/PlanFile.h"
#include "tests/ui/plan/PlanFixture.h"
#include "ui/plan/PlanOf.h"

#include <QTest>

using namespace bidseal;
using namespace bidseal::plan;
using namespace Qt::StringLiterals;
using testing::at;
using testing::squareSeal;

/// What stands on a document, as a plan for others.
class tst_PlanOf : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void givesLinesOfAPlanBackAsTheyWere();
    void measuresFromTheNearestCorner_data();
    void measuresFromTheNearestCorner();
    void countsTheLastPageFromTheEnd();
    void gathersTheSamePlaceOnSeveralPages();
    void remembersASizeThatIsNotTheSealsOwn();
    void leavesOutAStripThatWasMovedByHand();
    void asksForTheDayOfSigningOfADateSeal();
    void comesBackFromItsFile();

private:
    static OnPages placeIn(const Plan& plan, std::size_t entry)
    {
        return std::get<OnPages>(plan.entries.at(entry).rule);
    }

    QTemporaryDir m_folder;
    QString m_document;
    std::unique_ptr<document::DocumentSession> m_session;
};

void tst_PlanOf::initTestCase()
{
    m_document = m_folder.filePath(u"sample.pdf"_s);
    testing::writePages(m_document, { u"一"_s, u"二"_s, u"三"_s, u"四"_s, u"五"_s });
}

void tst_PlanOf::init()
{
    m_session = testing::openSession(m_document);
    QVERIFY(m_session);
}

void tst_PlanOf::givesLinesOfAPlanBackAsTheyWere()
{
    const AlongSeam seam { Edge::Right, {}, Sides::Duplex, 0, Cut::Equal, 0, 12 };
    const OnPages everywhere { *PageSet::parse(u"2-4"_s), QPointF(30, 40), Corner::BottomRight, 15 };
    testing::placeByRule(*m_session, squareSeal(42), seam);
    testing::placeByRule(*m_session, squareSeal(20, u"法人"_s, seal::Kind::LegalRepresentative), everywhere);
    const Plan plan = planOf(*m_session);
    QCOMPARE(plan.entries.size(), std::size_t(2));
    QVERIFY(plan.entries[0].rule == Rule(seam));
    QVERIFY(plan.entries[1].rule == Rule(everywhere));
    QCOMPARE(plan.entries[1].seal.kind, seal::Kind::LegalRepresentative);
}

void tst_PlanOf::measuresFromTheNearestCorner_data()
{
    QTest::addColumn<QPointF>("centre");
    QTest::addColumn<int>("corner");
    QTest::addColumn<QPointF>("fromCorner");
    QTest::newRow("top left") << QPointF(50, 60) << int(Corner::TopLeft) << QPointF(50, 60);
    QTest::newRow("top right") << QPointF(160, 60) << int(Corner::TopRight) << QPointF(50, 60);
    QTest::newRow("bottom left") << QPointF(50, 237) << int(Corner::BottomLeft) << QPointF(50, 60);
    QTest::newRow("bottom right") << QPointF(160, 237) << int(Corner::BottomRight) << QPointF(50, 60);
}

void tst_PlanOf::measuresFromTheNearestCorner()
{
    QFETCH(QPointF, centre);
    QFETCH(int, corner);
    QFETCH(QPointF, fromCorner);
    QVERIFY(m_session->placeSeal(squareSeal(40), at(1, centre.x(), centre.y())));
    const Plan plan = planOf(*m_session);
    QCOMPARE(plan.entries.size(), std::size_t(1));
    const OnPages place = placeIn(plan, 0);
    QCOMPARE(int(place.corner), corner);
    QVERIFY((place.centreMm - fromCorner).manhattanLength() < 0.5); // A4 in points is not 210 × 297 mm exactly
    QCOMPARE(place.pages.text(), u"2"_s);
}

void tst_PlanOf::countsTheLastPageFromTheEnd()
{
    m_session->placeSeal(squareSeal(40), at(4, 150, 240));
    QCOMPARE(placeIn(planOf(*m_session), 0).pages.text(), u"r1"_s);

    const QString single = m_folder.filePath(u"single.pdf"_s);
    testing::writePages(single, { u"一"_s });
    m_session = testing::openSession(single);
    m_session->placeSeal(squareSeal(40), at(0, 150, 240));
    QCOMPARE(placeIn(planOf(*m_session), 0).pages.text(), u"r1"_s);
}

void tst_PlanOf::gathersTheSamePlaceOnSeveralPages()
{
    const auto pagesOf = [this](const std::vector<int>& pages) {
        m_session = testing::openSession(m_document);
        for (const int page : pages)
            m_session->placeSeal(squareSeal(40), at(page, 60, 60));
        const Plan plan = planOf(*m_session);
        return plan.entries.size() == 1 ? placeIn(plan, 0).pages : *PageSet::parse(u"1"_s);
    };
    QCOMPARE(pagesOf({ 1, 0, 2 }).text(), PageSet::parse(u"1-3"_s)->text());
    QCOMPARE(*pagesOf({ 0, 4 }).in(9), std::vector<int>({ 0, 8 }));
    QCOMPARE(*pagesOf({ 2, 3, 4 }).in(9), std::vector<int>({ 2, 3, 4, 5, 6, 7, 8 }));
    QVERIFY(pagesOf({ 0, 1, 2, 3, 4 }).isAll());

    m_session->placeSeal(squareSeal(40, u"另一枚"_s), at(1, 60, 60));
    QCOMPARE(planOf(*m_session).entries.size(), std::size_t(2));
}

void tst_PlanOf::remembersASizeThatIsNotTheSealsOwn()
{
    m_session->placeSeal(squareSeal(40), at(0, 60, 60, 38));
    m_session->placeSeal(squareSeal(40), at(0, 60, 160));
    const Plan plan = planOf(*m_session);
    QCOMPARE(plan.entries.at(0).seal.sizeMm, QSizeF(38, 38));
    QVERIFY(plan.entries.at(1).seal.sizeMm.isEmpty());
}

void tst_PlanOf::leavesOutAStripThatWasMovedByHand()
{
    const AlongSeam seam;
    testing::placeByRule(*m_session, squareSeal(42), seam);
    const document::PlacedMark strip = m_session->marks().marks().front();
    pdf::Placement moved = strip.placed.placement;
    moved.centreMm += QPointF(-30, 20);
    m_session->changeMark(strip.id, moved);
    const Plan plan = planOf(*m_session);
    QCOMPARE(plan.entries.size(), std::size_t(1));
    QVERIFY(plan.entries.front().rule == Rule(seam));
}

void tst_PlanOf::asksForTheDayOfSigningOfADateSeal()
{
    const auto chinese = dateSeal(QDate(2026, 11, 26), DateStyle::Chinese, 5);
    QVERIFY(chinese);
    m_session->placeSeal(*chinese, { 4, QPointF(100, 200), chinese->sizeMm, 0 });
    const SealWish wish = planOf(*m_session).entries.at(0).seal;
    QCOMPARE(wish.dayStyle, dateStyleName(DateStyle::Chinese));
    QVERIFY(wish.id.isEmpty() && wish.name.isEmpty());
    const auto later = sealFor(wish, {}, QDate(2027, 1, 2));
    QVERIFY(later);
    QCOMPARE(later->name, dateText(QDate(2027, 1, 2), DateStyle::Chinese));
    QVERIFY(std::abs(later->sizeMm.height() - chinese->sizeMm.height()) < 0.3);
}

void tst_PlanOf::comesBackFromItsFile()
{
    testing::placeByRule(*m_session, squareSeal(42), AlongSeam {});
    m_session->placeSeal(squareSeal(40), at(0, 61.234, 60, 38));
    m_session->placeSeal(squareSeal(40), at(4, 150, 240));
    Plan plan = planOf(*m_session);
    plan.title = u"标准投标"_s;
    const QString path = m_folder.filePath(u"标准投标.bidplan.json"_s);
    QVERIFY(writePlan(path, plan));
    const auto read = readPlan(path);
    QVERIFY(read);
    QVERIFY(*read == plan);

    // And puts the seals where they stood.
    const auto placed = apply(*read, { squareSeal(42), squareSeal(40) }, { m_session->pages(), {}, {} }, {});
    QVERIFY(placed);
    QCOMPARE(placed->marks.size(), m_session->marks().marks().size());
}

QTEST_MAIN(tst_PlanOf)
#include "tst_PlanOf.moc"
