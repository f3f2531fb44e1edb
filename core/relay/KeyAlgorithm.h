#pragma once

#include "core/cms/SignedData.h"

namespace bidseal::relay {

/// How a phone's key signs: what the protocol has words for (docs/relay-protocol.md, 5.3).
enum class KeyAlgorithm { RsaPkcs1Sha256, EcdsaSha256, EcdsaSha384 };

[[nodiscard]] cms::SignatureAlgorithm signatureAlgorithm(KeyAlgorithm algorithm);
/// RSA, P-256 and P-384 have one each.
[[nodiscard]] bool suits(KeyAlgorithm algorithm, const certificate::Certificate& certificate);

} // namespace bidseal::relay
