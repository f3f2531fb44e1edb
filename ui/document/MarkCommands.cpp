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
    , m_step(step)
{
    if (m_before.sizeMm != m_after.sizeMm)
        setText(MarkList::tr("Resize seal"));
    else if (m_before.rotationDegrees != m_after.rotationDegrees)
        setText(MarkList::tr("Rotate seal"));
    else
        setText(MarkList::tr("Move seal"));
}

void ChangePlacement::redo() { m_list.setPlacement(m_mark, m_after); }

void ChangePlacement::undo() { m_list.setPlacement(m_mark, m_before); }

int ChangePlacement::id() const { return 1; }

bool ChangePlacement::mergeWith(const QUndoCommand* next)
{
    const auto* const change = static_cast<const ChangePlacement*>(next); // same id(), hence same class
    if (change->m_step == UndoStep::New || change->m_mark != m_mark || change->text() != text())
        return false;
    m_after = change->m_after;
    return true;
}

RemoveMark::RemoveMark(MarkList& list, MarkId id)
    : QUndoCommand(MarkList::tr("Delete seal"))
    , m_list(list)
    , m_mark(*list.find(id))
{
}

void RemoveMark::redo() { m_row = m_list.remove(m_mark.id); }

void RemoveMark::undo() { m_list.insert(m_mark, m_row); }

} // namespace bidseal::document
