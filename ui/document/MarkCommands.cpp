#include "ui/document/MarkCommands.h"

namespace bidseal::document {

PlaceMarks::PlaceMarks(MarkList& list, std::vector<PlacedMark> marks, const QString& text)
    : QUndoCommand(text)
    , m_list(list)
    , m_marks(std::move(marks))
{
}

void PlaceMarks::redo() { m_list.insert(m_marks); }

void PlaceMarks::undo() { m_list.remove(m_marks); }

ChangePlacement::ChangePlacement(MarkList& list, MarkId id, const pdf::Placement& placement, UndoStep step)
    : m_list(list)
    , m_mark(id)
    , m_before(list.find(id)->placed.placement)
    , m_after(placement)
    , m_entryBefore(list.find(id)->entry)
    , m_step(step)
{
    if (m_before.sizeMm != m_after.sizeMm)
        setText(MarkList::tr("Resize seal"));
    else if (m_before.rotationDegrees != m_after.rotationDegrees)
        setText(MarkList::tr("Rotate seal"));
    else
        setText(MarkList::tr("Move seal"));
}

void ChangePlacement::redo() { m_list.setPlacement(m_mark, m_after, nullptr); }

void ChangePlacement::undo() { m_list.setPlacement(m_mark, m_before, m_entryBefore); }

int ChangePlacement::id() const { return 1; }

bool ChangePlacement::mergeWith(const QUndoCommand* next)
{
    const auto* const change = static_cast<const ChangePlacement*>(next); // same id(), hence same class
    if (change->m_step == UndoStep::New || change->m_mark != m_mark || change->text() != text())
        return false;
    m_after = change->m_after;
    return true;
}

RemoveMarks::RemoveMarks(MarkList& list, const std::vector<MarkId>& ids)
    : QUndoCommand(MarkList::tr("Delete %n seal(s)", nullptr, static_cast<int>(ids.size())))
    , m_list(list)
{
    for (const MarkId id : ids)
        m_marks.push_back(*list.find(id));
}

void RemoveMarks::redo() { m_rows = m_list.remove(m_marks); }

void RemoveMarks::undo() { m_list.putBack(m_marks, m_rows); }

} // namespace bidseal::document
