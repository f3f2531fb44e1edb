#include "resources/demonstration/CertificateMint.h"

#include "core/certificate/OpenSsl.h"

#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <string>

using namespace Qt::StringLiterals;

namespace bidseal::demonstration {

namespace {

using Certificate = openssl::Handle<X509, X509_free>;
using PrivateKey = openssl::Handle<EVP_PKEY, EVP_PKEY_free>;
using ObjectId = openssl::Handle<ASN1_OBJECT, ASN1_OBJECT_free>;
using Integer = openssl::Handle<ASN1_INTEGER, ASN1_INTEGER_free>;
using Octets = openssl::Handle<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free>;
using Text = openssl::Handle<ASN1_UTF8STRING, ASN1_UTF8STRING_free>;
using Extension = openssl::Handle<X509_EXTENSION, X509_EXTENSION_free>;

struct Signer {
    X509* certificate = nullptr; ///< null: signs itself
    EVP_PKEY* key = nullptr;
};

tl::unexpected<Error> mintFailure(QStringView step)
{
    return failure(ErrorCode::InternalFault, u"%1: %2"_s.arg(step, openssl::takeErrors()));
}

PrivateKey newKey(KeyType type)
{
    const auto rsa = [](std::size_t bits) { return EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", bits); };
    const auto curve = [](const char* name) { return EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", name); };
    switch (type) {
    case KeyType::Rsa2048:
        return PrivateKey(rsa(2048));
    case KeyType::Rsa3072:
        return PrivateKey(rsa(3072));
    case KeyType::Rsa1024TooShort:
        return PrivateKey(rsa(1024));
    case KeyType::P256:
        return PrivateKey(curve("P-256"));
    case KeyType::P384:
        return PrivateKey(curve("P-384"));
    case KeyType::Sm2:
        return PrivateKey(EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2"));
    }
    return nullptr;
}

/// Random, because two mints share their names and a reader must never meet the same issuer and serial twice.
bool setRandomSerial(X509* certificate)
{
    QByteArray bytes(16, '\0');
    if (RAND_bytes(openssl::bytesOf(bytes), static_cast<int>(bytes.size())) != 1)
        return false;
    bytes[0] = static_cast<char>((bytes[0] & 0x3F) | 0x40);
    openssl::Handle<BIGNUM, BN_free> number(
        BN_bin2bn(openssl::bytesOf(bytes), static_cast<int>(bytes.size()), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool setTime(ASN1_TIME* time, const QDateTime& utc)
{
    const auto text = utc.toUTC().toString(u"yyyyMMddHHmmss'Z'"_s).toLatin1();
    return ASN1_TIME_set_string_X509(time, text.constData()) == 1; // UTCTime before 2050, as RFC 5280 wants it
}

bool addToName(X509_NAME* name, const char* field, const QString& value)
{
    const auto utf8 = value.toUtf8();
    return value.isEmpty()
        || X509_NAME_add_entry_by_txt(
               name, field, MBSTRING_UTF8, openssl::bytesOf(utf8), static_cast<int>(utf8.size()), -1, 0)
        == 1;
}

bool addExtension(X509* certificate, const Signer& signer, int nid, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, signer.certificate ? signer.certificate : certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_nconf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// Chinese identity extensions: a UTF8String inside the extension's octets.
bool addIdentityExtension(X509* certificate, const char* oid, const QString& value)
{
    if (value.isEmpty())
        return true;
    const auto utf8 = value.toUtf8();
    const Text text(ASN1_UTF8STRING_new());
    const Octets octets(ASN1_OCTET_STRING_new());
    const ObjectId id(OBJ_txt2obj(oid, 1));
    if (!text || !octets || !id || !ASN1_STRING_set(text.get(), utf8.constData(), static_cast<int>(utf8.size())))
        return false;
    const auto der = openssl::toDer(text.get(), i2d_ASN1_UTF8STRING);
    if (!ASN1_OCTET_STRING_set(octets.get(), openssl::bytesOf(der), static_cast<int>(der.size())))
        return false;
    const Extension extension(X509_EXTENSION_create_by_OBJ(nullptr, id.get(), 0, octets.get()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

Certificate unsignedCertificate(EVP_PKEY* key, const Validity& validity)
{
    Certificate certificate(X509_new());
    const bool filled = certificate && X509_set_version(certificate.get(), X509_VERSION_3)
        && setRandomSerial(certificate.get()) && setTime(X509_getm_notBefore(certificate.get()), validity.from)
        && setTime(X509_getm_notAfter(certificate.get()), validity.until) && X509_set_pubkey(certificate.get(), key);
    return filled ? std::move(certificate) : nullptr;
}

bool sign(X509* certificate, const Signer& signer)
{
    const auto* issuer = X509_get_subject_name(signer.certificate ? signer.certificate : certificate);
    return X509_set_issuer_name(certificate, issuer)
        && addExtension(certificate, signer, NID_subject_key_identifier, "hash")
        && addExtension(certificate, signer, NID_authority_key_identifier, "keyid")
        && X509_sign(certificate, signer.key, EVP_sha256()) > 0;
}

Certificate caCertificate(EVP_PKEY* key, const QString& commonName, const Validity& validity, const Signer& signer)
{
    auto certificate = unsignedCertificate(key, validity);
    if (!certificate)
        return nullptr;
    auto* name = X509_get_subject_name(certificate.get());
    const bool filled = addToName(name, "C", u"CN"_s) && addToName(name, "O", u"示例电子认证机构"_s)
        && addToName(name, "CN", commonName)
        && addExtension(certificate.get(), signer, NID_basic_constraints, "critical,CA:TRUE")
        && addExtension(certificate.get(), signer, NID_key_usage, "critical,keyCertSign,cRLSign")
        && sign(certificate.get(), signer);
    return filled ? std::move(certificate) : nullptr;
}

bool addKeyUsage(X509* certificate, const Signer& signer, KeyUse use)
{
    switch (use) {
    case KeyUse::Signing:
        return addExtension(certificate, signer, NID_key_usage, "critical,digitalSignature,nonRepudiation");
    case KeyUse::Encryption:
        return addExtension(certificate, signer, NID_key_usage, "critical,keyEncipherment,dataEncipherment");
    case KeyUse::Unstated:
        return true;
    }
    return false;
}

Certificate companyCertificate(EVP_PKEY* key, const CertificateOrder& order, const Signer& signer)
{
    auto certificate = unsignedCertificate(key, order.validity);
    if (!certificate)
        return nullptr;
    const auto& company = order.company;
    auto* name = X509_get_subject_name(certificate.get());
    const bool filled = addToName(name, "C", u"CN"_s) && addToName(name, "O", company.name)
        && addToName(name, "serialNumber", company.creditCode)
        && addToName(name, "CN", order.commonName.isEmpty() ? company.name : order.commonName)
        && addExtension(certificate.get(), signer, NID_basic_constraints, "critical,CA:FALSE")
        && addKeyUsage(certificate.get(), signer, order.keyUse)
        && addIdentityExtension(certificate.get(), "1.2.156.10260.4.1.4", company.creditCode)
        && addIdentityExtension(certificate.get(), "1.2.156.10260.4.1.1", order.personalId)
        && sign(certificate.get(), signer);
    return filled ? std::move(certificate) : nullptr;
}

Certificate serverCertificate(EVP_PKEY* key, const Validity& validity, const Signer& signer)
{
    auto certificate = unsignedCertificate(key, validity);
    if (!certificate)
        return nullptr;
    auto* name = X509_get_subject_name(certificate.get());
    const bool filled = addToName(name, "O", u"示例中继服务 (Sample Relay)"_s) && addToName(name, "CN", u"localhost"_s)
        && addExtension(certificate.get(), signer, NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(certificate.get(), signer, NID_key_usage, "critical,digitalSignature")
        && addExtension(certificate.get(), signer, NID_ext_key_usage, "serverAuth")
        && addExtension(certificate.get(), signer, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1")
        && sign(certificate.get(), signer);
    return filled ? std::move(certificate) : nullptr;
}

Certificate readCertificate(const QByteArray& der)
{
    const auto* in = openssl::bytesOf(der);
    return Certificate(d2i_X509(nullptr, &in, static_cast<long>(der.size())));
}

PrivateKey readPrivateKey(const QByteArray& der)
{
    const auto* in = openssl::bytesOf(der);
    return PrivateKey(d2i_AutoPrivateKey(nullptr, &in, static_cast<long>(der.size())));
}

QByteArray toPkcs8(EVP_PKEY* key)
{
    const openssl::Handle<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free> info(EVP_PKEY2PKCS8(key));
    return info ? openssl::toDer(info.get(), i2d_PKCS8_PRIV_KEY_INFO) : QByteArray();
}

QByteArray toPem(const QByteArray& label, const QByteArray& der)
{
    QByteArray pem = "-----BEGIN " + label + "-----\n";
    const auto text = der.toBase64();
    for (qsizetype at = 0; at < text.size(); at += 64)
        pem += text.mid(at, 64) + '\n';
    return pem + "-----END " + label + "-----\n";
}

} // namespace

Company sampleSupplier() { return { u"示例建设工程有限公司"_s, u"91000000MA0DEM013N"_s }; }
Company sampleAgency() { return { u"示例招标代理有限公司"_s, u"91000000MA0DEM03X9"_s }; }
Company samplePurchaser() { return { u"示例市公共服务中心"_s, u"12000000MA0DEM021N"_s }; }

Validity Validity::years(int from, int until)
{
    return { QDateTime({ from, 1, 1 }, { 0, 0 }, Qt::UTC), QDateTime({ until, 1, 1 }, { 0, 0 }, Qt::UTC) };
}

struct CertificateMint::Authority {
    PrivateKey key;
    Certificate certificate;
    std::vector<QByteArray> chain; ///< the issuing authority first, the root last
};

CertificateMint::CertificateMint(std::unique_ptr<Authority> authority)
    : m_authority(std::move(authority))
{
}
CertificateMint::~CertificateMint() = default;
CertificateMint::CertificateMint(CertificateMint&&) noexcept = default;
CertificateMint& CertificateMint::operator=(CertificateMint&&) noexcept = default;

Result<CertificateMint> CertificateMint::create(CaLevels levels, const Validity& validity)
{
    auto authority = std::make_unique<Authority>();
    authority->key = newKey(KeyType::Rsa2048);
    authority->certificate = caCertificate(
        authority->key.get(), u"示例根证书 (Sample Root CA)"_s, validity, { nullptr, authority->key.get() });
    if (!authority->certificate)
        return mintFailure(u"root certificate");
    authority->chain = { openssl::toDer(authority->certificate.get(), i2d_X509) };
    if (levels == CaLevels::RootOnly)
        return CertificateMint(std::move(authority));

    auto key = newKey(KeyType::Rsa2048);
    auto certificate = caCertificate(key.get(), u"示例签发证书 (Sample Issuing CA)"_s, validity,
        { authority->certificate.get(), authority->key.get() });
    if (!certificate)
        return mintFailure(u"intermediate certificate");
    authority->chain.insert(authority->chain.begin(), openssl::toDer(certificate.get(), i2d_X509));
    authority->key = std::move(key);
    authority->certificate = std::move(certificate);
    return CertificateMint(std::move(authority));
}

Result<MintedKey> CertificateMint::issue(const CertificateOrder& order) const
{
    const auto key = newKey(order.keyType);
    if (!key)
        return mintFailure(u"key");
    const auto certificate
        = companyCertificate(key.get(), order, { m_authority->certificate.get(), m_authority->key.get() });
    if (!certificate)
        return mintFailure(u"certificate");
    return MintedKey { openssl::toDer(certificate.get(), i2d_X509), toPkcs8(key.get()), m_authority->chain };
}

Result<MintedKey> CertificateMint::issueServer(const Validity& validity) const
{
    const auto key = newKey(KeyType::P256);
    if (!key)
        return mintFailure(u"key");
    const auto certificate
        = serverCertificate(key.get(), validity, { m_authority->certificate.get(), m_authority->key.get() });
    if (!certificate)
        return mintFailure(u"server certificate");
    return MintedKey { openssl::toDer(certificate.get(), i2d_X509), toPkcs8(key.get()), m_authority->chain };
}

const QByteArray& CertificateMint::rootCertificate() const { return m_authority->chain.back(); }

Result<QByteArray> keyFile(const MintedKey& key, std::string_view password, KeyFileKind kind)
{
    const bool legacy = kind == KeyFileKind::Legacy;
    if (legacy && !openssl::loadLegacyAlgorithms())
        return mintFailure(u"legacy provider");
    const auto certificate = readCertificate(key.certificate);
    const auto privateKey = readPrivateKey(key.privateKey);
    const auto freeAll = [](STACK_OF(X509) * all) { sk_X509_pop_free(all, X509_free); };
    const std::unique_ptr<STACK_OF(X509), decltype(freeAll)> issuers(sk_X509_new_null(), freeAll);
    for (const auto& issuer : key.issuers)
        sk_X509_push(issuers.get(), readCertificate(issuer).release());

    const int certificateCipher = legacy ? NID_pbe_WithSHA1And40BitRC2_CBC : NID_aes_256_cbc;
    const int keyCipher = legacy ? NID_pbe_WithSHA1And3_Key_TripleDES_CBC : NID_aes_256_cbc;
    const std::string terminated(password);
    const int withoutMac = -1;
    const openssl::Handle<PKCS12, PKCS12_free> file(PKCS12_create(terminated.c_str(), "signing key", privateKey.get(),
        certificate.get(), issuers.get(), keyCipher, certificateCipher, 2048, withoutMac, 0));
    const auto* macDigest = legacy ? EVP_sha1() : EVP_sha256();
    if (!file || PKCS12_set_mac(file.get(), terminated.c_str(), -1, nullptr, 0, 2048, macDigest) != 1)
        return mintFailure(u"PKCS12_create");
    return openssl::toDer(file.get(), i2d_PKCS12);
}

QByteArray certificatePem(const QByteArray& der) { return toPem("CERTIFICATE", der); }
QByteArray privateKeyPem(const QByteArray& der) { return toPem("PRIVATE KEY", der); }

} // namespace bidseal::demonstration
