#include "core/plan/Placing.h"
#include "tests/core/plan/RandomPages.h"

#include <QTest>

#include <algorithm>

using namespace bidseal;
using namespace Qt::StringLiterals;
using plan::Caution;

namespace {

int count(const std::vector<plan::Noticed>& noticed, Caution caution)
{
    return static_cast<int>(std::count_if(
        noticed.begin(), noticed.end(), [&](const plan::Noticed& one) { return one.caution == caution; }));
}

/// A document in which some words stand.
plan::FindKeyword words(const QMap<QString, std::vector<text::Hit>>& hits)
{
    return [hits](const QString& text, const std::vector<int>& pages) -> Result<std::vector<text::Hit>> {
        std::vector<text::Hit> found;
        for (const auto& hit : hits.value(text)) {
            if (std::find(pages.begin(), pages.end(), hit.page) != pages.end())
                found.push_back(hit);
        }
        return found;
    };
}

text::Hit hitAt(int page, double x, double y) { return { page, QRectF(x - 10, y - 2, 20, 4) }; }

bool isNear(const QPointF& one, const QPointF& other) { return (one - other).manhattanLength() < 1e-6; }

plan::Rule onPages(const QString& pages, double xMm, double yMm, plan::Corner corner = plan::Corner::TopLeft)
{
    return plan::OnPages { plan::PageSet::parse(pages).value(), { xMm, yMm }, corner, 0 };
}

} // namespace

class tst_Placing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measuresFromTheCornerOfEachPage()
    {
        const std::vector<pdf::PageGeometry> pages { a4Pages(1).front(), { QRectF(0, 0, 595, 842), 90, 2.0 } };
        const plan::Paper paper { pages };
        for (const auto corner :
            { plan::Corner::TopLeft, plan::Corner::TopRight, plan::Corner::BottomLeft, plan::Corner::BottomRight }) {
            const auto placed = plan::place(sealOf(40, 40), onPages(u"all"_s, 50, 60, corner), paper);
            QVERIFY(placed);
            QCOMPARE(placed->marks.size(), 2u);
            QVERIFY(placed->noticed.empty());
            for (const auto& mark : placed->marks) {
                const QSizeF size = pages[static_cast<std::size_t>(mark.placement.page)].visibleSizeMm();
                const bool right = corner == plan::Corner::TopRight || corner == plan::Corner::BottomRight;
                const bool bottom = corner == plan::Corner::BottomLeft || corner == plan::Corner::BottomRight;
                QVERIFY(isNear(
                    mark.placement.centreMm, { right ? size.width() - 50 : 50, bottom ? size.height() - 60 : 60 }));
            }
        }
    }

    void keepsEveryMarkOnItsPage()
    {
        QRandomGenerator random(1);
        for (int i = 0; i < 300; ++i) {
            const auto pages = randomPages(random, random.bounded(1, 12));
            const plan::Paper paper { pages };
            const auto seal = sealOf(randomNumber(random, 3.0, 200.0), randomNumber(random, 3.0, 200.0));
            plan::OnPages rule { {}, { random.bounded(700.0), random.bounded(700.0) },
                static_cast<plan::Corner>(random.bounded(4)), random.bounded(360.0) };
            const auto placed = plan::place(seal, rule, paper);
            if (!placed) {
                QCOMPARE(placed.error().code, ErrorCode::MarkOutsidePage);
                continue;
            }
            // Every page has its mark, or is said to be too small for it.
            QCOMPARE(placed->marks.size() + static_cast<std::size_t>(count(placed->noticed, Caution::PageTooSmall)),
                pages.size());
            for (const auto& mark : placed->marks)
                QVERIFY(pdf::liesOnPage(mark.placement, pages[static_cast<std::size_t>(mark.placement.page)]));
            QVERIFY(std::is_sorted(placed->marks.begin(), placed->marks.end(),
                [](const auto& a, const auto& b) { return a.placement.page < b.placement.page; }));
            QCOMPARE(count(plan::look(placed->marks, pages), Caution::LeavesPage), 0);
        }
    }

    void saysWhatItMovedOntoThePage()
    {
        const auto pages = a4Pages(3);
        const auto placed = plan::place(sealOf(40, 40), onPages(u"2"_s, 0, 100), { pages });
        QVERIFY(placed);
        QCOMPARE(placed->noticed.size(), 1u);
        QCOMPARE(placed->noticed[0].caution, Caution::MovedOntoPage);
        QCOMPARE(placed->noticed[0].page, 1);
        QVERIFY(isNear(placed->marks[0].placement.centreMm, { 20, 100 }));
    }

    void leavesOutPagesThatAreTooSmall()
    {
        auto pages = a4Pages(3);
        pages[1].visibleBox = QRectF(0, 0, 100, 100);
        const auto placed = plan::place(sealOf(40, 40), onPages(u"all"_s, 50, 50), { pages });
        QVERIFY(placed);
        QCOMPARE(placed->marks.size(), 2u);
        QCOMPARE(placed->noticed.size(), 1u);
        QCOMPARE(placed->noticed[0].caution, Caution::PageTooSmall);
        QCOMPARE(placed->noticed[0].page, 1);

        const auto nowhere = plan::place(sealOf(40, 40), onPages(u"2"_s, 50, 50), { pages });
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::MarkOutsidePage);
        QCOMPARE(nowhere.error().facts.page, 2);
    }

    void placesAtTheHitThatIsAskedFor_data()
    {
        QTest::addColumn<int>("nth");
        QTest::addColumn<QList<int>>("pages");
        QTest::newRow("every") << 0 << QList<int> { 0, 0, 2, 4 };
        QTest::newRow("first") << 1 << QList<int> { 0 };
        QTest::newRow("third, through the whole document") << 3 << QList<int> { 2 };
        QTest::newRow("last") << -1 << QList<int> { 4 };
        QTest::newRow("last but three") << -4 << QList<int> { 0 };
        QTest::newRow("fifth of four") << 5 << QList<int> {};
        QTest::newRow("last but four of four") << -5 << QList<int> {};
    }
    void placesAtTheHitThatIsAskedFor()
    {
        QFETCH(int, nth);
        QFETCH(QList<int>, pages);
        const auto a4 = a4Pages(5);
        const plan::Paper paper { a4, {},
            words({ { u"盖章"_s, { hitAt(0, 60, 50), hitAt(0, 60, 200), hitAt(2, 100, 100), hitAt(4, 150, 150) } } }) };
        const auto placed = plan::place(sealOf(40, 40), plan::AtKeyword { u"盖章"_s, nth, {}, {} }, paper);
        QCOMPARE(placed.has_value(), !pages.isEmpty());
        if (!placed) {
            QCOMPARE(placed.error().code, ErrorCode::KeywordNotFound);
            QCOMPARE(placed.error().facts.name, u"盖章"_s);
            return;
        }
        QList<int> found;
        for (const auto& mark : placed->marks)
            found += mark.placement.page;
        QCOMPARE(found, pages);
    }

    void placesTheMiddleOfTheSealAtTheMiddleOfTheTextAndMovesItFromThere()
    {
        const auto pages = a4Pages(2);
        const plan::Paper paper { pages, {}, words({ { u"盖章"_s, { hitAt(1, 100, 100) } } }) };
        auto placed = plan::place(sealOf(40, 40), plan::AtKeyword { u"盖章"_s, 0, { 5, -7 }, {} }, paper);
        QVERIFY(placed);
        QVERIFY(isNear(placed->marks[0].placement.centreMm, { 105, 93 }));
        QVERIFY(placed->noticed.empty());

        placed = plan::place(sealOf(40, 40), plan::AtKeyword { u"盖章"_s, 0, { 500, 0 }, {} }, paper);
        QVERIFY(placed);
        QVERIFY(isNear(placed->marks[0].placement.centreMm, { 190, 100 }));
        QCOMPARE(count(placed->noticed, Caution::MovedOntoPage), 1);
    }

    void takesTheFirstOfSeveralTextsThatIsFound()
    {
        const auto pages = a4Pages(2);
        const plan::Paper paper { pages, {},
            words({ { u"公章"_s, { hitAt(0, 50, 50) } }, { u"盖章"_s, { hitAt(1, 60, 60) } } }) };
        auto placed = plan::place(sealOf(40, 40), plan::AtKeyword { u"单位章| 盖章 |公章"_s, 0, {}, {} }, paper);
        QVERIFY(placed);
        QCOMPARE(placed->marks.size(), 1u);
        QCOMPARE(placed->marks[0].placement.page, 1);
        // Only on pages that are searched.
        placed = plan::place(
            sealOf(40, 40), plan::AtKeyword { u"盖章|公章"_s, 0, {}, plan::PageSet::parse(u"1"_s).value() }, paper);
        QVERIFY(placed);
        QCOMPARE(placed->marks[0].placement.page, 0);
        QVERIFY(!plan::place(sealOf(40, 40), plan::AtKeyword { u" | "_s, 0, {}, {} }, paper));
        QVERIFY(!plan::place(sealOf(40, 40), plan::AtKeyword { u"公章"_s, 0, {}, {} }, { pages }));
    }

    void handsOnWhatTheSearchSays()
    {
        const auto pages = a4Pages(1);
        const plan::Paper paper { pages, {},
            [](const QString&, const std::vector<int>&) { return failure(ErrorCode::Cancelled); } };
        const auto placed = plan::place(sealOf(40, 40), plan::AtKeyword { u"盖章"_s, 0, {}, {} }, paper);
        QVERIFY(!placed);
        QCOMPARE(placed.error().code, ErrorCode::Cancelled);
    }

    void fillsAFieldAsLargeAsItAllows()
    {
        const auto pages = a4Pages(3);
        const plan::Paper paper { pages,
            { { u"Bidder"_s, 1, QRectF(50, 60, 60, 20), false }, { u"Hidden"_s, 0, {}, false },
                { u"Locked"_s, 0, QRectF(10, 10, 40, 40), true } } };
        auto placed = plan::place(sealOf(40, 40), plan::InField { u"Bidder"_s }, paper);
        QVERIFY(placed);
        QCOMPARE(placed->fieldName, u"Bidder"_s);
        QCOMPARE(placed->marks.size(), 1u);
        QCOMPARE(placed->marks[0].placement.page, 1);
        QVERIFY(isNear(placed->marks[0].placement.centreMm, { 80, 70 }));
        QCOMPARE(placed->marks[0].placement.sizeMm, QSizeF(20, 20));

        placed = plan::place(sealOf(40, 40), plan::InField { u"Hidden"_s }, paper);
        QVERIFY(placed);
        QVERIFY(placed->marks.empty());
        QCOMPARE(
            plan::place(sealOf(40, 40), plan::InField { u"Locked"_s }, paper).error().code, ErrorCode::FieldLocked);
        const auto unknown = plan::place(sealOf(40, 40), plan::InField { u"Nobody"_s }, paper);
        QCOMPARE(unknown.error().code, ErrorCode::FieldNotFound);
        QCOMPARE(unknown.error().facts.name, u"Nobody"_s);
    }

    void noticesSealsThatCoverEachOther()
    {
        const auto pages = a4Pages(2);
        const auto seal = sealOf(40, 40);
        // A tenth of 40 mm is 4 mm.
        const std::vector<seal::PlacedSeal> marks { { seal, { 0, { 50, 50 }, seal.sizeMm } },
            { seal, { 0, { 87, 50 }, seal.sizeMm } }, { seal, { 0, { 122, 50 }, seal.sizeMm } },
            { seal, { 1, { 50, 50 }, seal.sizeMm } } };
        const auto noticed = plan::look(marks, pages);
        QCOMPARE(noticed.size(), 1u);
        QCOMPARE(noticed[0].caution, Caution::OverOtherSeal);
        QCOMPARE(noticed[0].page, 0);
        QCOMPARE(noticed[0].marks, std::vector<int>({ 1, 2 }));
    }

    void seesThatTurnedSealsPassEachOther()
    {
        const auto pages = a4Pages(1);
        const auto seal = sealOf(60, 10);
        // Two bars across: their upright bounds are nearly the same, they themselves do not touch.
        std::vector<seal::PlacedSeal> marks { { seal, { 0, { 100, 100 }, seal.sizeMm, 45 } },
            { seal, { 0, { 111, 89 }, seal.sizeMm, 45 } } };
        QVERIFY(plan::look(marks, pages).empty());
        marks[1].placement.centreMm = { 103, 97 };
        QCOMPARE(plan::look(marks, pages).size(), 1u);
        // A cross of the same two bars covers 100 of 600 mm².
        marks[1].placement = { 0, { 100, 100 }, seal.sizeMm, 135 };
        QCOMPARE(plan::look(marks, pages).size(), 1u);
    }

    void findsTheSealOverTheDateAsItShouldBe()
    {
        const auto pages = a4Pages(1);
        const auto company = sealOf(42, 42);
        const auto date = sealOf(40, 5, seal::Kind::Date);
        QVERIFY(plan::look(
            { { company, { 0, { 100, 100 }, company.sizeMm } }, { date, { 0, { 100, 105 }, date.sizeMm } } }, pages)
                    .empty());
        QCOMPARE(plan::look(
                     { { date, { 0, { 100, 100 }, date.sizeMm } }, { date, { 0, { 100, 101 }, date.sizeMm } } }, pages)
                     .size(),
            1u);
    }

    void noticesWhatLeavesItsPage()
    {
        const auto pages = a4Pages(1);
        const auto seal = sealOf(40, 40);
        const auto noticed
            = plan::look({ { seal, { 0, { 100, 100 }, seal.sizeMm } }, { seal, { 0, { 10, 200 }, seal.sizeMm } },
                             { seal, { 7, { 50, 50 }, seal.sizeMm } } },
                pages);
        QCOMPARE(noticed.size(), 2u);
        QCOMPARE(noticed[0].caution, Caution::LeavesPage);
        QCOMPARE(noticed[0].marks, std::vector<int> { 1 });
        QCOMPARE(noticed[1].page, 7);
    }

    void agreesWithACountOfPointsAboutWhatIsCovered()
    {
        QRandomGenerator random(3);
        const auto pages = a4Pages(1);
        int covered = 0, apart = 0;
        for (int i = 0; i < 150; ++i) {
            std::vector<seal::PlacedSeal> marks;
            for (int k = 0; k < 2; ++k) {
                const auto seal = sealOf(randomNumber(random, 10.0, 50.0), randomNumber(random, 10.0, 50.0));
                marks.push_back({ seal,
                    { 0, { randomNumber(random, 85.0, 125.0), randomNumber(random, 130.0, 170.0) }, seal.sizeMm,
                        random.bounded(360.0) } });
            }
            const double part = countedPart(marks[0].placement, marks[1].placement);
            if (std::abs(part - 0.1) < 0.02)
                continue; // too near for points
            (part > 0.1 ? covered : apart)++;
            QCOMPARE(count(plan::look(marks, pages), Caution::OverOtherSeal), part > 0.1 ? 1 : 0);
        }
        QVERIFY(covered > 20 && apart > 20);
    }

    void looksAtThousandsOfMarks()
    {
        const auto pages = a4Pages(1000);
        const auto seal = sealOf(20, 20);
        std::vector<seal::PlacedSeal> marks;
        for (int i = 0; i < 3000; ++i)
            marks.push_back({ seal, { i % 1000, { 30.0 + 60 * (i / 1000), 100 }, seal.sizeMm } });
        QBENCHMARK_ONCE { QVERIFY(plan::look(marks, pages).empty()); }
    }

    void choosesByIdThenNameThenKind()
    {
        auto ours = sealOf(42, 42);
        ours.id = u"1"_s;
        ours.name = u"公章"_s;
        auto branch = ours;
        branch.id = u"2"_s;
        branch.name = u"分公司公章"_s;
        auto contract = sealOf(40, 40, seal::Kind::Contract);
        contract.id = u"3"_s;
        contract.name = u"公章"_s;
        const std::vector<seal::Seal> seals { ours, branch, contract };
        const auto idOf = [&](const plan::SealWish& wish) {
            const auto seal = plan::choose(wish, seals);
            return seal ? seal->id : errorCodeName(seal.error().code) + u' ' + seal.error().facts.name;
        };
        QCOMPARE(idOf({ u"2"_s, u"公章"_s, seal::Kind::Company, {} }), u"2"_s);
        QCOMPARE(idOf({ u"elsewhere"_s, u"公章"_s, seal::Kind::Company, {} }), u"1"_s);
        QCOMPARE(idOf({ {}, u"公章"_s, seal::Kind::Contract, {} }), u"3"_s);
        QCOMPARE(idOf({ {}, u"another name"_s, seal::Kind::Contract, {} }), u"3"_s);
        QCOMPARE(idOf({ {}, {}, seal::Kind::Company, {} }), u"seal-not-found company"_s);
        QCOMPARE(idOf({ {}, u"总公司"_s, seal::Kind::Company, {} }), u"seal-not-found 总公司"_s);
        QCOMPARE(idOf({ {}, {}, seal::Kind::Finance, {} }), u"seal-not-found finance"_s);

        QCOMPARE(plan::choose({ u"1"_s, {}, seal::Kind::Company, {} }, seals)->sizeMm, QSizeF(42, 42));
        QCOMPARE(plan::choose({ u"1"_s, {}, seal::Kind::Company, QSizeF(30, 20) }, seals)->sizeMm, QSizeF(30, 20));
        QCOMPARE(plan::choose({ u"1"_s, {}, seal::Kind::Company, QSizeF(21, -1) }, seals)->sizeMm, QSizeF(21, 21));
    }

    void appliesAWholePlan()
    {
        const auto pages = a4Pages(6);
        const plan::Paper paper { pages, { { u"Bidder"_s, 5, QRectF(100, 200, 40, 40), false } },
            words({ { u"盖章"_s, { hitAt(3, 100, 100) } } }) };
        const plan::SealWish company { {}, {}, seal::Kind::Company, {} };
        const plan::Plan plan { u"lot"_s,
            { { company, plan::AtKeyword { u"盖章"_s, 1, {}, {} } }, { company, plan::InField { u"Bidder"_s } },
                { company, plan::AlongSeam {} }, { company, onPages(u"4"_s, 100, 110) } } };
        const auto placed = plan::apply(plan, { sealOf(42, 42) }, paper, QDate(2026, 11, 26));
        QVERIFY(placed);
        QCOMPARE(placed->fieldName, u"Bidder"_s);
        QCOMPARE(placed->marks.size(), 9u);
        QCOMPARE(placed->marks[0].placement.page, 5); // the field takes the first mark
        QVERIFY(std::is_sorted(placed->marks.begin() + 1, placed->marks.end(),
            [](const auto& a, const auto& b) { return a.placement.page < b.placement.page; }));
        // The one at the keyword and the one on page 4 cover each other.
        QCOMPARE(count(placed->noticed, Caution::OverOtherSeal), 1);
    }

    void refusesAPlanWithTwoFields()
    {
        const auto pages = a4Pages(1);
        const plan::Paper paper { pages, { { u"A"_s, 0, {}, false }, { u"B"_s, 0, {}, false } } };
        const plan::SealWish company { {}, {}, seal::Kind::Company, {} };
        const auto placed
            = plan::apply({ {}, { { company, plan::InField { u"A"_s } }, { company, plan::InField { u"B"_s } } } },
                { sealOf(42, 42) }, paper, {});
        QVERIFY(!placed);
        QCOMPARE(placed.error().code, ErrorCode::PlanInvalid);
    }

    void drawsNoDateWithoutAScreensFonts()
    {
        // This test runs without a QGuiApplication, as a service might.
        const auto pages = a4Pages(1);
        const plan::SealWish date { {}, {}, seal::Kind::Date, {}, u"chinese"_s };
        const auto placed
            = plan::apply({ {}, { { date, onPages(u"1"_s, 50, 50) } } }, {}, { pages }, QDate(2026, 11, 26));
        QVERIFY(!placed);
        QCOMPARE(placed.error().code, ErrorCode::SealPictureUnreadable);
    }

private:
    /// Which part of the smaller one is covered, by points every half millimetre.
    static double countedPart(const pdf::Placement& one, const pdf::Placement& other)
    {
        const auto isSmaller
            = [](const QSizeF& a, const QSizeF& b) { return a.width() * a.height() < b.width() * b.height(); };
        const auto& small = isSmaller(one.sizeMm, other.sizeMm) ? one : other;
        const auto& large = isSmaller(one.sizeMm, other.sizeMm) ? other : one;
        const auto outOf = [](const pdf::Placement& placement) {
            QTransform turn;
            turn.translate(placement.centreMm.x(), placement.centreMm.y());
            turn.rotate(placement.rotationDegrees);
            return turn;
        };
        const auto into = outOf(large).inverted();
        int inside = 0, all = 0;
        for (double x = -small.sizeMm.width() / 2; x < small.sizeMm.width() / 2; x += 0.5) {
            for (double y = -small.sizeMm.height() / 2; y < small.sizeMm.height() / 2; y += 0.5) {
                const QPointF point = into.map(outOf(small).map(QPointF(x, y)));
                ++all;
                if (std::abs(point.x()) < large.sizeMm.width() / 2 && std::abs(point.y()) < large.sizeMm.height() / 2)
                    ++inside;
            }
        }
        return static_cast<double>(inside) / all;
    }
};

QTEST_GUILESS_MAIN(tst_Placing)
#include "tst_Placing.moc"
