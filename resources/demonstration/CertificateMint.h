#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>

#include <memory>
#include <string_view>
#include <vector>

namespace bidseal::demonstration {

/// A company that does not exist. The credit code's check digits are right; its administrative division is none.
struct Company {
    QString name;
    QString creditCode; ///< 统一社会信用代码; empty: left out of the certificate
};
[[nodiscard]] Company sampleSupplier(); ///< 示例建设工程有限公司
[[nodiscard]] Company sampleAgency(); ///< 示例招标代理有限公司
[[nodiscard]] Company samplePurchaser(); ///< 示例市公共服务中心

/// UTC. Passed in, so that tests do not depend on the day on which they run.
struct Validity {
    QDateTime from;
    QDateTime until;

    /// From the beginning of one year to the beginning of another.
    [[nodiscard]] static Validity years(int from, int until);
};

enum class KeyType { Rsa2048, Rsa3072, Rsa1024TooShort, P256, P384, Sm2 };
enum class KeyUse {
    Signing, ///< digitalSignature, nonRepudiation
    Encryption, ///< keyEncipherment, dataEncipherment: the other half of a dual certificate
    Unstated, ///< no keyUsage extension
};

struct CertificateOrder {
    Company company = sampleSupplier();
    QString commonName {}; ///< empty: the company's name
    QString personalId {}; ///< 公民身份号码 in extension 1.2.156.10260.4.1.1; empty: left out
    KeyType keyType = KeyType::Rsa2048;
    KeyUse keyUse = KeyUse::Signing;
    Validity validity = Validity::years(2025, 2035);
};

/// A key pair with its certificate.
struct MintedKey {
    QByteArray certificate; ///< DER
    QByteArray privateKey; ///< DER, PKCS#8, not encrypted
    std::vector<QByteArray> issuers; ///< DER, the direct issuer first, the root last
};

enum class CaLevels { RootOnly, WithIntermediate };

/// A certification authority for made-up companies. Keys and serial numbers are new with every mint; names and dates
/// are what was ordered.
class CertificateMint {
public:
    [[nodiscard]] static Result<CertificateMint> create(
        CaLevels levels = CaLevels::RootOnly, const Validity& validity = Validity::years(2020, 2045));
    ~CertificateMint();
    CertificateMint(CertificateMint&&) noexcept;
    CertificateMint& operator=(CertificateMint&&) noexcept;

    [[nodiscard]] Result<MintedKey> issue(const CertificateOrder& order = {}) const;
    /// For a TLS server on this computer: 127.0.0.1, ::1 and localhost.
    [[nodiscard]] Result<MintedKey> issueServer(const Validity& validity = Validity::years(2025, 2035)) const;
    [[nodiscard]] const QByteArray& rootCertificate() const; ///< DER

private:
    struct Authority;
    explicit CertificateMint(std::unique_ptr<Authority> authority);
    std::unique_ptr<Authority> m_authority;
};

/// How a key file is protected: as today's programs do it (AES-256, PBKDF2), or as old ones did (RC2-40, 3DES, SHA-1).
enum class KeyFileKind { Modern, Legacy };

/// The content of a .p12 file: key, certificate and issuers. `password` is UTF-8.
[[nodiscard]] Result<QByteArray> keyFile(
    const MintedKey& key, std::string_view password, KeyFileKind kind = KeyFileKind::Modern);
[[nodiscard]] QByteArray certificatePem(const QByteArray& der);
[[nodiscard]] QByteArray privateKeyPem(const QByteArray& der); ///< PKCS#8, as softhsm2-util takes it

} // namespace bidseal::demonstration
