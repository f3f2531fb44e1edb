#pragma once

#include "core/base/Result.h"
#include "core/certificate/Certificate.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace bidseal::cms {

/// How the signature is packed into the PDF.
enum class Profile {
    PadesBaseline, ///< ETSI.CAdES.detached, PAdES B-B (ETSI EN 319 142-1): no signing-time attribute
    Adobe, ///< adbe.pkcs7.detached, for readers that know no PAdES
};

enum class DigestAlgorithm { Sha256, Sha384, Sha512 };
enum class SignatureScheme { RsaPkcs1, RsaPss, Ecdsa };

struct SignatureAlgorithm {
    SignatureScheme scheme = SignatureScheme::RsaPkcs1;
    DigestAlgorithm digest = DigestAlgorithm::Sha256;
};

/// The digest that goes with a key: SHA-256, for P-384 SHA-384.
[[nodiscard]] Result<SignatureAlgorithm> algorithmFor(const certificate::Certificate& certificate);

/// The digest over a document's ByteRange: a type of its own, because signing another digest signs another document.
struct DocumentDigest {
    DigestAlgorithm algorithm = DigestAlgorithm::Sha256;
    QByteArray value;
};

/// A CMS SignedData (RFC 5652) with one SignerInfo and no content, waiting for its signature from a key that may be
/// anywhere: a token, a phone.
class PendingSignedData {
public:
    /// `chain` starts with the signer. `claimedTime` becomes a signing-time attribute in the Adobe profile only.
    [[nodiscard]] static Result<PendingSignedData> create(const std::vector<certificate::Certificate>& chain,
        SignatureAlgorithm algorithm, const DocumentDigest& digest, Profile profile, const QDateTime& claimedTime);

    /// The DER SET OF attributes: exactly the bytes that the key signs (RFC 5652, 5.4).
    [[nodiscard]] const QByteArray& signedAttributes() const;
    /// The whole structure in DER. The signature (ECDSA: as SEQUENCE{r, s}) is first verified against the signer's
    /// certificate. Errors: SignatureWrong.
    [[nodiscard]] Result<QByteArray> complete(const QByteArray& signature) const;

    /// An upper bound in bytes for complete()'s result, with room for a timestamp: how large the hole must be.
    [[nodiscard]] static std::size_t capacityFor(const std::vector<certificate::Certificate>& chain);

private:
    QByteArray m_skeleton;
    QByteArray m_signedAttributes;
    SignatureAlgorithm m_algorithm;
    std::vector<certificate::Certificate> m_chain;
};

/// What a stranger's SignedData says, and whether it holds together. Nothing here says who is trusted.
struct SignedDataReport {
    std::optional<certificate::Certificate> signer;
    std::vector<certificate::Certificate> certificates;
    QString digestName; ///< "SHA-256"; for the person who wants the details
    QString algorithmName; ///< "RSA", "RSA-PSS", "ECDSA P-256", "SM2"
    std::optional<QDateTime> signingTime; ///< attribute, claimed
    bool digestMatches = false; ///< message-digest attribute equals the document's digest
    bool signatureMatches = false; ///< over the signed attributes, by the signer's key
    bool signerIsBound = false; ///< ESS signing-certificate(-v2) names the signer's certificate
    QString problem; ///< English; empty where everything above holds
};

/// Computes digests on demand, because only the SignedData says which one it wants.
using DigestSource = std::function<Result<QByteArray>(const QString& digestName)>;

/// Reads DER (trailing zero padding of /Contents is allowed, anything else after it is not) and checks it.
/// Errors: DocumentDamaged (not a SignedData, more or less than one SignerInfo, content inside).
[[nodiscard]] Result<SignedDataReport> inspect(const QByteArray& contents, const DigestSource& documentDigest);

} // namespace bidseal::cms
