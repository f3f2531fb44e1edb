#pragma once

#include "core/base/Progress.h"
#include "core/pdf/Document.h"
#include "core/plan/Plan.h"
#include "core/seal/PlacedSeal.h"
#include "core/text/KeywordSearch.h"

#include <functional>

namespace bidseal::plan {

/// text::KeywordSearch::find, or what stands in for it.
using FindKeyword = std::function<Result<std::vector<text::Hit>>(const QString& text, const std::vector<int>& pages)>;

/// The document that seals are placed on.
struct Paper {
    const std::vector<pdf::PageGeometry>& pages;
    std::vector<pdf::EmptyField> fields {};
    FindKeyword findKeyword {}; ///< empty: nothing is found
};

/// What a person should know before they sign. Nothing of it keeps anybody from signing, but for LeavesPage.
enum class Caution {
    PageTooSmall, ///< the seal does not fit on this page, which was left out
    MovedOntoPage, ///< it would have reached over the edge and was moved in
    OverOtherSeal, ///< it covers another seal by more than a tenth of the smaller one
    StripsTooNarrow, ///< the seam was cut into more groups than were asked for
    LeavesPage, ///< it reaches over the edge as it stands
};
struct Noticed {
    Caution caution {};
    int page = 0; ///< index
    std::vector<int> marks {}; ///< of look(): indexes of the marks it is about, one or two
};

struct Placed {
    std::vector<seal::PlacedSeal> marks; ///< in the order of pages; the field's before all others
    QString fieldName; ///< of InField
    std::vector<Noticed> noticed;
};

/// Where a seal stands by a rule. A mark in a field has the size that its field allows; an invisible field has none.
/// Errors: PageSetInvalid, KeywordNotFound (facts.name is the text), FieldNotFound and FieldLocked (facts.name is the
/// field), MarkOutsidePage (on no page is room for it), and those of the keyword search.
[[nodiscard]] Result<Placed> place(const seal::Seal& seal, const Rule& rule, const Paper& paper);

/// Pairs of marks that cover each other, and marks that leave their page. A seal over a date or a handwritten name is
/// how it should be (骑年盖月) and is not noticed.
[[nodiscard]] std::vector<Noticed> look(
    const std::vector<seal::PlacedSeal>& marks, const std::vector<pdf::PageGeometry>& pages);

/// The seal that a plan asks for, in the size it asks for: by id, then by name and kind, then the only one of its kind.
/// Errors: SealNotFound (facts.name is its name, or its kind).
[[nodiscard]] Result<seal::Seal> choose(const SealWish& wish, const std::vector<seal::Seal>& seals);

/// As choose(), but a date seal is made for `day` where the wish has a style for it, or names none of the library's.
/// Errors: SealNotFound, and those of dateSeal().
[[nodiscard]] Result<seal::Seal> sealFor(const SealWish& wish, const std::vector<seal::Seal>& seals, const QDate& day);

/// The whole plan, with what look() notices about it. `day` is what date seals show. Errors: those above, PlanInvalid
/// (two fields).
[[nodiscard]] Result<Placed> apply(
    const Plan& plan, const std::vector<seal::Seal>& seals, const Paper& paper, const QDate& day);

} // namespace bidseal::plan
