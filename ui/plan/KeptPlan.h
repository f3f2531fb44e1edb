#pragma once

#include "core/pdf/Document.h"
#include "core/plan/Plan.h"
#include "ui/document/MarkList.h"

namespace bidseal::plan {

/// A seal as a file may name it that is not encrypted: without its picture, which the library has.
struct KeptSeal {
    QString id, name;
    seal::Kind kind = seal::Kind::Other;
    QSizeF sizeMm;
    QDate day; ///< of a date seal

    friend bool operator==(const KeptSeal&, const KeptSeal&) = default;
};

struct KeptMark {
    std::size_t seal = 0; ///< of the seals
    pdf::Placement placement;
    QRectF part { 0, 0, 1, 1 };
    std::optional<std::size_t> entry {}; ///< of the entries; nothing: placed by hand
};

/// The marks of an open document that nobody has signed yet.
struct KeptPlan {
    QDateTime saved; ///< UTC
    std::vector<KeptSeal> seals;
    std::vector<std::optional<Entry>> entries; ///< nothing: a rule that is not understood any more
    std::vector<KeptMark> marks; ///< in the order in which they were placed

    [[nodiscard]] bool isEmpty() const { return marks.empty(); }
};
[[nodiscard]] KeptPlan keptPlan(const std::vector<document::PlacedMark>& marks, const QDateTime& now);

/// What one file holds: the marks as they are, and an earlier plan that was offered and not answered yet.
struct Kept {
    pdf::FileState document; ///< as it was opened
    KeptPlan current;
    KeptPlan offered;

    [[nodiscard]] bool isEmpty() const { return current.isEmpty() && offered.isEmpty(); }
};

[[nodiscard]] QByteArray keptBytes(const Kept& kept);
/// Whatever keptBytes() did not write exactly so is refused. Errors: PlanInvalid.
[[nodiscard]] Result<Kept> parseKept(const QByteArray& bytes);

/// Errors: FileNotFound (nothing is kept), FileNotReadable, PlanInvalid.
[[nodiscard]] Result<Kept> readKept(const QString& path);
/// Whole or not at all, private to the user; an empty one is no file. Errors: OutputNotWritable, DiskFull.
[[nodiscard]] Status writeKept(const QString& path, const Kept& kept);

} // namespace bidseal::plan
