#pragma once

#include "core/certificate/Certificate.h"

#include <QStringList>

#include <optional>

/// Whether an authority has taken a certificate back: the questions and the answers as bytes. Nothing here knows a
/// network.
namespace bidseal::certificate {

/// Where the certificate itself says that it can be asked.
struct RevocationAddresses {
    QStringList ocsp; ///< authorityInfoAccess, id-ad-ocsp (RFC 5280, 4.2.2.1)
    QStringList lists; ///< cRLDistributionPoints (RFC 5280, 4.2.1.13)
};
[[nodiscard]] RevocationAddresses revocationAddresses(const Certificate& certificate);

enum class RevocationStatus {
    Good,
    Revoked,
    NotKnown, ///< whoever answered does not know this certificate
    Unusable, ///< an answer that proves nothing: not signed by the issuer, out of date, not readable
};

struct RevocationAnswer {
    RevocationStatus status = RevocationStatus::Unusable;
    QDateTime revokedAt {}; ///< UTC
    QString reason {}; ///< as RFC 5280, 5.3.1 writes it: "keyCompromise"; empty where none was given
    QDateTime asOf {}; ///< thisUpdate, UTC
    QString problem {}; ///< English, for the log
};

/// One question to an OCSP responder (RFC 6960) and what its answer means.
class OcspQuestion {
public:
    /// Nothing where OpenSSL cannot write it.
    [[nodiscard]] static std::optional<OcspQuestion> about(const Certificate& certificate, const Certificate& issuer);
    ~OcspQuestion();
    OcspQuestion(OcspQuestion&&) noexcept;
    OcspQuestion& operator=(OcspQuestion&&) noexcept;

    [[nodiscard]] const QByteArray& der() const;
    /// The answer counts if the issuer signed it, or somebody whom the issuer allows to (RFC 6960, 4.2.2.2), if it is
    /// about this certificate and of `utc`'s time. A nonce may be missing in it but not be another one.
    [[nodiscard]] RevocationAnswer read(const QByteArray& response, const QDateTime& utc) const;

private:
    struct Parts;
    explicit OcspQuestion(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// What the issuer's revocation list, in DER or PEM, says about a certificate.
[[nodiscard]] RevocationAnswer readRevocationList(
    const QByteArray& list, const Certificate& certificate, const Certificate& issuer, const QDateTime& utc);

} // namespace bidseal::certificate
