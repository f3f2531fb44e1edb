#pragma once

#include "ui/document/MarkList.h"

#include <QUndoCommand>

namespace bidseal::document {

/// Whether a change is a step of undo of its own, or goes on with the one before (a key that is held down).
enum class UndoStep { New, Continued };

/// Places marks; undo takes them away again.
class PlaceMarks : public QUndoCommand {
public:
    PlaceMarks(MarkList& list, std::vector<PlacedMark> marks, const QString& text);
    void redo() override;
    void undo() override;

private:
    MarkList& m_list;
    std::vector<PlacedMark> m_marks;
};

/// Moves, resizes or rotates a mark. It then stands by hand, whatever rule had put it there.
class ChangePlacement : public QUndoCommand {
public:
    ChangePlacement(MarkList& list, MarkId id, const pdf::Placement& placement, UndoStep step);
    void redo() override;
    void undo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand* next) override;

private:
    MarkList& m_list;
    MarkId m_mark;
    pdf::Placement m_before, m_after;
    std::shared_ptr<const plan::Entry> m_entryBefore;
    UndoStep m_step;
};

/// Takes marks away; undo puts them back where they were, with the names they had.
class RemoveMarks : public QUndoCommand {
public:
    RemoveMarks(MarkList& list, const std::vector<MarkId>& ids);
    void redo() override;
    void undo() override;

private:
    MarkList& m_list;
    std::vector<PlacedMark> m_marks;
    std::vector<int> m_rows; ///< in which they stood
};

} // namespace bidseal::document
