#pragma once

#include "core/plan/Plan.h"
#include "core/seal/PlacedSeal.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace bidseal::document {

/// Names a mark for as long as its document is open; also after it was removed and came back by undo.
enum class MarkId : int {};

struct PlacedMark {
    MarkId id {};
    seal::PlacedSeal placed;
    /// The line of the plan that put it there, shared by all marks that it put; null for one placed by hand.
    std::shared_ptr<const plan::Entry> entry {};

    [[nodiscard]] int page() const { return placed.placement.page; }
};

/// The seals that have been placed on the document and wait to be signed, in the order in which they were placed, and
/// which one of them is selected. It only keeps them; DocumentSession changes them, so that everything can be undone.
class MarkList : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] const std::vector<PlacedMark>& marks() const { return m_marks; }
    [[nodiscard]] bool isEmpty() const { return m_marks.empty(); }
    [[nodiscard]] int count() const { return static_cast<int>(m_marks.size()); }
    [[nodiscard]] const PlacedMark* find(MarkId id) const;
    [[nodiscard]] std::vector<PlacedMark> onPage(int page) const;
    /// By page, then from top to bottom, then from left to right: the order in which Tab visits them.
    [[nodiscard]] std::vector<MarkId> inReadingOrder() const;

    [[nodiscard]] std::optional<MarkId> selected() const { return m_selected; }
    void select(std::optional<MarkId> id);

    // For undo commands only. Each tells about all its marks, then changed() once.
    [[nodiscard]] MarkId newId();
    void insert(const std::vector<PlacedMark>& marks); ///< behind all others
    /// Gives the row in which each stood before; -1 for one that is not there.
    std::vector<int> remove(const std::vector<PlacedMark>& marks);
    void putBack(const std::vector<PlacedMark>& marks, const std::vector<int>& rows); ///< undoes remove()
    void setPlacement(MarkId id, const pdf::Placement& placement, std::shared_ptr<const plan::Entry> entry);

Q_SIGNALS:
    void added(bidseal::document::MarkId id);
    void aboutToRemove(bidseal::document::MarkId id);
    void removed(bidseal::document::MarkId id, int page);
    void moved(bidseal::document::MarkId id, int fromPage); ///< moved, resized or rotated
    void selectionChanged(std::optional<bidseal::document::MarkId> id);
    void changed(); ///< after any of added, removed, moved

private:
    [[nodiscard]] int rowOf(MarkId id) const;
    void countRows(std::size_t from);

    std::vector<PlacedMark> m_marks;
    std::vector<int> m_rows; ///< by id: in m_marks, -1 for one that was removed. Ids are small and never used again.
    std::optional<MarkId> m_selected;
    int m_lastId = 0;
};

/// "Company seal, page 3, 120 mm from left, 230 mm from top": what a screen reader and the status line say.
[[nodiscard]] QString markText(const seal::PlacedSeal& placed);

} // namespace bidseal::document
