#include "core/relay/KeyAlgorithm.h"

namespace bidseal::relay {

cms::SignatureAlgorithm signatureAlgorithm(KeyAlgorithm algorithm)
{
    switch (algorithm) {
    case KeyAlgorithm::RsaPkcs1Sha256:
        return { cms::SignatureScheme::RsaPkcs1, cms::DigestAlgorithm::Sha256 };
    case KeyAlgorithm::EcdsaSha256:
        return { cms::SignatureScheme::Ecdsa, cms::DigestAlgorithm::Sha256 };
    case KeyAlgorithm::EcdsaSha384:
        return { cms::SignatureScheme::Ecdsa, cms::DigestAlgorithm::Sha384 };
    }
    return {};
}

bool suits(KeyAlgorithm algorithm, const certificate::Certificate& certificate)
{
    const auto offered = signatureAlgorithm(algorithm);
    const auto ofKey = cms::algorithmFor(certificate);
    return ofKey && ofKey->scheme == offered.scheme && ofKey->digest == offered.digest;
}

} // namespace bidseal::relay
