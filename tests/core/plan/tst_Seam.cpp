#include "core/plan/Seam.h"
#include "tests/core/plan/RandomPages.h"

#include <QTest>

#include <map>
#include <set>

using namespace bidseal;
using namespace Qt::StringLiterals;
using plan::AlongSeam;
using plan::Caution;
using plan::Cut;
using plan::Edge;
using plan::Sides;

namespace {

/// Beginning and end of a strip, of the side that is cut.
std::pair<double, double> spanOf(const seal::PlacedSeal& mark, Edge edge)
{
    const bool upright = edge == Edge::Left || edge == Edge::Right;
    return upright ? std::pair { mark.part.x(), mark.part.x() + mark.part.width() }
                   : std::pair { mark.part.y(), mark.part.y() + mark.part.height() };
}

/// The strips in groups: a group ends where its strips have made up the whole. False where they never do.
bool makeWholeSeals(
    const std::vector<seal::PlacedSeal>& marks, const AlongSeam& rule, std::vector<int>* sizes = nullptr)
{
    const bool fromEnd = rule.edge == Edge::Left || rule.edge == Edge::Top;
    double at = fromEnd ? 1 : 0;
    int size = 0;
    std::pair<double, double> before;
    int sheetBefore = -1;
    for (const auto& mark : marks) {
        const auto span = spanOf(mark, rule.edge);
        const int sheet = rule.sides == Sides::Duplex ? mark.placement.page / 2 : mark.placement.page;
        if (sheet == sheetBefore) { // the sheet's other side
            if (span != before)
                return false;
            continue;
        }
        // Bit by bit: no gap, no overlap.
        if ((fromEnd ? span.second : span.first) != at)
            return false;
        at = fromEnd ? span.first : span.second;
        ++size;
        before = span;
        sheetBefore = sheet;
        if (at == (fromEnd ? 0.0 : 1.0)) {
            at = fromEnd ? 1 : 0;
            if (sizes)
                sizes->push_back(size);
            size = 0;
        }
    }
    return size == 0;
}

std::vector<int> groups(int pageCount, int pagesPerSeal, double widthMm = 42, Sides sides = Sides::Simplex)
{
    AlongSeam rule;
    rule.pagesPerSeal = pagesPerSeal;
    rule.sides = sides;
    std::vector<int> sizes;
    const auto placed = plan::placeAlongSeam(sealOf(widthMm, widthMm), rule, a4Pages(pageCount));
    return placed && makeWholeSeals(placed->marks, rule, &sizes) ? sizes : std::vector<int>();
}

Edge edgeOf(const AlongSeam& rule, int page)
{
    if (rule.sides == Sides::Simplex || page % 2 == 0)
        return rule.edge;
    return rule.edge == Edge::Right ? Edge::Left : rule.edge == Edge::Left ? Edge::Right : rule.edge;
}

bool isFlush(const pdf::Placement& placement, Edge edge, const QSizeF& page)
{
    const QRectF bounds = placement.boundsMm();
    switch (edge) {
    case Edge::Left:
        return std::abs(bounds.left()) < 1e-6;
    case Edge::Right:
        return std::abs(bounds.right() - page.width()) < 1e-6;
    case Edge::Top:
        return std::abs(bounds.top()) < 1e-6;
    case Edge::Bottom:
        return std::abs(bounds.bottom() - page.height()) < 1e-6;
    }
    Q_UNREACHABLE();
}

} // namespace

class tst_Seam : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesEveryPageOneStripOfAWholeSeal()
    {
        QRandomGenerator random(2);
        for (int i = 0; i < 600; ++i) {
            const auto pages = randomPages(random, random.bounded(1, 90));
            const auto seal = sealOf(randomNumber(random, 8.0, 60.0), randomNumber(random, 8.0, 60.0));
            AlongSeam rule;
            rule.edge = static_cast<Edge>(random.bounded(4));
            rule.pages = plan::PageSet::parse(random.bounded(3) ? u"all"_s : u"odd"_s).value();
            rule.sides = random.bounded(2) ? Sides::Duplex : Sides::Simplex;
            rule.pagesPerSeal = random.bounded(2) ? random.bounded(1, 40) : 0;
            rule.cut = random.bounded(2) ? Cut::Random : Cut::Equal;
            rule.seed = random.generate();
            rule.offsetMm = randomNumber(random, -200.0, 200.0);
            const auto placed = plan::placeAlongSeam(seal, rule, pages);
            QVERIFY(placed);

            const auto wanted = rule.pages.in(static_cast<int>(pages.size())).value();
            QCOMPARE(placed->marks.size(), wanted.size());
            for (std::size_t k = 0; k < wanted.size(); ++k) {
                const auto& mark = placed->marks[k];
                const auto& page = pages[static_cast<std::size_t>(wanted[k])];
                QCOMPARE(mark.placement.page, wanted[k]);
                QVERIFY(pdf::liesOnPage(mark.placement, page));
                QVERIFY(isFlush(mark.placement, edgeOf(rule, wanted[k]), page.visibleSizeMm()));
                // True millimetres, whatever the page.
                QCOMPARE(mark.placement.sizeMm.width(), seal.sizeMm.width() * mark.part.width());
                QCOMPARE(mark.placement.sizeMm.height(), seal.sizeMm.height() * mark.part.height());
                const bool upright = rule.edge == Edge::Left || rule.edge == Edge::Right;
                QVERIFY((upright ? mark.placement.sizeMm.width() : mark.placement.sizeMm.height())
                    > plan::kNarrowestStripMm - 1e-4);
            }
            QVERIFY(makeWholeSeals(placed->marks, rule));
        }
    }

    void sharesPagesOutEvenly()
    {
        QCOMPARE(groups(50, 20), std::vector<int>({ 17, 17, 16 }));
        QCOMPARE(groups(20, 20), std::vector<int>({ 20 }));
        QCOMPARE(groups(21, 20), std::vector<int>({ 11, 10 }));
        QCOMPARE(groups(4, 3), std::vector<int>({ 2, 2 }));
        QCOMPARE(groups(2, 0), std::vector<int>({ 2 }));
    }

    void leavesNoPageAlone()
    {
        QCOMPARE(groups(5, 2), std::vector<int>({ 3, 2 }));
        QCOMPARE(groups(3, 1), std::vector<int>({ 3 }));
        for (int count = 2; count < 120; ++count) {
            for (int most : { 0, 1, 2, 3, 4, 7, 20, 100 }) {
                const auto sizes = groups(count, most);
                QVERIFY(!sizes.empty());
                QVERIFY(*std::min_element(sizes.begin(), sizes.end()) >= 2);
                QVERIFY(most < 3 || *std::max_element(sizes.begin(), sizes.end()) <= most);
            }
        }
    }

    void cutsNoStripTooNarrowToBeRecognised()
    {
        // 42 mm: 21 strips of 2 mm.
        QCOMPARE(groups(21, 0), std::vector<int>({ 21 }));
        QCOMPARE(groups(22, 0), std::vector<int>({ 11, 11 }));
        QCOMPARE(groups(800, 0, 42).size(), 39u);

        AlongSeam rule;
        rule.pagesPerSeal = 50;
        auto placed = plan::placeAlongSeam(sealOf(42, 42), rule, a4Pages(50));
        QVERIFY(placed);
        QCOMPARE(placed->noticed.size(), 1u);
        QCOMPARE(placed->noticed[0].caution, Caution::StripsTooNarrow);
        rule.pagesPerSeal = 20;
        placed = plan::placeAlongSeam(sealOf(42, 42), rule, a4Pages(50));
        QVERIFY(placed && placed->noticed.empty());
        rule.pagesPerSeal = 0; // as many as fit was what was asked for
        placed = plan::placeAlongSeam(sealOf(42, 42), rule, a4Pages(50));
        QVERIFY(placed && placed->noticed.empty());
    }

    void storesFewDifferentStripsForManyPages()
    {
        AlongSeam rule;
        rule.pagesPerSeal = 20;
        const auto placed = plan::placeAlongSeam(sealOf(42, 42), rule, a4Pages(1000));
        QVERIFY(placed);
        std::set<std::pair<double, double>> parts;
        std::set<qint64> pictures;
        for (const auto& mark : placed->marks) {
            parts.insert(spanOf(mark, rule.edge));
            pictures.insert(mark.seal.picture.cacheKey());
        }
        QCOMPARE(parts.size(), 20u);
        QCOMPARE(pictures.size(), 1u);
    }

    /// As a stamp would put them on fanned-out sheets: below the first sheet the others come out to the right, and at
    /// the left edge to the left.
    void ordersStripsAsSheetsAreFannedOut()
    {
        for (const auto edge : { Edge::Left, Edge::Right, Edge::Top, Edge::Bottom }) {
            AlongSeam rule;
            rule.edge = edge;
            const auto placed = plan::placeAlongSeam(sealOf(40, 40), rule, a4Pages(4));
            QVERIFY(placed);
            const bool firstHasBeginning = edge == Edge::Right || edge == Edge::Bottom;
            QCOMPARE(spanOf(placed->marks.front(), edge).first, firstHasBeginning ? 0.0 : 0.75);
            QCOMPARE(spanOf(placed->marks.back(), edge).first, firstHasBeginning ? 0.75 : 0.0);
        }
    }

    void givesASheetOneStripOnBothSides()
    {
        AlongSeam rule;
        rule.sides = Sides::Duplex;
        const auto pages = a4Pages(7);
        const auto placed = plan::placeAlongSeam(sealOf(40, 40), rule, pages);
        QVERIFY(placed);
        QCOMPARE(placed->marks.size(), 7u);
        for (std::size_t i = 0; i < 7; ++i) {
            const auto& mark = placed->marks[i];
            QCOMPARE(mark.part.x(), static_cast<double>(i / 2) / 4);
            QVERIFY(isFlush(mark.placement, i % 2 == 0 ? Edge::Right : Edge::Left, pages[i].visibleSizeMm()));
        }
        // 20 pages are ten sheets.
        QCOMPARE(groups(50, 20, 42, Sides::Duplex), std::vector<int>({ 9, 8, 8 }));
    }

    void cutsTheSameRandomStripsEverywhere()
    {
        AlongSeam rule;
        rule.cut = Cut::Random;
        rule.seed = 7;
        const auto first = plan::placeAlongSeam(sealOf(40, 40), rule, a4Pages(5)).value();
        const auto again = plan::placeAlongSeam(sealOf(40, 40), rule, a4Pages(5)).value();
        rule.seed = 8;
        const auto other = plan::placeAlongSeam(sealOf(40, 40), rule, a4Pages(5)).value();
        QList<int> tenthsOfMm;
        for (std::size_t i = 0; i < 5; ++i) {
            QCOMPARE(first.marks[i].part, again.marks[i].part);
            tenthsOfMm += qRound(first.marks[i].placement.sizeMm.width() * 10);
        }
        QVERIFY(first.marks[0].part != other.marks[0].part);
        // What any computer has to find for seed 7.
        QCOMPARE(tenthsOfMm, QList<int>({ 70, 22, 135, 95, 78 }));
    }

    void givesASinglePageTheWholeSeal()
    {
        const auto placed = plan::placeAlongSeam(sealOf(40, 30), AlongSeam {}, a4Pages(1));
        QVERIFY(placed);
        QCOMPARE(placed->marks.size(), 1u);
        QVERIFY(!placed->marks[0].isStrip());
        QCOMPARE(placed->marks[0].placement.centreMm, QPointF(190, 148.5));
    }

    void movesTheSealAlongTheEdgeAndKeepsItThere()
    {
        AlongSeam rule;
        rule.offsetMm = 20;
        auto placed = plan::placeAlongSeam(sealOf(40, 40), rule, a4Pages(2));
        QVERIFY(placed && placed->noticed.empty());
        QCOMPARE(placed->marks[0].placement.centreMm.y(), 168.5);
        rule.offsetMm = -500;
        placed = plan::placeAlongSeam(sealOf(40, 40), rule, a4Pages(2));
        QVERIFY(placed);
        QCOMPARE(placed->marks[0].placement.centreMm.y(), 20.0);
        QCOMPARE(placed->noticed.size(), 2u);
        QCOMPARE(placed->noticed[0].caution, Caution::MovedOntoPage);
    }

    void makesTheOthersWholeWhereAPageIsTooSmall()
    {
        auto pages = a4Pages(5);
        pages[2].visibleBox = QRectF(0, 0, 100, 100);
        const auto placed = plan::placeAlongSeam(sealOf(42, 42), AlongSeam {}, pages);
        QVERIFY(placed);
        QCOMPARE(placed->marks.size(), 4u);
        QVERIFY(makeWholeSeals(placed->marks, AlongSeam {}));
        QCOMPARE(placed->noticed.size(), 1u);
        QCOMPARE(placed->noticed[0].caution, Caution::PageTooSmall);
        QCOMPARE(placed->noticed[0].page, 2);

        const auto nowhere = plan::placeAlongSeam(
            sealOf(42, 42), AlongSeam {}, std::vector<pdf::PageGeometry>(3, { QRectF(0, 0, 100, 100) }));
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::MarkOutsidePage);
    }

    void refusesPagesThatAreNotThere()
    {
        AlongSeam rule;
        rule.pages = plan::PageSet::parse(u"1-9"_s).value();
        const auto placed = plan::placeAlongSeam(sealOf(42, 42), rule, a4Pages(5));
        QVERIFY(!placed);
        QCOMPARE(placed.error().code, ErrorCode::PageSetInvalid);
    }
};

QTEST_GUILESS_MAIN(tst_Seam)
#include "tst_Seam.moc"
