#include "core/key/pkcs11/ListedKeys.h"

#include "core/base/Log.h"

#include <openssl/x509v3.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::key::host {

namespace {

/// A key as it was listed, and every label by which people know it.
struct Candidate {
    TokenKey key;
    QStringList labels;
};

/// An object of a token that turned out to be a readable certificate.
struct ListedCertificate {
    const ListedObject* object;
    certificate::Certificate certificate;
};

bool isAuthority(const certificate::Certificate& certificate) { return X509_check_ca(certificate.handle()) > 0; }

bool belongTogether(const ListedObject& first, const ListedObject& second)
{
    return first.id.isEmpty() ? second.id.isEmpty() && first.label == second.label : first.id == second.id;
}

std::vector<ListedCertificate> certificatesOn(const ListedToken& token)
{
    std::vector<ListedCertificate> readable;
    for (const auto& object : token.certificates) {
        if (const auto certificate = certificate::Certificate::fromDer(object.der))
            readable.push_back({ &object, *certificate });
        else
            qCWarning(logKey) << "a certificate on the token was left out:" << logText(certificate.error());
    }
    return readable;
}

/// Where a certificate was renewed for the same key, both may still be on the token: the newer one counts.
bool isRenewal(const ListedCertificate& newer, const ListedCertificate& older)
{
    return belongTogether(*newer.object, *older.object) && older.certificate.validFrom() < newer.certificate.validFrom()
        && EVP_PKEY_eq(X509_get0_pubkey(older.certificate.handle()), X509_get0_pubkey(newer.certificate.handle())) == 1;
}

bool isSuperseded(const ListedCertificate& older, const std::vector<ListedCertificate>& all)
{
    return std::any_of(all.begin(), all.end(), [&](const auto& newer) { return isRenewal(newer, older); });
}

QStringList publicKeyLabels(const ListedToken& token, const ListedObject& certificate)
{
    QStringList labels;
    for (const auto& publicKey : token.publicKeys) {
        if (belongTogether(publicKey, certificate))
            labels.append(publicKey.label);
    }
    return labels;
}

bool hasCertificate(const ListedToken& token, const ListedObject& publicKey)
{
    return std::any_of(token.certificates.begin(), token.certificates.end(),
        [&](const ListedObject& certificate) { return belongTogether(certificate, publicKey); });
}

KeyUri uriOf(const TokenState& token, const ListedObject& object)
{
    return { token.label, token.manufacturer, token.model, token.serial, object.label, object.id };
}

std::vector<Candidate> candidatesOn(const ListedToken& token)
{
    const auto certificates = certificatesOn(token);
    std::vector<certificate::Certificate> all;
    for (const auto& listed : certificates)
        all.push_back(listed.certificate);

    std::vector<Candidate> candidates;
    for (const auto& listed : certificates) {
        const auto keyLabels = publicKeyLabels(token, *listed.object);
        if (isSuperseded(listed, certificates) || (keyLabels.isEmpty() && isAuthority(listed.certificate)))
            continue;
        candidates.push_back({ { uriOf(token.state, *listed.object), token.state, listed.certificate, all },
            QStringList(listed.object->label) + keyLabels });
    }
    for (const auto& publicKey : token.publicKeys) {
        if (!hasCertificate(token, publicKey))
            candidates.push_back({ { uriOf(token.state, publicKey), token.state, {}, all }, { publicKey.label } });
    }
    return candidates;
}

bool isNamedBy(const KeyUri& uri, const Candidate& candidate)
{
    return (uri.id.isEmpty() || uri.id == candidate.key.uri.id)
        && (uri.object.isEmpty() || candidate.labels.contains(uri.object));
}

bool isForEncryption(const Candidate& candidate)
{
    return candidate.key.certificate && candidate.key.certificate->purpose() == certificate::Purpose::Encryption;
}

} // namespace

std::vector<TokenKey> keysIn(const std::vector<ListedToken>& tokens)
{
    std::vector<TokenKey> keys;
    for (const auto& token : tokens) {
        for (auto& candidate : candidatesOn(token))
            keys.push_back(std::move(candidate.key));
    }
    return keys;
}

Result<TokenKey> findKey(const std::vector<ListedToken>& tokens, const KeyUri& uri)
{
    auto isTokenThere = false;
    std::vector<Candidate> found;
    for (const auto& token : tokens) {
        if (!isNamedBy(uri, token.state))
            continue;
        isTokenThere = true;
        for (auto& candidate : candidatesOn(token)) {
            if (isNamedBy(uri, candidate))
                found.push_back(std::move(candidate));
        }
    }
    if (!isTokenThere)
        return failure(ErrorCode::TokenAbsent, u"no token matches "_s + uri.toString(), { .name = uri.token });
    if (found.empty())
        return failure(ErrorCode::KeyNotFound, u"no key matches "_s + uri.toString(), { .name = uri.object });
    // A dual certificate's other half is never meant.
    if (found.size() > 1 && !std::all_of(found.begin(), found.end(), isForEncryption))
        std::erase_if(found, isForEncryption);
    if (found.size() > 1)
        return failure(ErrorCode::KeyAmbiguous, u"%1 keys match %2"_s.arg(found.size()).arg(uri.toString()));
    if (!found.front().key.certificate)
        return failure(
            ErrorCode::KeyWithoutCertificate, u"no certificate has the same CKA_ID"_s, { .name = uri.object });
    return std::move(found.front().key);
}

} // namespace bidseal::key::host
