#include "ui/document/MarkList.h"

#include <QLocale>

#include <algorithm>
#include <tuple>

namespace bidseal::document {

std::vector<PlacedMark>::iterator MarkList::iterator(MarkId id)
{
    return std::find_if(m_marks.begin(), m_marks.end(), [id](const PlacedMark& mark) { return mark.id == id; });
}

const PlacedMark* MarkList::find(MarkId id) const
{
    const auto found
        = std::find_if(m_marks.begin(), m_marks.end(), [id](const PlacedMark& mark) { return mark.id == id; });
    return found == m_marks.end() ? nullptr : &*found;
}

std::vector<PlacedMark> MarkList::onPage(int page) const
{
    std::vector<PlacedMark> marks;
    std::copy_if(m_marks.begin(), m_marks.end(), std::back_inserter(marks),
        [page](const PlacedMark& mark) { return mark.page() == page; });
    return marks;
}

std::vector<MarkId> MarkList::inReadingOrder() const
{
    std::vector<const PlacedMark*> sorted;
    for (const PlacedMark& mark : m_marks)
        sorted.push_back(&mark);
    std::stable_sort(sorted.begin(), sorted.end(), [](const PlacedMark* left, const PlacedMark* right) {
        const pdf::Placement& a = left->placed.placement;
        const pdf::Placement& b = right->placed.placement;
        return std::tuple(a.page, a.centreMm.y(), a.centreMm.x()) < std::tuple(b.page, b.centreMm.y(), b.centreMm.x());
    });
    std::vector<MarkId> ids;
    for (const PlacedMark* mark : sorted)
        ids.push_back(mark->id);
    return ids;
}

void MarkList::select(std::optional<MarkId> id)
{
    if (id && !find(*id))
        id.reset();
    if (m_selected == id)
        return;
    m_selected = id;
    Q_EMIT selectionChanged(id);
}

MarkId MarkList::newId() { return MarkId { ++m_lastId }; }

void MarkList::insert(const std::vector<PlacedMark>& marks)
{
    for (const PlacedMark& mark : marks) {
        m_marks.push_back(mark);
        Q_EMIT added(mark.id);
    }
    Q_EMIT changed();
}

std::size_t MarkList::take(MarkId id)
{
    const auto found = iterator(id);
    if (found == m_marks.end())
        return m_marks.size();
    if (m_selected == id)
        select(std::nullopt);
    Q_EMIT aboutToRemove(id);
    const auto row = static_cast<std::size_t>(found - m_marks.begin());
    const int page = found->page();
    m_marks.erase(found);
    Q_EMIT removed(id, page);
    return row;
}

std::vector<std::size_t> MarkList::remove(const std::vector<PlacedMark>& marks)
{
    std::vector<std::size_t> rows(marks.size());
    for (std::size_t i = marks.size(); i-- > 0;)
        rows[i] = take(marks[i].id);
    Q_EMIT changed();
    return rows;
}

void MarkList::putBack(const std::vector<PlacedMark>& marks, const std::vector<std::size_t>& rows)
{
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto row = std::min(rows[i], m_marks.size());
        m_marks.insert(m_marks.begin() + static_cast<std::ptrdiff_t>(row), marks[i]);
        Q_EMIT added(marks[i].id);
    }
    Q_EMIT changed();
}

void MarkList::setPlacement(MarkId id, const pdf::Placement& placement, std::shared_ptr<const plan::Entry> entry)
{
    const auto found = iterator(id);
    if (found == m_marks.end() || found->placed.placement == placement)
        return;
    const int fromPage = found->page();
    found->placed.placement = placement;
    found->entry = std::move(entry);
    Q_EMIT moved(id, fromPage);
    Q_EMIT changed();
}

QString markText(const seal::PlacedSeal& placed)
{
    const auto wholeMm = [](double mm) { return QLocale().toString(qRound(mm)); };
    const pdf::Placement& placement = placed.placement;
    return MarkList::tr("seal %1, page %2, %3 mm from left, %4 mm from top")
        .arg(placed.seal.name, QLocale().toString(placement.page + 1), wholeMm(placement.centreMm.x()),
            wholeMm(placement.centreMm.y()));
}

} // namespace bidseal::document
