#pragma once

#include "core/seal/PlacedSeal.h"

#include <vector>

namespace bidseal::signing {

/// The seals that one certificate can put on a document together.
struct SignerShare {
    QString holder; ///< whose certificate it has to be; empty: anybody's
    std::vector<seal::PlacedSeal> seals;
};

/// Shares the seals out among as few signers as can be: seals that may be used with the same holder's certificate go
/// together, seals that are nobody's in particular go with the first. The share with the most seals comes first: a
/// later signer's seals are signature fields, of which there cannot be many. Without seals one share without any.
[[nodiscard]] std::vector<SignerShare> shareOut(const std::vector<seal::PlacedSeal>& seals);

} // namespace bidseal::signing
