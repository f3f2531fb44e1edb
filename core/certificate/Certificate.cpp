#include "core/certificate/Certificate.h"

#include "core/certificate/HolderReader.h"
#include "core/certificate/IdentityNumber.h"
#include "core/certificate/OpenSsl.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::certificate {

namespace {

using X509Handle = openssl::Handle<X509, X509_free>;

constexpr qsizetype kLargestCertificate = 64 * 1024; // bytes; real ones have 1 to 3 KB
constexpr int kShortestRsaKey = 2048; // bits

/// GM/T 0009-2012, 10: what SM2 signatures are made with where nothing else was agreed. OpenSSL's own default is empty.
bool setSm2DefaultId(X509* certificate)
{
    constexpr char kDefaultId[] = "1234567812345678";
    openssl::Handle<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free> id(ASN1_OCTET_STRING_new());
    if (!id || !ASN1_STRING_set(id.get(), kDefaultId, sizeof kDefaultId - 1))
        return false;
    X509_set0_distinguishing_id(certificate, id.release());
    return true;
}

/// The curve by its name in the certificate. Curves written out as numbers are not recognised, on purpose: they may
/// look like a known one and differ in one parameter.
KeyKind kindOfCurve(const X509_ALGOR* algorithm)
{
    int type = 0;
    const void* parameter = nullptr;
    X509_ALGOR_get0(nullptr, &type, &parameter, algorithm);
    if (type != V_ASN1_OBJECT)
        return KeyKind::Other;
    switch (OBJ_obj2nid(static_cast<const ASN1_OBJECT*>(parameter))) {
    case NID_X9_62_prime256v1:
        return KeyKind::EcP256;
    case NID_secp384r1:
        return KeyKind::EcP384;
    case NID_sm2:
        return KeyKind::Sm2;
    default:
        return KeyKind::Other;
    }
}

std::optional<quint32> keyUsage(const Certificate& certificate)
{
    const quint32 usage = X509_get_key_usage(certificate.handle());
    return usage == UINT32_MAX ? std::nullopt : std::optional(usage);
}

bool isSelfIssued(const Certificate& certificate)
{
    return X509_NAME_cmp(X509_get_subject_name(certificate.handle()), X509_get_issuer_name(certificate.handle())) == 0;
}

bool canSignWith(const Certificate& certificate)
{
    switch (certificate.keyKind()) {
    case KeyKind::Rsa:
        return certificate.keyBits() >= kShortestRsaKey;
    case KeyKind::EcP256:
    case KeyKind::EcP384:
        return certificate.keyBits() > 0; // 0: the point is not on the curve
    case KeyKind::Sm2:
    case KeyKind::Other:
        return false;
    }
    return false;
}

Status checkFit(const Certificate& certificate)
{
    const ErrorFacts facts { .name = certificate.holder().displayName, .date = {}, .bytes = {}, .page = {} };
    if (!canSignWith(certificate))
        return failure(ErrorCode::CertificateUnfit, u"a kind or length of key that is not signed with"_s, facts);
    if (X509_check_ca(certificate.handle()) != 0)
        return failure(ErrorCode::CertificateUnfit, u"the certificate of a certification authority"_s, facts);
    if (certificate.purpose() == Purpose::Encryption)
        return failure(ErrorCode::CertificateForEncryption, u"keyUsage allows encryption only"_s, facts);
    if (certificate.purpose() == Purpose::Unknown && keyUsage(certificate))
        return failure(ErrorCode::CertificateUnfit, u"keyUsage allows no signature"_s, facts);
    return {};
}

Status checkDates(const Certificate& certificate, const QDateTime& utc)
{
    ErrorFacts facts { .name = certificate.holder().displayName, .date = {}, .bytes = {}, .page = {} };
    const auto from = certificate.validFrom();
    const auto until = certificate.validUntil();
    if (!from.isValid() || !until.isValid())
        return failure(ErrorCode::CertificateUnfit, u"unreadable validity dates"_s, facts);
    if (utc < from) {
        facts.date = from;
        return failure(ErrorCode::CertificateNotYetValid, u"valid from "_s + from.toString(Qt::ISODate), facts);
    }
    if (utc > until) {
        facts.date = until;
        return failure(ErrorCode::CertificateExpired, u"valid until "_s + until.toString(Qt::ISODate), facts);
    }
    return {};
}

} // namespace

struct Certificate::Shared {
    QByteArray der;
    X509Handle x509;
};

Certificate::Certificate(std::shared_ptr<const Shared> shared)
    : m_shared(std::move(shared))
{
}

Result<Certificate> Certificate::fromDer(const QByteArray& der)
{
    if (der.size() > kLargestCertificate)
        return failure(ErrorCode::CertificateUnreadable, u"%1 bytes are too many for a certificate"_s.arg(der.size()));
    const auto* in = openssl::bytesOf(der);
    X509Handle x509(d2i_X509(nullptr, &in, static_cast<long>(der.size())));
    if (!x509)
        return failure(ErrorCode::CertificateUnreadable, openssl::takeErrors());
    // Bytes behind it, or another way of writing the same: what we hash must be what everyone else hashes.
    if (openssl::toDer(x509.get(), i2d_X509) != der)
        return failure(ErrorCode::CertificateUnreadable, u"not the certificate's only encoding (DER)"_s);
    if (X509_get_signature_nid(x509.get()) == NID_SM2_with_SM3 && !setSm2DefaultId(x509.get()))
        return failure(ErrorCode::CertificateUnreadable, openssl::takeErrors());
    return Certificate(std::make_shared<const Shared>(Shared { der, std::move(x509) }));
}

const QByteArray& Certificate::der() const { return m_shared->der; }

X509* Certificate::handle() const { return m_shared->x509.get(); }

Holder Certificate::holder() const { return readHolder(handle()); }

QString Certificate::subject() const { return shownName(X509_get_subject_name(handle())); }

QString Certificate::issuer() const { return shortName(X509_get_issuer_name(handle())); }

QString Certificate::serialNumber() const
{
    const openssl::Handle<BIGNUM, BN_free> number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(handle()), nullptr));
    if (!number)
        return {};
    QByteArray bytes(std::max(1, BN_num_bytes(number.get())), '\0');
    BN_bn2binpad(number.get(), openssl::bytesOf(bytes), static_cast<int>(bytes.size()));
    return QString::fromLatin1(bytes.toHex().toUpper());
}

QDateTime Certificate::validFrom() const { return openssl::toUtc(X509_get0_notBefore(handle())); }

QDateTime Certificate::validUntil() const { return openssl::toUtc(X509_get0_notAfter(handle())); }

KeyKind Certificate::keyKind() const
{
    ASN1_OBJECT* type = nullptr;
    X509_ALGOR* algorithm = nullptr;
    X509_PUBKEY_get0_param(&type, nullptr, nullptr, &algorithm, X509_get_X509_PUBKEY(handle()));
    switch (OBJ_obj2nid(type)) {
    case NID_rsaEncryption:
        return KeyKind::Rsa;
    case NID_X9_62_id_ecPublicKey:
        return kindOfCurve(algorithm);
    default:
        return KeyKind::Other;
    }
}

int Certificate::keyBits() const
{
    const auto* key = X509_get0_pubkey(handle());
    return key ? EVP_PKEY_get_bits(key) : 0;
}

Purpose Certificate::purpose() const
{
    const auto usage = keyUsage(*this);
    if (!usage)
        return Purpose::Unknown;
    if (*usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION))
        return Purpose::Signing;
    if (*usage & (KU_KEY_ENCIPHERMENT | KU_DATA_ENCIPHERMENT | KU_KEY_AGREEMENT))
        return Purpose::Encryption;
    return Purpose::Unknown;
}

QByteArray Certificate::sha256() const { return QCryptographicHash::hash(der(), QCryptographicHash::Sha256); }

bool Certificate::isIssuedBy(const Certificate& issuer) const
{
    if (X509_NAME_cmp(X509_get_issuer_name(handle()), X509_get_subject_name(issuer.handle())) != 0)
        return false;
    auto* key = X509_get0_pubkey(issuer.handle());
    const bool verified = key && X509_verify(handle(), key) == 1;
    ERR_clear_error();
    return verified;
}

Status checkMaySign(const Certificate& certificate, const QDateTime& utc)
{
    if (const auto fit = checkFit(certificate); !fit)
        return fit;
    return checkDates(certificate, utc);
}

std::vector<Certificate> chainOf(const Certificate& signer, const std::vector<Certificate>& pool)
{
    std::vector<Certificate> chain { signer };
    while (!isSelfIssued(chain.back())) {
        const auto issuer = std::find_if(pool.begin(), pool.end(), [&](const Certificate& candidate) {
            return !isSelfIssued(candidate) && std::find(chain.begin(), chain.end(), candidate) == chain.end()
                && chain.back().isIssuedBy(candidate);
        });
        if (issuer == pool.end())
            break;
        chain.push_back(*issuer);
    }
    return chain;
}

} // namespace bidseal::certificate
