#pragma once

#include "core/certificate/Certificate.h"

#include <optional>

namespace bidseal::certificate {

/// Whether a certificate leads to somebody who is trusted, and where the way breaks off.
enum class Trust {
    Trusted,
    IssuerUnknown, ///< nobody here issued it
    RootUnknown, ///< the way ends at a root that is not among the trusted ones
    IssuerExpired,
    IssuerNotYetValid,
    SignatureWrong, ///< altered, or issued by somebody who only has the issuer's name
    IssuerNoAuthority, ///< an issuer's certificate does not allow issuing
    NotJudged, ///< anything else: see the problem
};

struct ChainVerdict {
    Trust trust = Trust::NotJudged;
    std::optional<Certificate> about; ///< the certificate at which the way broke off; none where it did not
    QString problem; ///< English, for the log
};

/// Follows `signer` over `issuers` (in any order, trusted for nothing) to one of `roots`, by OpenSSL's own verifier
/// (RFC 5280, 6). A root need not be self-signed. Whether the signer itself has expired, and what it is for, is
/// checkMaySign's business.
[[nodiscard]] ChainVerdict verifyChain(const Certificate& signer, const std::vector<Certificate>& issuers,
    const std::vector<Certificate>& roots, const QDateTime& utc);

/// The certificates of a PEM file; what is not readable is left out.
[[nodiscard]] std::vector<Certificate> certificatesFromPem(const QByteArray& pem);

/// Key usage that allows signatures over documents, or says nothing (RFC 5280, 4.2.1.3).
[[nodiscard]] bool allowsSigning(const Certificate& certificate);

/// A certification authority's.
[[nodiscard]] bool isAuthority(const Certificate& certificate);

} // namespace bidseal::certificate
