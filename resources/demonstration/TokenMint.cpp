#include "resources/demonstration/TokenMint.h"

#include "core/base/platform/DriverLibrary.h"
#include "core/certificate/OpenSsl.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <p11-kit/pkcs11.h>

#include <algorithm>
#include <array>
#include <deque>

using namespace Qt::StringLiterals;

namespace bidseal::demonstration {

namespace {

using PrivateKey = openssl::Handle<EVP_PKEY, EVP_PKEY_free>;
using Number = openssl::Handle<BIGNUM, BN_free>;

constexpr qsizetype kLabelSize = 32; ///< CK_TOKEN_INFO

tl::unexpected<Error> tokenFailure(const char* call, CK_RV value)
{
    return failure(ErrorCode::TokenFailed, u"%1: 0x%2"_s.arg(QLatin1StringView(call)).arg(value, 0, 16));
}

CK_UTF8CHAR* pinBytes(const Secret& pin)
{
    return reinterpret_cast<CK_UTF8CHAR*>(const_cast<char*>(pin.view().data()));
}

/// Attributes of an object to be made; owns their values.
class Attributes {
public:
    Attributes& add(CK_ATTRIBUTE_TYPE type, const QByteArray& value)
    {
        auto& kept = m_values.emplace_back(value);
        m_list.push_back({ type, kept.data(), static_cast<CK_ULONG>(kept.size()) });
        return *this;
    }
    Attributes& add(CK_ATTRIBUTE_TYPE type, const QString& text) { return add(type, text.toUtf8()); }
    Attributes& addFlag(CK_ATTRIBUTE_TYPE type, CK_BBOOL flag)
    {
        return add(type, QByteArray(1, static_cast<char>(flag)));
    }
    Attributes& addNumber(CK_ATTRIBUTE_TYPE type, CK_ULONG number)
    {
        return add(type, QByteArray(reinterpret_cast<const char*>(&number), sizeof number));
    }
    std::vector<CK_ATTRIBUTE>& list() { return m_list; }

private:
    std::deque<QByteArray> m_values; // keeps the addresses of what it holds
    std::vector<CK_ATTRIBUTE> m_list;
};

/// SoftHSM, initialised for as long as this lives: afterwards it forgets the PIN and the folder.
class SoftHsm {
public:
    static Result<SoftHsm> open()
    {
        const auto module = softHsmModule();
        if (module.isEmpty())
            return failure(ErrorCode::ModuleNotFound, u"SoftHSM is not installed"_s);
        const auto entry = platform::loadDriverFunction(module, "C_GetFunctionList");
        if (!entry)
            return failure(entry.error());
        CK_FUNCTION_LIST* functions = nullptr;
        reinterpret_cast<CK_C_GetFunctionList> (*entry)(&functions);
        if (const auto result = functions->C_Initialize(nullptr); result != CKR_OK)
            return tokenFailure("C_Initialize", result);
        return SoftHsm(functions);
    }
    ~SoftHsm()
    {
        if (m_functions)
            m_functions->C_Finalize(nullptr);
    }
    SoftHsm(SoftHsm&& other) noexcept
        : m_functions(std::exchange(other.m_functions, nullptr))
    {
    }
    SoftHsm(const SoftHsm&) = delete;
    SoftHsm& operator=(const SoftHsm&) = delete;
    SoftHsm& operator=(SoftHsm&&) = delete;

    CK_FUNCTION_LIST* operator->() const { return m_functions; }

private:
    explicit SoftHsm(CK_FUNCTION_LIST* functions)
        : m_functions(functions)
    {
    }
    CK_FUNCTION_LIST* m_functions;
};

template <class Wanted> Result<CK_SLOT_ID> findSlot(const SoftHsm& hsm, Wanted wanted)
{
    CK_ULONG count = 0;
    hsm->C_GetSlotList(CK_TRUE, nullptr, &count);
    std::vector<CK_SLOT_ID> slotIds(count);
    if (const auto result = hsm->C_GetSlotList(CK_TRUE, slotIds.data(), &count); result != CKR_OK)
        return tokenFailure("C_GetSlotList", result);
    for (const auto slot : slotIds) {
        CK_TOKEN_INFO info {};
        if (hsm->C_GetTokenInfo(slot, &info) == CKR_OK && wanted(info))
            return slot;
    }
    return failure(ErrorCode::TokenFailed, u"SoftHSM shows no such slot"_s);
}

Secret randomPin()
{
    Secret pin;
    for (auto i = 0; i < 16; ++i) {
        const auto digit = static_cast<char>('0' + QRandomGenerator::system()->bounded(10));
        if (!pin.append({ &digit, 1 }))
            break;
    }
    return pin;
}

Result<CK_SESSION_HANDLE> openSession(const SoftHsm& hsm, CK_SLOT_ID slot)
{
    CK_SESSION_HANDLE session = CK_INVALID_HANDLE;
    const auto result = hsm->C_OpenSession(slot, CKF_SERIAL_SESSION | CKF_RW_SESSION, nullptr, nullptr, &session);
    if (result != CKR_OK)
        return tokenFailure("C_OpenSession", result);
    return session;
}

Status setUserPin(const SoftHsm& hsm, CK_SLOT_ID slot, const Secret& officerPin, const Secret& pin)
{
    const auto session = openSession(hsm, slot);
    if (!session)
        return failure(session.error());
    auto result = hsm->C_Login(*session, CKU_SO, pinBytes(officerPin), static_cast<CK_ULONG>(officerPin.size()));
    if (result == CKR_OK)
        result = hsm->C_InitPIN(*session, pinBytes(pin), static_cast<CK_ULONG>(pin.size()));
    hsm->C_CloseSession(*session);
    if (result != CKR_OK)
        return tokenFailure("C_InitPIN", result);
    return {};
}

Result<CK_SLOT_ID> createToken(const SoftHsm& hsm, const QString& label, const Secret& pin)
{
    auto padded = label.toUtf8();
    if (padded.size() > kLabelSize)
        return failure(ErrorCode::TokenFailed, u"a token's label has at most 32 bytes"_s);
    padded.append(kLabelSize - padded.size(), ' ');
    const auto empty = findSlot(hsm, [](const CK_TOKEN_INFO& info) { return !(info.flags & CKF_TOKEN_INITIALIZED); });
    if (!empty)
        return failure(empty.error());
    const auto officerPin = randomPin();
    const auto result = hsm->C_InitToken(*empty, pinBytes(officerPin), static_cast<CK_ULONG>(officerPin.size()),
        reinterpret_cast<CK_UTF8CHAR*>(padded.data()));
    if (result != CKR_OK)
        return tokenFailure("C_InitToken", result);
    // SoftHSM renumbers its slots: the new token is found by its name and by having no user PIN yet.
    const auto slot = findSlot(hsm, [&](const CK_TOKEN_INFO& info) {
        return std::equal(padded.begin(), padded.end(), reinterpret_cast<const char*>(info.label))
            && !(info.flags & CKF_USER_PIN_INITIALIZED);
    });
    if (!slot)
        return failure(slot.error());
    if (const auto set = setUserPin(hsm, *slot, officerPin, pin); !set)
        return failure(set.error());
    return *slot;
}

Status createObject(const SoftHsm& hsm, CK_SESSION_HANDLE session, Attributes attributes)
{
    attributes.addFlag(CKA_TOKEN, CK_TRUE);
    CK_OBJECT_HANDLE object = CK_INVALID_HANDLE;
    auto& list = attributes.list();
    const auto result = hsm->C_CreateObject(session, list.data(), static_cast<CK_ULONG>(list.size()), &object);
    if (result != CKR_OK)
        return tokenFailure("C_CreateObject", result);
    return {};
}

QByteArray numberOf(const PrivateKey& key, const char* parameter)
{
    BIGNUM* taken = nullptr;
    if (EVP_PKEY_get_bn_param(key.get(), parameter, &taken) != 1)
        return {};
    const Number number(taken);
    QByteArray bytes(BN_num_bytes(number.get()), Qt::Uninitialized);
    BN_bn2bin(number.get(), openssl::bytesOf(bytes));
    return bytes;
}

void addRsa(const PrivateKey& key, Attributes& publicKey, Attributes& privateKey)
{
    const auto modulus = numberOf(key, OSSL_PKEY_PARAM_RSA_N);
    const auto exponent = numberOf(key, OSSL_PKEY_PARAM_RSA_E);
    publicKey.addNumber(CKA_KEY_TYPE, CKK_RSA).add(CKA_MODULUS, modulus).add(CKA_PUBLIC_EXPONENT, exponent);
    privateKey.addNumber(CKA_KEY_TYPE, CKK_RSA)
        .add(CKA_MODULUS, modulus)
        .add(CKA_PUBLIC_EXPONENT, exponent)
        .add(CKA_PRIVATE_EXPONENT, numberOf(key, OSSL_PKEY_PARAM_RSA_D))
        .add(CKA_PRIME_1, numberOf(key, OSSL_PKEY_PARAM_RSA_FACTOR1))
        .add(CKA_PRIME_2, numberOf(key, OSSL_PKEY_PARAM_RSA_FACTOR2))
        .add(CKA_EXPONENT_1, numberOf(key, OSSL_PKEY_PARAM_RSA_EXPONENT1))
        .add(CKA_EXPONENT_2, numberOf(key, OSSL_PKEY_PARAM_RSA_EXPONENT2))
        .add(CKA_COEFFICIENT, numberOf(key, OSSL_PKEY_PARAM_RSA_COEFFICIENT1));
}

void addEc(const PrivateKey& key, Attributes& publicKey, Attributes& privateKey)
{
    std::array<char, 64> curve {};
    EVP_PKEY_get_group_name(key.get(), curve.data(), curve.size(), nullptr);
    const auto parameters = openssl::toDer(OBJ_nid2obj(OBJ_sn2nid(curve.data())), i2d_ASN1_OBJECT);
    auto point = openssl::toDer(key.get(), i2d_PublicKey);
    // CKA_EC_POINT is the point inside an OCTET STRING; its length fits one byte for the curves used here.
    point.prepend(static_cast<char>(point.size())).prepend('\x04');
    publicKey.addNumber(CKA_KEY_TYPE, CKK_EC).add(CKA_EC_PARAMS, parameters).add(CKA_EC_POINT, point);
    privateKey.addNumber(CKA_KEY_TYPE, CKK_EC)
        .add(CKA_EC_PARAMS, parameters)
        .add(CKA_VALUE, numberOf(key, OSSL_PKEY_PARAM_PRIV_KEY));
}

Status importKeyPair(const SoftHsm& hsm, CK_SESSION_HANDLE session, const TokenKeyOrder& order)
{
    const auto* der = openssl::bytesOf(order.key.privateKey);
    const PrivateKey key(d2i_AutoPrivateKey(nullptr, &der, static_cast<long>(order.key.privateKey.size())));
    if (!key)
        return failure(ErrorCode::KeyFileUnreadable, openssl::takeErrors());

    Attributes publicKey;
    publicKey.addNumber(CKA_CLASS, CKO_PUBLIC_KEY).add(CKA_LABEL, order.label).add(CKA_ID, order.id);
    publicKey.addFlag(CKA_PRIVATE, CK_FALSE).addFlag(CKA_VERIFY, CK_TRUE);
    Attributes privateKey;
    privateKey.addNumber(CKA_CLASS, CKO_PRIVATE_KEY).add(CKA_LABEL, order.label).add(CKA_ID, order.id);
    privateKey.addFlag(CKA_PRIVATE, CK_TRUE).addFlag(CKA_SENSITIVE, CK_TRUE).addFlag(CKA_EXTRACTABLE, CK_FALSE);
    privateKey.addFlag(CKA_SIGN, CK_TRUE);
    if (order.pinFor == PinFor::EachSignature)
        privateKey.addFlag(CKA_ALWAYS_AUTHENTICATE, CK_TRUE);
    if (EVP_PKEY_is_a(key.get(), "RSA"))
        addRsa(key, publicKey, privateKey);
    else
        addEc(key, publicKey, privateKey);
    if (const auto created = createObject(hsm, session, std::move(publicKey)); !created)
        return created;
    return createObject(hsm, session, std::move(privateKey));
}

Status importCertificate(
    const SoftHsm& hsm, CK_SESSION_HANDLE session, const QByteArray& der, const QString& label, const QByteArray& id)
{
    const auto* bytes = openssl::bytesOf(der);
    const openssl::Handle<X509, X509_free> certificate(d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
    if (!certificate)
        return failure(ErrorCode::CertificateUnreadable, openssl::takeErrors());
    Attributes attributes;
    attributes.addNumber(CKA_CLASS, CKO_CERTIFICATE)
        .addNumber(CKA_CERTIFICATE_TYPE, CKC_X_509)
        .addFlag(CKA_PRIVATE, CK_FALSE)
        .add(CKA_LABEL, label)
        .add(CKA_ID, id)
        .add(CKA_SUBJECT, openssl::toDer(X509_get_subject_name(certificate.get()), i2d_X509_NAME))
        .add(CKA_ISSUER, openssl::toDer(X509_get_issuer_name(certificate.get()), i2d_X509_NAME))
        .add(CKA_SERIAL_NUMBER, openssl::toDer(X509_get0_serialNumber(certificate.get()), i2d_ASN1_INTEGER))
        .add(CKA_VALUE, der);
    return createObject(hsm, session, std::move(attributes));
}

Status importAll(const SoftHsm& hsm, CK_SESSION_HANDLE session, const std::vector<TokenKeyOrder>& keys)
{
    QList<QByteArray> issuersThere;
    for (const auto& order : keys) {
        if (const auto imported = importKeyPair(hsm, session, order); !imported)
            return imported;
        if (order.certificate == CertificateOnToken::Missing)
            continue;
        const auto imported = importCertificate(hsm, session, order.key.certificate, order.label, order.id);
        if (!imported)
            return imported;
        if (!order.earlierCertificate.isEmpty()) {
            const auto earlier = importCertificate(hsm, session, order.earlierCertificate, order.label, order.id);
            if (!earlier)
                return earlier;
        }
        for (const auto& issuer : order.key.issuers) {
            if (issuersThere.contains(issuer))
                continue;
            issuersThere.append(issuer);
            if (const auto added = importCertificate(hsm, session, issuer, u"CA"_s, {}); !added)
                return added;
        }
    }
    return {};
}

} // namespace

QString softHsmModule()
{
    // Windows' first: under Wine the paths of Linux are there as well.
    for (const auto& path : { qEnvironmentVariable("BIDSEAL_SOFTHSM"), u"C:/SoftHSM2/lib/softhsm2-x64.dll"_s,
             u"/usr/lib/softhsm/libsofthsm2.so"_s, u"/usr/lib64/softhsm/libsofthsm2.so"_s,
             u"/usr/local/lib/softhsm/libsofthsm2.so"_s }) {
        if (QFileInfo(path).isFile())
            return QFileInfo(path).canonicalFilePath();
    }
    return {};
}

Result<QString> createTokenFolder(const QString& folder)
{
    const QDir place(folder);
    if (!place.mkpath(u"tokens"_s))
        return failure(ErrorCode::OutputNotWritable, folder, { .name = folder });
    QFile configuration(place.filePath(u"softhsm2.conf"_s));
    const auto text = u"directories.tokendir = %1\nobjectstore.backend = file\nlog.level = ERROR\n"_s.arg(
        place.absoluteFilePath(u"tokens"_s));
    if (!configuration.open(QIODevice::WriteOnly) || configuration.write(text.toUtf8()) < 0)
        return failure(ErrorCode::OutputNotWritable, configuration.errorString(), { .name = configuration.fileName() });
    return place.absoluteFilePath(u"softhsm2.conf"_s);
}

Status mintToken(const QString& label, const Secret& pin, const std::vector<TokenKeyOrder>& keys)
{
    const auto hsm = SoftHsm::open();
    if (!hsm)
        return failure(hsm.error());
    const auto slot = createToken(*hsm, label, pin);
    if (!slot)
        return failure(slot.error());
    const auto session = openSession(*hsm, *slot);
    if (!session)
        return failure(session.error());
    const auto result = (*hsm)->C_Login(*session, CKU_USER, pinBytes(pin), static_cast<CK_ULONG>(pin.size()));
    if (result != CKR_OK)
        return tokenFailure("C_Login", result);
    const auto imported = importAll(*hsm, *session, keys);
    (*hsm)->C_CloseSession(*session);
    return imported;
}

} // namespace bidseal::demonstration
