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

/// Moves, resizes or rotates a mark.
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
    UndoStep m_step;
};

/// Takes a mark away; undo puts it back where it was, with the name it had.
class RemoveMark : public QUndoCommand {
public:
    RemoveMark(MarkList& list, MarkId id);
    void redo() override;
    void undo() override;

private:
    MarkList& m_list;
    PlacedMark m_mark;
    std::size_t m_row = 0;
};

} // namespace bidseal::document
