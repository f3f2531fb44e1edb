#pragma once

#include "core/relay/Messages.h"
#include "core/relay/TalkChannel.h"

namespace bidseal::relay {

/// What both halves of the talk have in common: messages out and in, and the exact bytes of all of them so far. The
/// first message that is not what it must be ends the session, and the conversation with it.
class Conversation {
public:
    Conversation(Mailbox& mailbox, Side ownSide);

    void setHelloKey(Secret key) { m_channel.setHelloKey(std::move(key)); }
    void setSessionKeys(const SessionKeys& keys) { m_channel.setSessionKeys(keys); }
    /// Whether the other side may have heard anything.
    [[nodiscard]] bool hasSpoken() const { return m_channel.hasSealed(); }
    [[nodiscard]] const QByteArray& session() const { return m_mailbox.session(); }

    /// Nothing goes out that the other side would have to refuse. Errors: those of TalkChannel, InternalFault.
    [[nodiscard]] Status send(const Message& message, std::stop_token stop);
    [[nodiscard]] Result<Message> receive(std::stop_token stop);
    /// As send(); nothing can be said or heard behind it. The session is left to the other side, which has to fetch it.
    [[nodiscard]] Status sendLast(const Message& message, std::stop_token stop);
    /// The same for what nobody should wait for; where it cannot be sent, the session ends without it.
    void sendLastBriefly(const Message& message);

    /// Ends the session because of `error`, and gives it back.
    [[nodiscard]] Error endBecauseOf(Error error);
    [[nodiscard]] Error endBecauseOf(ErrorCode code, const QString& detail);
    void end();

    /// transcriptDigest() of everything that was said.
    [[nodiscard]] QByteArray transcript() const;

private:
    /// An error of the channel: one that says that somebody has meddled ends the session.
    [[nodiscard]] Error ended(const Error& error);

    Mailbox& m_mailbox;
    TalkChannel m_channel;
    std::vector<QByteArray> m_said;
    std::optional<Error> m_end; ///< why nothing more is said
};

/// The highest version that both sides speak; nothing where there is none.
[[nodiscard]] std::optional<int> commonVersion(const QByteArray& a, const QByteArray& b);
[[nodiscard]] QByteArray ownVersions();

} // namespace bidseal::relay
