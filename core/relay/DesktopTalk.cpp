#include "core/relay/DesktopTalk.h"

#include "core/certificate/Certificate.h"
#include "core/relay/Wire.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::relay {

namespace {

ErrorCode codeOf(RefusalReason reason)
{
    switch (reason) {
    case RefusalReason::Declined:
        return ErrorCode::PhoneRefused;
    case RefusalReason::CodeDiffers:
        return ErrorCode::PhoneCodeDiffers;
    case RefusalReason::PinLocked:
        return ErrorCode::PinLocked;
    case RefusalReason::TooMany:
        return ErrorCode::PhoneBatchTooLarge;
    case RefusalReason::NoCertificate:
    case RefusalReason::NotADocument:
    case RefusalReason::NotSupported:
        return ErrorCode::PhoneCannotSign;
    }
    return ErrorCode::PhoneCannotSign;
}

/// The phone's next message, where it is the one that must come now.
template <class Expected> Result<Expected> receive(Conversation& conversation, std::stop_token stop)
{
    auto message = conversation.receive(stop);
    if (!message)
        return failure(message.error());
    if (auto* expected = std::get_if<Expected>(&*message))
        return std::move(*expected);
    if (const auto* refusal = std::get_if<Refusal>(&*message); refusal && !std::is_same_v<Expected, Hello>)
        return failure(conversation.endBecauseOf(codeOf(refusal->reason), u"the phone has refused"_s));
    return failure(conversation.endBecauseOf(ErrorCode::PhoneMessageInvalid, u"another message than was due"_s));
}

QByteArray bytesOf(const std::vector<int>& versions)
{
    QByteArray bytes;
    for (const int version : versions)
        bytes += static_cast<char>(version);
    return bytes;
}

/// Every certificate can be read, and the first one's key signs as the phone says.
bool isUsable(const ChosenCertificate& chosen)
{
    const auto isReadable = [](const QByteArray& der) { return certificate::Certificate::fromDer(der).has_value(); };
    const auto signer = certificate::Certificate::fromDer(chosen.chain.front());
    return std::all_of(chosen.chain.begin(), chosen.chain.end(), isReadable) && suits(chosen.algorithm, *signer);
}

} // namespace

DesktopTalk::Invitation DesktopTalk::Invitation::make()
{
    return { KeyPair::generate(), randomSecret(static_cast<int>(wire::kKeyBytes)) };
}

QByteArray DesktopTalk::Invitation::joinVerifier() const
{
    return QCryptographicHash::hash(joinProof(secret), QCryptographicHash::Sha256);
}

Link DesktopTalk::Invitation::linkFor(const Origin& origin, const QByteArray& session) const
{
    return { origin, session, ownVersions(), keys.publicKey(), secret.clone() };
}

DesktopTalk::DesktopTalk(Mailbox& mailbox, Invitation invitation, Origin origin)
    : m_invitation(std::move(invitation))
    , m_origin(std::move(origin))
    , m_conversation(mailbox, Side::Desktop)
{
}

Result<Hello> DesktopTalk::waitForPhone(std::stop_token stop)
{
    KeyContext context { m_conversation.session(), m_origin.ascii(), ownVersions(), {}, m_invitation.keys.publicKey(),
        {} };
    m_conversation.setHelloKey(helloKey(m_invitation.secret, context));
    auto hello = receive<Hello>(m_conversation, stop);
    if (!hello)
        return hello;

    context.phoneVersions = bytesOf(hello->versions);
    context.phoneKey = hello->key;
    if (!commonVersion(context.desktopVersions, context.phoneVersions)) {
        const bool isPhoneNewer = hello->versions.back() > wire::kVersion;
        return failure(m_conversation.endBecauseOf(
            isPhoneNewer ? ErrorCode::ClientTooOld : ErrorCode::PhoneTooOld, u"no common version"_s));
    }
    auto keys = SessionKeys::derive(m_invitation.secret, m_invitation.keys, Side::Desktop, context);
    if (!keys)
        return failure(m_conversation.endBecauseOf(keys.error()));
    m_keys = std::move(*keys);
    m_conversation.setSessionKeys(*m_keys);
    m_phoneKey = hello->key;
    m_commitment = hello->commitment;
    return hello;
}

Result<ChosenCertificate> DesktopTalk::request(const Request& request, std::stop_token stop)
{
    if (request.documents.size() > kMostDocuments) {
        return failure(ErrorCode::PhoneBatchTooLarge,
            u"%1 documents, and no talk asks for more than %2"_s.arg(request.documents.size()).arg(kMostDocuments));
    }
    if (auto sent = m_conversation.send(request, stop); !sent)
        return failure(sent.error());
    m_documentCount = request.documents.size();
    auto chosen = receive<ChosenCertificate>(m_conversation, stop);
    if (!chosen)
        return chosen;
    if (!isUsable(*chosen)) {
        return failure(m_conversation.endBecauseOf(
            ErrorCode::PhoneMessageInvalid, u"a certificate that cannot be read, or does not sign so"_s));
    }
    if (static_cast<std::size_t>(chosen->atOnce) < m_documentCount)
        return failure(ErrorCode::PhoneBatchTooLarge, u"the phone signs %1 at once"_s.arg(chosen->atOnce));
    return chosen;
}

Result<QString> DesktopTalk::present(const std::vector<DocumentToSign>& documents, std::stop_token stop)
{
    if (documents.size() != m_documentCount)
        return failure(ErrorCode::InternalFault, u"not the documents that were requested"_s);
    if (auto sent = m_conversation.send(ToSign { randomBytes(wire::kKeyBytes), documents }, stop); !sent)
        return failure(sent.error());
    const auto reveal = receive<Reveal>(m_conversation, stop);
    if (!reveal)
        return failure(reveal.error());
    if (!keepsCommitment(m_commitment, m_conversation.session(), m_phoneKey, reveal->nonce)) {
        return failure(m_conversation.endBecauseOf(
            ErrorCode::PhoneMessageInvalid, u"another nonce than the phone had committed itself to"_s));
    }
    return m_keys->compareCode(m_conversation.transcript());
}

Result<std::vector<QByteArray>> DesktopTalk::waitForSignatures(std::stop_token stop)
{
    auto answer = receive<Signatures>(m_conversation, stop);
    if (!answer)
        return failure(answer.error());
    if (answer->signatures.size() != m_documentCount) {
        return failure(m_conversation.endBecauseOf(ErrorCode::PhoneMessageInvalid,
            u"%1 signatures for %2 documents"_s.arg(answer->signatures.size()).arg(m_documentCount)));
    }
    return std::move(answer->signatures);
}

void DesktopTalk::tellOutcome(OutcomeResult result)
{
    if (m_conversation.hasSpoken())
        m_conversation.sendLastBriefly(Outcome { result });
    else
        m_conversation.end();
}

} // namespace bidseal::relay
