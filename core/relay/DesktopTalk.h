#pragma once

#include "core/relay/Link.h"
#include "core/relay/Messages.h"
#include "core/relay/TalkChannel.h"

namespace bidseal::relay {

/// The desktop's half of one session, from the QR code to the outcome. Synchronous: each call sends or waits for its
/// messages and checks their order; any error ends the session. Every call's errors: those of Mailbox and Messages, and
/// where the phone refuses PhoneRefused, PhoneCodeDiffers, PinLocked, PhoneCannotSign, PhoneBatchTooLarge.
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
    [[nodiscard]] Result<ChosenCertificate> request(const Request& request, std::stop_token stop);
    /// Gives back the compare code.
    [[nodiscard]] Result<QString> present(const std::vector<DocumentToSign>& documents, std::stop_token stop);
    /// As many as documents were presented; not yet verified.
    [[nodiscard]] Result<std::vector<QByteArray>> waitForSignatures(std::stop_token stop);
    /// The last word, at any moment; ends the session when the phone has had time to fetch it.
    void tellOutcome(OutcomeResult result);

private:
    Mailbox& m_mailbox;
    Invitation m_invitation;
    Origin m_origin;
    TalkChannel m_channel;
    std::optional<SessionKeys> m_keys;
    QByteArray m_phoneKey, m_commitment;
    std::vector<QByteArray> m_transcript;
    std::size_t m_documentCount = 0;
};

} // namespace bidseal::relay
