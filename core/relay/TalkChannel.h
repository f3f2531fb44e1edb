#pragma once

#include "core/relay/Mailbox.h"
#include "core/relay/RecordCipher.h"

namespace bidseal::relay {

/// Talk messages over a mailbox: split into records, padded, sealed, numbered; and back. Errors of receiving beyond the
/// mailbox's: PhoneMessageInvalid for whatever section 4.2 forbids.
class TalkChannel {
public:
    TalkChannel(Mailbox& mailbox, Side ownSide);

    /// The phone's first record is sealed with helloKey, all others with the session's keys.
    void setHelloKey(Secret key);
    void setSessionKeys(const SessionKeys& keys);

    [[nodiscard]] Status send(const QByteArray& message, std::stop_token stop);
    [[nodiscard]] Result<QByteArray> receive(std::stop_token stop);

private:
    [[nodiscard]] const Secret* keyFor(Side sender, int number) const;

    Mailbox& m_mailbox;
    Side m_ownSide;
    Secret m_helloKey, m_desktopKey, m_phoneKey;
    int m_sent = 0, m_received = 0;
};

} // namespace bidseal::relay
