#include "ui/document/MarkList.h"

#include <QLocale>

#include <algorithm>
#include <map>
#include <tuple>

namespace bidseal::document {

int MarkList::rowOf(MarkId id) const
{
    const auto number = static_cast<std::size_t>(id);
    return number < m_rows.size() ? m_rows[number] : -1;
}

/// Rows from `from` on have changed.
void MarkList::countRows(std::size_t from)
{
    m_rows.resize(static_cast<std::size_t>(m_lastId) + 1, -1);
    for (std::size_t row = from; row < m_marks.size(); ++row)
        m_rows[static_cast<std::size_t>(m_marks[row].id)] = static_cast<int>(row);
}

const PlacedMark* MarkList::find(MarkId id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_marks[static_cast<std::size_t>(row)];
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
    const std::size_t first = m_marks.size();
    m_marks.insert(m_marks.end(), marks.begin(), marks.end());
    countRows(first);
    for (const PlacedMark& mark : marks)
        Q_EMIT added(mark.id);
    Q_EMIT changed();
}

std::vector<int> MarkList::remove(const std::vector<PlacedMark>& marks)
{
    std::vector<int> rows;
    for (const PlacedMark& mark : marks) {
        rows.push_back(rowOf(mark.id));
        if (m_selected == mark.id)
            select(std::nullopt);
        Q_EMIT aboutToRemove(mark.id);
    }
    for (const PlacedMark& mark : marks)
        m_rows[static_cast<std::size_t>(mark.id)] = -1;
    // All in one go: hundreds of strips leave as quickly as one seal.
    std::erase_if(m_marks, [this](const PlacedMark& mark) { return rowOf(mark.id) < 0; });
    countRows(0);
    for (const PlacedMark& mark : marks)
        Q_EMIT removed(mark.id, mark.page());
    Q_EMIT changed();
    return rows;
}

void MarkList::putBack(const std::vector<PlacedMark>& marks, const std::vector<int>& rows)
{
    std::map<int, const PlacedMark*> returning; // by the row in which it stood
    for (std::size_t i = 0; i < marks.size(); ++i)
        returning.emplace(rows[i], &marks[i]);
    std::vector<PlacedMark> whole;
    whole.reserve(m_marks.size() + marks.size());
    auto staying = m_marks.begin();
    for (const auto& [row, mark] : returning) {
        for (; static_cast<int>(whole.size()) < row && staying != m_marks.end(); ++staying)
            whole.push_back(std::move(*staying));
        whole.push_back(*mark);
    }
    std::move(staying, m_marks.end(), std::back_inserter(whole));
    m_marks = std::move(whole);
    countRows(0);
    for (const PlacedMark& mark : marks)
        Q_EMIT added(mark.id);
    Q_EMIT changed();
}

void MarkList::setPlacement(MarkId id, const pdf::Placement& placement, std::shared_ptr<const plan::Entry> entry)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    PlacedMark& mark = m_marks[static_cast<std::size_t>(row)];
    if (mark.placed.placement == placement && mark.entry == entry)
        return;
    const int fromPage = mark.page();
    mark.placed.placement = placement;
    mark.entry = std::move(entry);
    Q_EMIT moved(id, fromPage);
    Q_EMIT changed();
}

QString markText(const seal::PlacedSeal& placed)
{
    const auto wholeMm = [](double mm) { return QLocale().toString(qRound(mm)); };
    const pdf::Placement& placement = placed.placement;
    const QString sentence = placed.isStrip()
        //: A strip of a cross-page seal (骑缝章)
        ? MarkList::tr("strip of seal %1, page %2, %3 mm from left, %4 mm from top")
        : MarkList::tr("seal %1, page %2, %3 mm from left, %4 mm from top");
    return sentence.arg(placed.seal.name, QLocale().toString(placement.page + 1), wholeMm(placement.centreMm.x()),
        wholeMm(placement.centreMm.y()));
}

} // namespace bidseal::document
