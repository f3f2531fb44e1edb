#pragma once

#include "core/base/Result.h"
#include "core/certificate/Certificate.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

namespace bidseal::cms {

/// How the signature is packed into the PDF.
enum class Profile {
    PadesBaseline, ///< ETSI.CAdES.detached, PAdES B-B (ETSI EN 319 142-1): no signing-time attribute
    Adobe, ///< adbe.pkcs7.detached, for readers that know no PAdES
};

enum class DigestAlgorithm { Sha256, Sha384, Sha512 };
/// As EVP_MD_fetch takes it, and as `openssl dgst` does: "SHA256".
[[nodiscard]] const char* digestName(DigestAlgorithm algorithm);
[[nodiscard]] int digestSize(DigestAlgorithm algorithm); ///< bytes

enum class SignatureScheme { RsaPkcs1, RsaPss, Ecdsa };

struct SignatureAlgorithm {
    SignatureScheme scheme = SignatureScheme::RsaPkcs1;
    DigestAlgorithm digest = DigestAlgorithm::Sha256;
};

/// The digest that goes with a key: SHA-256, for P-384 SHA-384. Errors: KeyUnsupported.
[[nodiscard]] Result<SignatureAlgorithm> algorithmFor(const certificate::Certificate& certificate);

/// The digest over a document's ByteRange: a type of its own, because signing another digest signs another document.
struct DocumentDigest {
    DigestAlgorithm algorithm = DigestAlgorithm::Sha256;
    QByteArray value;
};

/// A CMS SignedData (RFC 5652) with one SignerInfo and no content, waiting for its signature from a key that may be
/// anywhere: a token, a phone. Signed attributes: content-type, message-digest, signing-certificate-v2, whose hash is
/// the signature's own, so that the weakest link is nowhere weaker than the signature.
class PendingSignedData {
public:
    /// `chain` starts with the signer. `claimedTime` becomes a signing-time attribute in the Adobe profile only.
    /// Errors: KeyUnsupported (an algorithm that is not the key's).
    [[nodiscard]] static Result<PendingSignedData> create(const std::vector<certificate::Certificate>& chain,
        SignatureAlgorithm algorithm, const DocumentDigest& digest, Profile profile, const QDateTime& claimedTime);

    /// The DER SET OF attributes: exactly the bytes that the key signs (RFC 5652, 5.4).
    [[nodiscard]] const QByteArray& signedAttributes() const { return m_signedAttributes; }
    /// The whole structure in DER. The signature (ECDSA: as SEQUENCE{r, s}) is first verified against the signer's
    /// certificate. Errors: SignatureWrong.
    [[nodiscard]] Result<QByteArray> complete(const QByteArray& signature) const;

    /// An upper bound in bytes for complete()'s result, with room for a timestamp: how large the hole must be.
    [[nodiscard]] static std::size_t capacityFor(const std::vector<certificate::Certificate>& chain);

private:
    PendingSignedData(certificate::Certificate signer, QByteArray skeleton, QByteArray signedAttributes);

    certificate::Certificate m_signer;
    QByteArray m_skeleton; ///< everything but the signature
    QByteArray m_signedAttributes;
};

/// What a stranger's SignedData says, and whether it holds together. Nothing here says who is trusted.
struct SignedDataReport {
    std::optional<certificate::Certificate> signer;
    std::vector<certificate::Certificate> certificates; ///< all that came with it, the signer's among them
    QString digestName; ///< "SHA-256"; for the person who wants the details
    QString algorithmName; ///< "RSA", "RSA-PSS", "ECDSA P-256", "SM2"
    std::optional<QDateTime> signingTime; ///< attribute, claimed
    bool isDecidable = false; ///< false: a form or algorithm that is not checked here; then nothing below is known
    bool digestMatches = false; ///< message-digest attribute equals the document's digest
    bool signatureMatches = false; ///< over the signed attributes, by the signer's key
    bool signerIsBound = false; ///< ESS signing-certificate(-v2) names the signer's certificate; only PAdES asks for it
    QString problem; ///< English; empty where the digest and the signature match, nobody else is named, nothing is weak
};

/// Computes the digest over the signed bytes on demand, because only the SignedData says which one it wants. The name
/// ("SHA-256", "SM3") is one that EVP_MD_fetch takes as it is.
using DigestSource = std::function<Result<QByteArray>(const QString& digestName)>;

/// Reads a SignedData from /Contents (zero padding behind it is allowed, anything else is not) and checks it. Not only
/// DER: widespread signers write BER. Errors: DocumentDamaged (not a SignedData, more or less than one SignerInfo,
/// content inside), and those of `documentDigest`.
[[nodiscard]] Result<SignedDataReport> inspect(const QByteArray& contents, const DigestSource& documentDigest);

} // namespace bidseal::cms
