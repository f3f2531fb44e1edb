#include "ui/plan/PlanOf.h"

#include "ui/document/WishFor.h"

#include "core/plan/DateSeal.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

using document::PlacedMark;

namespace {

/// To a hundredth of a millimetre, in which nobody sees a difference.
double rounded(double mm) { return std::round(mm * 100) / 100; }

/// The place of a mark, whatever its page.
OnPages placeOf(const pdf::Placement& placement, const pdf::PageGeometry& page)
{
    const QSizeF size = page.visibleSizeMm();
    const bool isRight = placement.centreMm.x() > size.width() / 2;
    const bool isBottom = placement.centreMm.y() > size.height() / 2;
    OnPages place;
    place.corner = isBottom ? (isRight ? Corner::BottomRight : Corner::BottomLeft)
                            : (isRight ? Corner::TopRight : Corner::TopLeft);
    place.centreMm = QPointF(rounded(isRight ? size.width() - placement.centreMm.x() : placement.centreMm.x()),
        rounded(isBottom ? size.height() - placement.centreMm.y() : placement.centreMm.y()));
    place.rotationDegrees = placement.rotationDegrees;
    return place;
}

/// "1-3,8" of indexes; what reaches the last page counts from the end, so that a longer document is served too.
PageSet pageSet(const std::set<int>& pages, int pageCount)
{
    if (pageCount > 1 && static_cast<int>(pages.size()) == pageCount)
        return {};
    QStringList spans;
    for (auto page = pages.begin(); page != pages.end();) {
        const int first = *page;
        int last = first;
        for (++page; page != pages.end() && *page == last + 1; ++page)
            last = *page;
        const bool reachesEnd = last == pageCount - 1;
        if (first == last)
            spans << (reachesEnd ? u"r1"_s : QString::number(first + 1));
        else
            spans << (reachesEnd ? u"%1-"_s.arg(first + 1) : u"%1-%2"_s.arg(first + 1).arg(last + 1));
    }
    return PageSet::parse(spans.join(u',')).value_or(PageSet());
}

/// Marks of one seal in the same place, on these pages.
struct Heap {
    SealWish seal;
    OnPages place;
    std::set<int> pages;
    std::size_t entry = 0; ///< in the plan
};

} // namespace

Plan planOf(const document::DocumentSession& session)
{
    Plan plan;
    std::set<const Entry*> known;
    std::vector<Heap> heaps;
    for (const PlacedMark& mark : session.marks().marks()) {
        if (mark.entry) {
            if (known.insert(mark.entry.get()).second)
                plan.entries.push_back(*mark.entry);
            continue;
        }
        if (mark.placed.isStrip())
            continue;
        const pdf::Placement& placement = mark.placed.placement;
        const SealWish seal = document::wishFor(mark.placed.seal, placement.sizeMm);
        const OnPages place = placeOf(placement, session.page(placement.page));
        auto heap = std::find_if(heaps.begin(), heaps.end(), [&](const Heap& other) {
            return other.seal == seal && other.place == place && other.pages.count(placement.page) == 0;
        });
        if (heap == heaps.end()) {
            heap = heaps.insert(heap, { seal, place, {}, plan.entries.size() });
            plan.entries.push_back({ seal, place });
        }
        heap->pages.insert(placement.page);
    }
    for (Heap& heap : heaps) {
        heap.place.pages = pageSet(heap.pages, session.pageCount());
        plan.entries[heap.entry].rule = heap.place;
    }
    return plan;
}

} // namespace bidseal::plan
