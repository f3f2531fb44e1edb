#pragma once

#include "core/pdf/Document.h"

#include <functional>

namespace bidseal::plan {

enum class EarlierSignature { None, There };

/// How the marks of one signer are written into the file: the first `carrying` of them carry the signature themselves,
/// the others are pictures that it covers.
struct SignatureShare {
    int carrying = 0;
    int pictures = 0;
    bool tooMany = false; ///< more than the file can be given

    friend bool operator==(const SignatureShare&, const SignatureShare&) = default;
};
using ShareRule = std::function<SignatureShare(int marks, EarlierSignature earlier)>;

/// As core/pdf decides it when it writes (pdf::MarkAllowance): a few marks each carry the signature; of more the first
/// one does, unless an earlier signature is there, after which only signature fields may be added.
[[nodiscard]] SignatureShare shareOfSignature(int marks, EarlierSignature earlier);
/// The same for a document that says what it takes.
[[nodiscard]] ShareRule shareRuleOf(const pdf::MarkAllowance& allowance);

} // namespace bidseal::plan
