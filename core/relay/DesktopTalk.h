#pragma once

#include "core/relay/Conversation.h"
#include "core/relay/Link.h"

namespace bidseal::relay {

/// The desktop's half of one session, from the QR code to the outcome. Synchronous: each call sends or waits for its
/// messages and checks their order. What is not as it must be, and a refusal, ends the session. Every call's errors:
/// those of Mailbox and Messages, and where the phone refuses PhoneRefused, PhoneCodeDiffers, PinLocked,
/// PhoneCannotSign, PhoneBatchTooLarge.
class DesktopTalk {
public:
    /// What is made before there is a session: its secret and its key.
    struct Invitation {
        KeyPair keys;
        Secret secret;

        [[nodiscard]] static Invitation make();
        [[nodiscard]] QByteArray joinVerifier() const; ///< SHA-256(joinProof)
        /// What the QR code says.
        [[nodiscard]] Link linkFor(const Origin& origin, const QByteArray& session) const;
    };
    DesktopTalk(Mailbox& mailbox, Invitation invitation, Origin origin);

    /// Further errors: PhoneTooOld, ClientTooOld.
    [[nodiscard]] Result<Hello> waitForPhone(std::stop_token stop);
    /// The certificate's key suits its algorithm. Further errors: PhoneBatchTooLarge, also where the phone signs fewer
    /// at once.
    [[nodiscard]] Result<ChosenCertificate> request(const Request& request, std::stop_token stop);
    /// As many documents as were requested, in their order. Gives back the compare code.
    [[nodiscard]] Result<QString> present(const std::vector<DocumentToSign>& documents, std::stop_token stop);
    /// As many as documents were presented; not yet verified.
    [[nodiscard]] Result<std::vector<QByteArray>> waitForSignatures(std::stop_token stop);
    /// The last word, once, at any moment. A phone that has been asked is told; its side ends the session, or the relay
    /// does when its time is over. Before that the session just ends. Takes no longer than some seconds.
    void tellOutcome(OutcomeResult result);

private:
    Invitation m_invitation;
    Origin m_origin;
    Conversation m_conversation;
    std::optional<SessionKeys> m_keys;
    QByteArray m_phoneKey, m_commitment;
    std::size_t m_documentCount = 0;
};

} // namespace bidseal::relay
