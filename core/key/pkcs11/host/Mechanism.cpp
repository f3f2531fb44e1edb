#include "core/key/pkcs11/host/Mechanism.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace bidseal::key::host {

namespace {

struct DigestFacts {
    QCryptographicHash::Algorithm hash;
    CK_ULONG size; ///< bytes
    const char* digestInfo; ///< the DER before the digest (RFC 8017, 9.2, note 1), in hex
    CK_MECHANISM_TYPE mechanism;
    CK_RSA_PKCS_MGF_TYPE maskGeneration;
    CK_MECHANISM_TYPE rsaPkcs1;
    CK_MECHANISM_TYPE rsaPss;
};

const DigestFacts& factsOf(cms::DigestAlgorithm digest)
{
    static const DigestFacts sha256 { QCryptographicHash::Sha256, 32, "3031300d060960864801650304020105000420",
        CKM_SHA256, CKG_MGF1_SHA256, CKM_SHA256_RSA_PKCS, CKM_SHA256_RSA_PKCS_PSS };
    static const DigestFacts sha384 { QCryptographicHash::Sha384, 48, "3041300d060960864801650304020205000430",
        CKM_SHA384, CKG_MGF1_SHA384, CKM_SHA384_RSA_PKCS, CKM_SHA384_RSA_PKCS_PSS };
    static const DigestFacts sha512 { QCryptographicHash::Sha512, 64, "3051300d060960864801650304020305000440",
        CKM_SHA512, CKG_MGF1_SHA512, CKM_SHA512_RSA_PKCS, CKM_SHA512_RSA_PKCS_PSS };
    switch (digest) {
    case cms::DigestAlgorithm::Sha256:
        return sha256;
    case cms::DigestAlgorithm::Sha384:
        return sha384;
    case cms::DigestAlgorithm::Sha512:
        return sha512;
    }
    Q_UNREACHABLE();
}

bool canSignWith(const Module& module, CK_SLOT_ID slot, CK_MECHANISM_TYPE type)
{
    CK_MECHANISM_INFO info {};
    return module.functions().C_GetMechanismInfo(slot, type, &info) == CKR_OK && (info.flags & CKF_SIGN);
}

QByteArray derLength(qsizetype size)
{
    if (size < 0x80)
        return QByteArray(1, static_cast<char>(size));
    return QByteArray("\x81").append(static_cast<char>(size));
}

/// A positive INTEGER: no leading zeros but the one that keeps it positive (X.690, 8.3).
QByteArray derInteger(QByteArray number)
{
    while (number.size() > 1 && number[0] == 0)
        number.remove(0, 1);
    if (static_cast<unsigned char>(number[0]) & 0x80)
        number.prepend('\0');
    return '\x02' + derLength(number.size()) + number;
}

} // namespace

QByteArray derFromRawEcdsa(const QByteArray& raw)
{
    if (raw.isEmpty() || raw.size() % 2 != 0)
        return {};
    const auto half = raw.size() / 2;
    const auto both = derInteger(raw.first(half)) + derInteger(raw.last(half));
    return '\x30' + derLength(both.size()) + both;
}

Mechanism::Mechanism(CK_MECHANISM_TYPE type, Input input, cms::SignatureAlgorithm algorithm)
    : m_type(type)
    , m_input(input)
    , m_algorithm(algorithm)
{
    if (algorithm.scheme == cms::SignatureScheme::RsaPss) {
        // The salt as long as the digest: RFC 4055, 3.1.
        const auto& facts = factsOf(algorithm.digest);
        m_pss = { facts.mechanism, facts.maskGeneration, facts.size };
    }
}

Result<Mechanism> Mechanism::choose(const Module& module, CK_SLOT_ID slot, const Session& session, CK_OBJECT_HANDLE key,
    cms::SignatureAlgorithm algorithm)
{
    struct Choice {
        CK_MECHANISM_TYPE type;
        Input input;
    };
    const auto& facts = factsOf(algorithm.digest);
    std::vector<Choice> choices;
    CK_KEY_TYPE keyType = CKK_RSA;
    switch (algorithm.scheme) {
    case cms::SignatureScheme::RsaPkcs1:
        choices = { { facts.rsaPkcs1, Input::Bytes }, { CKM_RSA_PKCS, Input::DigestInfo } };
        break;
    case cms::SignatureScheme::RsaPss:
        choices = { { facts.rsaPss, Input::Bytes }, { CKM_RSA_PKCS_PSS, Input::Digest } };
        break;
    case cms::SignatureScheme::Ecdsa:
        choices = { { CKM_ECDSA, Input::Digest } };
        keyType = CKK_EC;
        break;
    }
    if (session.number(key, CKA_KEY_TYPE) != keyType)
        return failure(ErrorCode::KeyUnsupported, u"the key is not of the kind that the certificate says"_s);
    for (const auto& choice : choices) {
        if (canSignWith(module, slot, choice.type))
            return Mechanism(choice.type, choice.input, algorithm);
    }
    return failure(ErrorCode::KeyUnsupported, u"the token offers no mechanism for this signature"_s);
}

CK_MECHANISM Mechanism::raw() const
{
    if (m_algorithm.scheme != cms::SignatureScheme::RsaPss)
        return { m_type, nullptr, 0 };
    return { m_type, const_cast<CK_RSA_PKCS_PSS_PARAMS*>(&m_pss), sizeof m_pss };
}

QByteArray Mechanism::inputFor(const QByteArray& bytes) const
{
    if (m_input == Input::Bytes)
        return bytes;
    const auto& facts = factsOf(m_algorithm.digest);
    const auto digest = QCryptographicHash::hash(bytes, facts.hash);
    return m_input == Input::DigestInfo ? QByteArray::fromHex(facts.digestInfo) + digest : digest;
}

Result<QByteArray> Mechanism::finished(const QByteArray& signature) const
{
    if (m_algorithm.scheme != cms::SignatureScheme::Ecdsa)
        return signature;
    auto der = derFromRawEcdsa(signature);
    if (der.isEmpty())
        return failure(ErrorCode::TokenFailed, u"C_Sign gave an ECDSA signature of %1 bytes"_s.arg(signature.size()));
    return der;
}

} // namespace bidseal::key::host
