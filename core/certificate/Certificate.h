#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>

#include <memory>
#include <vector>

typedef struct x509_st X509;

namespace bidseal::certificate {

/// Who the certificate says its holder is, fit to be shown and kept: identity numbers are masked already.
struct Holder {
    QString displayName; ///< organisation, else common name; never empty
    QString organisation; ///< O
    QString commonName; ///< CN, identity numbers masked
    QString creditCode; ///< 统一社会信用代码, only with a right check digit (GB 32100-2015); empty where there is none
    QString
        maskedPersonalId; ///< "1101***********02X": 公民身份号码 as far as it may be shown; empty where there is none
};

enum class KeyKind { Rsa, EcP256, EcP384, Sm2, Other };

/// What the certificate's key usage makes it good for.
enum class Purpose { Signing, Encryption, Unknown };

/// An X.509 certificate as a value; cheap to copy. Never judged as trusted here: this only reads.
class Certificate {
public:
    /// Errors: CertificateUnreadable.
    [[nodiscard]] static Result<Certificate> fromDer(const QByteArray& der);

    [[nodiscard]] const QByteArray& der() const;
    [[nodiscard]] Holder holder() const;
    [[nodiscard]] QString subject() const; ///< RFC 4514 order, identity numbers masked
    [[nodiscard]] QString issuer() const; ///< CN, else O, of the issuer
    [[nodiscard]] QString serialNumber() const; ///< upper-case hex, two digits a byte
    [[nodiscard]] QDateTime validFrom() const; ///< UTC
    [[nodiscard]] QDateTime validUntil() const; ///< UTC
    [[nodiscard]] KeyKind keyKind() const;
    [[nodiscard]] int keyBits() const;
    [[nodiscard]] Purpose purpose() const;
    [[nodiscard]] QByteArray sha256() const;
    [[nodiscard]] bool isIssuedBy(const Certificate& issuer) const; ///< name and signature

    /// For the crypto rooms only; lives as long as this value or a copy of it.
    [[nodiscard]] X509* handle() const;

    friend bool operator==(const Certificate& a, const Certificate& b) { return a.der() == b.der(); }

private:
    struct Shared;
    explicit Certificate(std::shared_ptr<const Shared> shared);
    std::shared_ptr<const Shared> m_shared;
};

/// The one place where it is decided whether a certificate may sign at a moment. Errors: CertificateExpired,
/// CertificateNotYetValid (facts.date, facts.name), CertificateForEncryption, CertificateUnfit (a CA's, or a key whose
/// kind or length this program does not sign with: RSA under 2048 bits, other curves).
[[nodiscard]] Status checkMaySign(const Certificate& certificate, const QDateTime& utc);

/// `signer` first, then its issuers as far as `pool` holds them; a self-signed root stays out.
[[nodiscard]] std::vector<Certificate> chainOf(const Certificate& signer, const std::vector<Certificate>& pool);

} // namespace bidseal::certificate
