#pragma once

#include "ui/document/DocumentSession.h"
#include "ui/plan/SignatureShare.h"

namespace bidseal::plan {

/// Who signs a seal with which key, in words: "示例公司, UKey …". Empty where nobody knows.
using SignerOf = std::function<QString(const seal::Seal&)>;

/// What one line of the list says: the marks that one line of a plan put there, or one that was placed by hand.
struct PlanRow {
    std::shared_ptr<const Entry> entry; ///< null: placed by hand
    seal::Seal seal; ///< of the first mark
    std::vector<document::MarkId> marks; ///< in the order of reading
    QString where;
    QString signer; ///< may be empty
    QString part; ///< what the marks are in the signature: carrying it, or covered by it
    QStringList cautions;

    [[nodiscard]] bool isSameLine(const PlanRow& other) const; ///< whatever else it says now
    friend bool operator==(const PlanRow& left, const PlanRow& right);
};

struct PlanLines {
    std::vector<PlanRow> rows; ///< in the order in which they were placed
    int pages = 0; ///< that carry a mark
    bool tooMany = false; ///< marks for one signer
};
[[nodiscard]] PlanLines planLines(
    const document::DocumentSession& session, const SignerOf& signerOf, const ShareRule& share);

} // namespace bidseal::plan
