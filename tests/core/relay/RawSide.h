#pragma once

#include "SampleTalk.h"

namespace bidseal::test {

/// One side of a session that says whatever a test wants, in whatever order, with the right keys.
class RawSide {
public:
    /// A phone that has read `link`.
    RawSide(relay::Mailbox& mailbox, const relay::Link& link);
    /// The desktop of `invitation`, of which the phone says `hello`.
    RawSide(relay::Mailbox& mailbox, const relay::DesktopTalk::Invitation& invitation);

    /// The phone's first message: its versions, and a commitment to `nonce()`.
    void sayHello(const std::vector<int>& versions = { 1 });
    /// The desktop takes the phone's hello.
    [[nodiscard]] relay::Hello hearHello();

    void say(const relay::Message& message) { sayText(relay::write(message)); }
    void sayText(const QByteArray& text);
    template <class Expected> Expected hear() { return std::get<Expected>(hearAny()); }

    [[nodiscard]] const QByteArray& nonce() const { return m_nonce; }
    [[nodiscard]] const relay::KeyPair& keys() const { return m_keys; }
    /// Everything that was said and heard so far.
    [[nodiscard]] const std::vector<QByteArray>& said() const { return m_said; }
    /// Of that.
    [[nodiscard]] QString compareCode() const;
    /// What this side could compute codes from by itself (docs/relay-protocol.md, 4.1).
    [[nodiscard]] QByteArray prk() const;

private:
    [[nodiscard]] relay::Message hearAny();
    void derive();

    relay::TalkChannel m_channel;
    relay::Side m_side;
    Secret m_secret;
    relay::KeyPair m_keys;
    relay::KeyContext m_context;
    QByteArray m_nonce;
    std::optional<relay::SessionKeys> m_sessionKeys;
    std::vector<QByteArray> m_said;
};

} // namespace bidseal::test
