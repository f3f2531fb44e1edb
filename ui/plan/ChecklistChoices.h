#pragma once

#include <QString>

namespace bidseal::plan {

/// Which checklist belongs to which document, remembered for this user: the id of one of the program's own, or the path
/// of a file. Documents are kept by the digest of their path only.
class ChecklistChoices {
public:
    [[nodiscard]] static QString of(const QString& document); ///< empty: none
    static void set(const QString& document, const QString& choice);
};

} // namespace bidseal::plan
