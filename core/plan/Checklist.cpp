#include "core/plan/Checklist.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace bidseal::plan {

namespace {

constexpr double kAtEdgeMm = 1; // where another program's strip may end

/// Marks that may fulfil one requirement on one page: those that do, and those that nobody can tell of.
struct Count {
    int known = 0, unknown = 0;
};

double distanceMm(const QRectF& one, const QRectF& other)
{
    const double right = std::max({ 0.0, other.left() - one.right(), one.left() - other.right() });
    const double down = std::max({ 0.0, other.top() - one.bottom(), one.top() - other.bottom() });
    return std::hypot(right, down);
}

bool reachesEdge(const pdf::Placement& placement, const QSizeF& pageMm)
{
    const QRectF inner(kAtEdgeMm, kAtEdgeMm, pageMm.width() - 2 * kAtEdgeMm, pageMm.height() - 2 * kAtEdgeMm);
    return !inner.contains(placement.boundsMm());
}

/// One requirement, looked for among the marks of one document.
class Search {
public:
    Search(const Requirement& requirement, const std::vector<StandingMark>& marks, const Paper& paper)
        : m_requirement(requirement)
        , m_marks(marks)
        , m_paper(paper)
    {
        m_checked.requirement = &requirement;
    }

    Result<Checked> run()
    {
        const auto pages = m_requirement.pages.in(static_cast<int>(m_paper.pages.size()));
        m_checked.pagesFound = pages.has_value();
        if (!pages)
            return std::move(m_checked);
        m_wanted = *pages;
        if (const auto found = findText(); !found)
            return failure(found.error());
        if (!m_checked.textFound)
            return std::move(m_checked);
        countMarks();
        if (m_requirement.everyPage || m_requirement.seam)
            checkEachPage();
        else
            checkAnywhere();
        if (m_checked.fulfilment != Fulfilment::Done)
            suggest();
        return std::move(m_checked);
    }

private:
    /// Where a text is asked for, only pages with it are wanted.
    Status findText()
    {
        const auto texts = m_requirement.near.split(u'|', Qt::SkipEmptyParts);
        if (texts.isEmpty())
            return {};
        for (const auto& text : texts) {
            if (!m_paper.findKeyword || text.trimmed().isEmpty())
                continue;
            const auto hits = m_paper.findKeyword(text.trimmed(), m_wanted);
            if (!hits)
                return failure(hits.error());
            for (const auto& hit : *hits)
                m_hits[hit.page].push_back(hit.boundsMm);
        }
        m_checked.textFound = !m_hits.empty();
        m_wanted.clear();
        for (const auto& [page, bounds] : m_hits)
            m_wanted.push_back(page);
        return {};
    }

    void countMarks()
    {
        const std::set<int> wanted(m_wanted.begin(), m_wanted.end());
        for (const auto& mark : m_marks) {
            if (!wanted.contains(mark.placement.page) || !standsNear(mark))
                continue;
            if (!mark.kind)
                m_counts[mark.placement.page].unknown += mayBeOfItsForm(mark) ? 1 : 0;
            else if (mark.isStrip == m_requirement.seam && isOfItsKind(*mark.kind))
                ++m_counts[mark.placement.page].known;
        }
    }

    [[nodiscard]] bool isOfItsKind(seal::Kind kind) const
    {
        return std::find(m_requirement.kinds.begin(), m_requirement.kinds.end(), kind) != m_requirement.kinds.end();
    }

    /// Another program's strip is known by where it ends.
    [[nodiscard]] bool mayBeOfItsForm(const StandingMark& mark) const
    {
        const auto& page = m_paper.pages[static_cast<std::size_t>(mark.placement.page)];
        return m_requirement.seam ? mark.isStrip || reachesEdge(mark.placement, page.visibleSizeMm()) : !mark.isStrip;
    }

    [[nodiscard]] bool standsNear(const StandingMark& mark) const
    {
        if (m_hits.empty() || m_requirement.nearMm <= 0)
            return true;
        const auto& hits = m_hits.at(mark.placement.page);
        const QRectF bounds = mark.placement.boundsMm();
        return std::any_of(hits.begin(), hits.end(),
            [&](const QRectF& hit) { return distanceMm(hit, bounds) <= m_requirement.nearMm; });
    }

    [[nodiscard]] Count countOn(int page) const
    {
        const auto found = m_counts.find(page);
        return found == m_counts.end() ? Count {} : found->second;
    }

    void checkEachPage()
    {
        const int least = m_requirement.seam ? 1 : m_requirement.atLeast;
        std::vector<int> missing, unclear;
        for (const int page : m_wanted) {
            const Count count = countOn(page);
            if (count.known + count.unknown < least)
                missing.push_back(page);
            else if (count.known < least)
                unclear.push_back(page);
        }
        const bool nothingToCut = m_requirement.seam && m_wanted.size() == 1;
        if (nothingToCut || (missing.empty() && unclear.empty()))
            conclude(Fulfilment::Done, m_wanted);
        else if (missing.empty())
            conclude(Fulfilment::CannotTell, unclear);
        else
            conclude(Fulfilment::Missing, missing);
    }

    void checkAnywhere()
    {
        Count all;
        std::vector<int> known, marked;
        for (const auto& [page, count] : m_counts) {
            all.known += count.known;
            all.unknown += count.unknown;
            if (count.known > 0)
                known.push_back(page);
            if (count.known + count.unknown > 0)
                marked.push_back(page);
        }
        const bool isAnywhere = m_requirement.near.isEmpty() && m_requirement.pages.isAll();
        if (all.known >= m_requirement.atLeast)
            conclude(Fulfilment::Done, known);
        else if (all.known + all.unknown >= m_requirement.atLeast)
            conclude(Fulfilment::CannotTell, marked);
        else
            conclude(Fulfilment::Missing, isAnywhere ? std::vector<int>() : m_wanted);
    }

    void conclude(Fulfilment fulfilment, std::vector<int> pages)
    {
        m_checked.fulfilment = fulfilment;
        m_checked.pages = std::move(pages);
    }

    /// "（盖章）" is on many pages; the one that is meant is on the page with the form's title.
    void suggest()
    {
        m_checked.suggestion = m_requirement.suggestion;
        if (!m_checked.suggestion || m_checked.pages.empty())
            return;
        auto* atKeyword = std::get_if<AtKeyword>(&*m_checked.suggestion);
        auto* onPages = std::get_if<OnPages>(&*m_checked.suggestion);
        if (atKeyword && atKeyword->pages.isAll())
            atKeyword->pages = PageSet::of(m_checked.pages);
        else if (onPages && onPages->pages.isAll() && m_requirement.everyPage)
            onPages->pages = PageSet::of(m_checked.pages);
    }

    const Requirement& m_requirement;
    const std::vector<StandingMark>& m_marks;
    const Paper& m_paper;
    std::vector<int> m_wanted; ///< pages, ascending
    std::map<int, std::vector<QRectF>> m_hits; ///< of `near`, by page
    std::map<int, Count> m_counts; ///< by page
    Checked m_checked;
};

} // namespace

std::vector<StandingMark> standingMarks(const std::vector<pdf::MarkInFile>& marks)
{
    std::vector<StandingMark> standing;
    for (const auto& mark : marks) {
        if (mark.standing == pdf::MarkInFile::Standing::UncoveredPicture || mark.rectMm.isEmpty())
            continue;
        const auto kind = mark.kind.isEmpty() ? std::nullopt : std::optional(seal::kindNamed(mark.kind));
        standing.push_back({ kind, { mark.page, mark.rectMm.center(), mark.rectMm.size(), 0 }, mark.isStrip });
    }
    return standing;
}

Result<std::vector<Checked>> check(
    const Checklist& checklist, const std::vector<StandingMark>& marks, const Paper& paper)
{
    std::vector<Checked> all;
    for (const auto& requirement : checklist.requirements) {
        auto checked = Search(requirement, marks, paper).run();
        if (!checked)
            return failure(checked.error());
        all.push_back(std::move(*checked));
    }
    return all;
}

bool isReady(const std::vector<Checked>& checked)
{
    return std::all_of(
        checked.begin(), checked.end(), [](const Checked& one) { return one.fulfilment == Fulfilment::Done; });
}

} // namespace bidseal::plan
