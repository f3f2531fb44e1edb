#include "core/relay/PhoneTalk.h"

#include "core/cms/SignedAttributesCheck.h"
#include "core/relay/Wire.h"

using namespace Qt::StringLiterals;

namespace bidseal::relay {

namespace {

std::vector<int> numbersOf(const QByteArray& versions)
{
    std::vector<int> numbers;
    for (const char version : versions)
        numbers.push_back(static_cast<uchar>(version));
    return numbers;
}

Error outOfOrder(Conversation& conversation)
{
    return conversation.endBecauseOf(ErrorCode::PhoneMessageInvalid, u"another message than was due"_s);
}

} // namespace

PhoneTalk::PhoneTalk(Mailbox& mailbox, Link link)
    : m_link(std::move(link))
    , m_keys(KeyPair::generate())
    , m_nonce(randomBytes(wire::kKeyBytes))
    , m_conversation(mailbox, Side::Phone)
{
}

Status PhoneTalk::hello(const QString& app, const QString& device, std::stop_token stop)
{
    const KeyContext context { m_link.session, m_link.origin.ascii(), m_link.versions, ownVersions(), m_link.desktopKey,
        m_keys.publicKey() };
    auto keys = SessionKeys::derive(m_link.secret, m_keys, Side::Phone, context);
    if (!keys)
        return failure(m_conversation.endBecauseOf(keys.error()));
    m_sessionKeys = std::move(*keys);
    m_conversation.setHelloKey(helloKey(m_link.secret, context));
    m_conversation.setSessionKeys(*m_sessionKeys);

    const Hello hello { numbersOf(ownVersions()), m_keys.publicKey(),
        commitment(m_link.session, m_keys.publicKey(), m_nonce), app, device };
    if (commonVersion(ownVersions(), m_link.versions))
        return m_conversation.send(hello, stop);
    // The desktop learns from the hello that they cannot talk, and says so on its side.
    if (auto sent = m_conversation.sendLast(hello, stop); !sent)
        return sent;
    const bool isDesktopNewer = static_cast<uchar>(m_link.versions.back()) > wire::kVersion;
    return failure(isDesktopNewer ? ErrorCode::PhoneTooOld : ErrorCode::ClientTooOld, u"no common version"_s);
}

Result<Request> PhoneTalk::waitForRequest(std::stop_token stop)
{
    auto message = m_conversation.receive(stop);
    if (!message)
        return failure(message.error());
    auto* request = std::get_if<Request>(&*message);
    if (!request)
        return failure(outOfOrder(m_conversation));
    m_documentCount = request->documents.size();
    return std::move(*request);
}

Status PhoneTalk::choose(
    const std::vector<certificate::Certificate>& chain, KeyAlgorithm algorithm, int atOnce, std::stop_token stop)
{
    Q_ASSERT(!chain.empty());
    if (!suits(algorithm, chain.front()))
        return failure(ErrorCode::KeyUnsupported, u"the algorithm is not one of the certificate's key"_s);
    m_certificate = chain.front();
    m_algorithm = algorithm;
    ChosenCertificate chosen { {}, algorithm, atOnce };
    for (const auto& certificate : chain)
        chosen.chain.push_back(certificate.der());
    return m_conversation.send(chosen, stop);
}

Status PhoneTalk::check(const ToSign& toSign) const
{
    for (const auto& document : toSign.documents) {
        const cms::DocumentDigest digest { signatureAlgorithm(m_algorithm).digest, document.digest };
        if (auto checked = cms::checkSignedAttributes(document.attributes, digest, *m_certificate); !checked)
            return checked;
    }
    return {};
}

Result<PhoneTalk::Confirmation> PhoneTalk::waitForToSign(std::stop_token stop)
{
    auto message = m_conversation.receive(stop);
    if (!message)
        return failure(message.error());
    if (std::holds_alternative<Outcome>(*message))
        return failure(m_conversation.endBecauseOf(ErrorCode::Cancelled, u"ended by the computer"_s));
    auto* toSign = std::get_if<ToSign>(&*message);
    if (!toSign || !m_certificate || toSign->documents.size() != m_documentCount)
        return failure(outOfOrder(m_conversation));
    if (const auto checked = check(*toSign); !checked) {
        // Whether or not it reaches the desktop: nothing is signed.
        (void)m_conversation.sendLast(Refusal { RefusalReason::NotADocument }, stop);
        return failure(checked.error());
    }
    if (auto revealed = m_conversation.send(Reveal { m_nonce }, stop); !revealed)
        return failure(revealed.error());
    return Confirmation { std::move(toSign->documents), m_sessionKeys->compareCode(m_conversation.transcript()) };
}

Status PhoneTalk::sendSignatures(const std::vector<QByteArray>& signatures, std::stop_token stop)
{
    Q_ASSERT(signatures.size() == m_documentCount);
    return m_conversation.send(Signatures { signatures }, stop);
}

Status PhoneTalk::refuse(RefusalReason reason, std::stop_token stop)
{
    return m_conversation.sendLast(Refusal { reason }, stop);
}

Result<OutcomeResult> PhoneTalk::waitForOutcome(std::stop_token stop)
{
    const auto message = m_conversation.receive(stop);
    if (!message)
        return failure(message.error());
    const auto* outcome = std::get_if<Outcome>(&*message);
    if (!outcome)
        return failure(outOfOrder(m_conversation));
    m_conversation.end();
    return outcome->result;
}

} // namespace bidseal::relay
