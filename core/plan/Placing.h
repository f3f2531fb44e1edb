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

/// What a person should know before they sign. Nothing of it keeps anybody from signing.
enum class Caution {
    PageTooSmall, ///< the seal does not fit on this page, which was left out
    MovedOntoPage, ///< it would have reached over the edge and was moved in
    OverOtherSeal, ///< it covers another seal by more than a tenth of the smaller one
    StripsTooNarrow, ///< the seam was cut into more groups than were asked for
};
struct Noticed {
    Caution caution {};
    int page = 0; ///< index
};

struct Placed {
    std::vector<seal::PlacedSeal> marks; ///< in the order of pages
    QString fieldName; ///< of InField
    std::vector<Noticed> noticed;
};

/// Where a seal stands by a rule. Errors: PageSetInvalid, KeywordNotFound, FieldNotFound, MarkOutsidePage (on no page
/// is room for it), and those of the keyword search.
[[nodiscard]] Result<Placed> place(const seal::Seal& seal, const Rule& rule, const Paper& paper);

/// Pairs of marks that cover each other, and marks that leave their page.
[[nodiscard]] std::vector<Noticed> look(
    const std::vector<seal::PlacedSeal>& marks, const std::vector<pdf::PageGeometry>& pages);

/// The seal that a plan asks for: by id, then by name and kind, then the only one of its kind. Errors: SealNotFound
/// (facts.name is its name, or its kind).
[[nodiscard]] Result<seal::Seal> choose(const SealWish& wish, const std::vector<seal::Seal>& seals);

/// The whole plan. `day` is what date seals show. Errors: those above, PlanInvalid (two fields).
[[nodiscard]] Result<Placed> apply(
    const Plan& plan, const std::vector<seal::Seal>& seals, const Paper& paper, const QDate& day);

} // namespace bidseal::plan
