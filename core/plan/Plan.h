#pragma once

#include "core/plan/Rule.h"
#include "core/seal/Seal.h"

namespace bidseal::plan {

/// A seal as a plan names it: by the library's id on the computer where the plan was made, elsewhere by kind and name.
struct SealWish {
    QString id; ///< empty: any
    QString name; ///< empty: any
    seal::Kind kind = seal::Kind::Other;
    QSizeF sizeMm; ///< empty: the seal's own
    QString dayStyle {}; ///< of a date seal: DateStyle by name; the day is that of signing
    friend bool operator==(const SealWish&, const SealWish&) = default;
};

/// One line of a plan: which seal goes where.
struct Entry {
    SealWish seal;
    Rule rule;
    friend bool operator==(const Entry&, const Entry&) = default;
};

/// Everything that is put on a file, as rules that fit other files too.
struct Plan {
    QString title;
    std::vector<Entry> entries;
    friend bool operator==(const Plan&, const Plan&) = default;
};

} // namespace bidseal::plan
