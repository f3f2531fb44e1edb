#include "core/key/pkcs11/host/Signing.h"

#include "core/key/pkcs11/host/Mechanism.h"
#include "core/key/pkcs11/host/ReturnValue.h"
#include "core/key/pkcs11/host/Session.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::key::host {

namespace {

Result<PresentToken> findToken(const Module& module, const KeyUri& uri)
{
    auto present = module.tokens();
    if (!present)
        return failure(present.error());
    std::erase_if(*present, [&](const PresentToken& token) { return !isNamedBy(uri, token.state); });
    if (present->empty())
        return failure(ErrorCode::TokenAbsent, u"no token matches "_s + uri.toString(), { .name = uri.token });
    if (present->size() > 1)
        return failure(ErrorCode::KeyAmbiguous, u"several tokens match "_s + uri.toString(), { .name = uri.token });
    return present->front();
}

/// What costs a try is refused here as long as it can be known before.
Status checkBeforeLogin(const PresentToken& token, const Secret& pin)
{
    if (token.state.pinState == PinState::Locked)
        return failure(ErrorCode::PinLocked, u"CKF_USER_PIN_LOCKED"_s, { .name = token.state.label });
    if (token.state.onTokensOwnPad)
        return {};
    // Modules that do not care about the longest length say 0 or everything.
    const auto shortest = std::max<CK_ULONG>(token.info.ulMinPinLen, 1);
    const auto longest = token.info.ulMaxPinLen;
    if (pin.size() < shortest || (longest > 0 && pin.size() > longest))
        return failure(ErrorCode::PinLengthInvalid, u"the token takes %1 to %2 bytes"_s.arg(shortest).arg(longest),
            { .name = token.state.label });
    return {};
}

/// CKR_PIN_INCORRECT on the last try locks the PIN: the person must hear that, not "try again".
tl::unexpected<Error> loginFailed(const Module& module, const PresentToken& token, CK_RV result)
{
    const auto now = module.tokenIn(token.slot);
    auto error = failed("C_Login", result);
    error.value().facts.name = token.state.label;
    if (error.value().code == ErrorCode::PinWrong && now && now->state.pinState == PinState::Locked)
        error.value().code = ErrorCode::PinLocked;
    return error;
}

Status login(const Module& module, Session& session, const PresentToken& token, const Secret& pin)
{
    const Secret nothing;
    const auto result = session.login(LoginKind::User, token.state.onTokensOwnPad ? nothing : pin);
    // Some drivers keep one login for all programs of the user; then the PIN was given in another one.
    if (result == CKR_OK || result == CKR_USER_ALREADY_LOGGED_IN)
        return {};
    return loginFailed(module, token, result);
}

/// CKA_IDs of the public objects with this label: a private key's own label often is another one.
std::vector<QByteArray> idsByPublicLabel(const Session& session, const QString& label)
{
    std::vector<QByteArray> ids;
    for (const CK_OBJECT_CLASS objectClass : { CKO_PUBLIC_KEY, CKO_CERTIFICATE }) {
        const auto objects = session.findClass(objectClass);
        for (const auto object : objects ? *objects : std::vector<CK_OBJECT_HANDLE>()) {
            if (textOf(session.attribute(object, CKA_LABEL)) == label)
                ids.push_back(session.attribute(object, CKA_ID));
        }
    }
    return ids;
}

Result<CK_OBJECT_HANDLE> findPrivateKey(const Session& session, const KeyUri& uri)
{
    auto keys = session.findClass(CKO_PRIVATE_KEY);
    if (!keys)
        return failure(keys.error());
    const auto hasLabel = [&](CK_OBJECT_HANDLE key) { return textOf(session.attribute(key, CKA_LABEL)) == uri.object; };
    if (!uri.id.isEmpty()) {
        std::erase_if(*keys, [&](CK_OBJECT_HANDLE key) { return session.attribute(key, CKA_ID) != uri.id; });
    } else if (!uri.object.isEmpty() && std::any_of(keys->begin(), keys->end(), hasLabel)) {
        std::erase_if(*keys, [&](CK_OBJECT_HANDLE key) { return !hasLabel(key); });
    } else if (!uri.object.isEmpty()) {
        const auto ids = idsByPublicLabel(session, uri.object);
        std::erase_if(*keys, [&](CK_OBJECT_HANDLE key) {
            return std::find(ids.begin(), ids.end(), session.attribute(key, CKA_ID)) == ids.end();
        });
    }
    // Both keys of a dual certificate may have the same CKA_ID: use and then label decide, where they can.
    const auto maySign = [&](CK_OBJECT_HANDLE key) { return session.isTrue(key, CKA_SIGN); };
    if (keys->size() > 1)
        std::erase_if(*keys, [&](CK_OBJECT_HANDLE key) { return !maySign(key); });
    if (keys->size() > 1 && std::any_of(keys->begin(), keys->end(), hasLabel))
        std::erase_if(*keys, [&](CK_OBJECT_HANDLE key) { return !hasLabel(key); });
    if (keys->empty())
        return failure(ErrorCode::KeyNotFound, u"no private key matches "_s + uri.toString(), { .name = uri.object });
    if (keys->size() > 1)
        return failure(ErrorCode::KeyAmbiguous, u"several keys match "_s + uri.toString(), { .name = uri.object });
    return keys->front();
}

/// Large enough for RSA with 16384 bits.
constexpr CK_ULONG kLongestSignature = 2048;

Result<QByteArray> signatureOf(CK_FUNCTION_LIST& functions, const Session& session, QByteArray input)
{
    QByteArray signature(kLongestSignature, '\0');
    auto size = kLongestSignature;
    const auto result = functions.C_Sign(session.handle(), reinterpret_cast<CK_BYTE*>(input.data()),
        static_cast<CK_ULONG>(input.size()), reinterpret_cast<CK_BYTE*>(signature.data()), &size);
    if (result != CKR_OK)
        return failed("C_Sign", result);
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

/// A private key in a session that is logged in.
struct OpenKey {
    CK_FUNCTION_LIST& functions;
    Session& session;
    CK_OBJECT_HANDLE handle;
    const Mechanism& mechanism;
    bool onTokensOwnPad;
};

Status signEach(const OpenKey& key, const std::vector<QByteArray>& documents, Secret pin, const SignatureSink& give)
{
    const Secret nothing;
    // The same entry of the PIN: the token wants it once more for each operation (PKCS#11 v2.40, 5.6, C_Login).
    const bool wantsPinEachTime = key.session.isTrue(key.handle, CKA_ALWAYS_AUTHENTICATE);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        auto raw = key.mechanism.raw();
        if (const auto result = key.functions.C_SignInit(key.session.handle(), &raw, key.handle); result != CKR_OK)
            return failed("C_SignInit", result);
        if (wantsPinEachTime) {
            const auto result = key.session.login(LoginKind::ForOneOperation, key.onTokensOwnPad ? nothing : pin);
            if (result != CKR_OK)
                return failed("C_Login for one signature", result);
        }
        if (!wantsPinEachTime || i + 1 == documents.size())
            pin.clear();
        const auto signature = signatureOf(key.functions, key.session, key.mechanism.inputFor(documents[i]));
        if (!signature)
            return failure(signature.error());
        const auto finished = key.mechanism.finished(*signature);
        if (!finished)
            return failure(finished.error());
        if (!give(*finished))
            return failure(ErrorCode::Cancelled, u"nobody waits for the other signatures"_s);
    }
    return {};
}

Status signOn(
    const Module& module, const PresentToken& token, const SignCall& call, Secret pin, const SignatureSink& give)
{
    auto session = Session::open(module, token.slot);
    if (!session)
        return failure(session.error());
    if (const auto loggedIn = login(module, *session, token, pin); !loggedIn)
        return failure(loggedIn.error());
    const auto key = findPrivateKey(*session, call.uri);
    if (!key)
        return failure(key.error());
    const auto mechanism = Mechanism::choose(module, token.slot, *session, *key, call.algorithm);
    if (!mechanism)
        return failure(mechanism.error());
    return signEach({ module.functions(), *session, *key, *mechanism, token.state.onTokensOwnPad }, call.documents,
        std::move(pin), give);
}

} // namespace

Status sign(const Module& module, const SignCall& call, Secret pin, const SignatureSink& give)
{
    const auto token = findToken(module, call.uri);
    if (!token)
        return failure(token.error());
    if (const auto allowed = checkBeforeLogin(*token, pin); !allowed)
        return failure(allowed.error());
    auto done = signOn(module, *token, call, std::move(pin), give);
    // Modules report a token that was pulled out in many ways; whether it is there they tell rightly.
    if (!done && !module.hasToken(token->slot))
        return failure(ErrorCode::TokenRemoved, done.error().detail, { .name = token->state.label });
    return done;
}

} // namespace bidseal::key::host
