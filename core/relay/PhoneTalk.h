#pragma once

#include "core/certificate/Certificate.h"
#include "core/relay/Conversation.h"
#include "core/relay/Link.h"

namespace bidseal::relay {

/// The phone's half of one session: for app makers to read, for bidseal-phone to use. Nothing reaches the owner, and no
/// PIN is asked for, before it has been checked here. Whatever is not as it must be ends the session.
class PhoneTalk {
public:
    PhoneTalk(Mailbox& mailbox, Link link);

    /// Errors: PhoneTooOld, ClientTooOld (after the hello has been sent).
    [[nodiscard]] Status hello(const QString& app, const QString& device, std::stop_token stop);
    [[nodiscard]] Result<Request> waitForRequest(std::stop_token stop);
    /// Errors: KeyUnsupported (an algorithm that is not the certificate's).
    [[nodiscard]] Status choose(
        const std::vector<certificate::Certificate>& chain, KeyAlgorithm algorithm, int atOnce, std::stop_token stop);
    struct Confirmation {
        std::vector<DocumentToSign> documents; ///< checked: nothing but documents for the chosen certificate
        QString compareCode;
    };
    /// Reveals the nonce by itself. Errors: RequestNotADocument (the refusal has been sent), Cancelled (the desktop has
    /// told an outcome instead).
    [[nodiscard]] Result<Confirmation> waitForToSign(std::stop_token stop);
    [[nodiscard]] Status sendSignatures(const std::vector<QByteArray>& signatures, std::stop_token stop);
    /// In place of any message after hello; the last one.
    [[nodiscard]] Status refuse(RefusalReason reason, std::stop_token stop);
    /// Ends the session when it has come.
    [[nodiscard]] Result<OutcomeResult> waitForOutcome(std::stop_token stop);

private:
    [[nodiscard]] Status check(const ToSign& toSign) const;

    Link m_link;
    KeyPair m_keys;
    QByteArray m_nonce;
    Conversation m_conversation;
    std::optional<SessionKeys> m_sessionKeys;
    std::optional<certificate::Certificate> m_certificate;
    KeyAlgorithm m_algorithm = KeyAlgorithm::RsaPkcs1Sha256;
    std::size_t m_documentCount = 0;
};

} // namespace bidseal::relay
