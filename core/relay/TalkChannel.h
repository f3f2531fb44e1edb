#pragma once

#include "core/relay/Mailbox.h"
#include "core/relay/RecordCipher.h"

#include <deque>
#include <functional>

namespace bidseal::relay {

/// Talk messages over a mailbox: split into records, padded, sealed, numbered; and back. Nothing is sealed twice: a
/// send that was interrupted is continued by the next one, with the records that it had sealed. Errors of receiving
/// beyond the mailbox's: PhoneMessageInvalid for whatever section 4.2 forbids.
class TalkChannel {
public:
    static constexpr auto kMostTalk = qsizetype(6) * 1024 * 1024; ///< bytes of one talk message

    TalkChannel(Mailbox& mailbox, Side ownSide);

    /// The phone's first record is sealed with helloKey, all others with the session's keys.
    void setHelloKey(Secret key);
    void setSessionKeys(const SessionKeys& keys);

    /// Further errors: PhoneBatchTooLarge.
    [[nodiscard]] Status send(const QByteArray& message, std::stop_token stop);
    /// The same with Mailbox::putLast().
    [[nodiscard]] Status sendBriefly(const QByteArray& message);
    [[nodiscard]] Result<QByteArray> receive(std::stop_token stop);
    [[nodiscard]] bool hasSealed() const { return m_sealed > 0; }

private:
    /// What one record carries.
    struct Part {
        QByteArray data;
        bool isContinued = false; ///< the next record goes on with this talk message
    };
    [[nodiscard]] Result<Part> open(const QByteArray& record, int number) const;
    [[nodiscard]] static Result<Part> unpadded(const QByteArray& plaintext, int number);
    [[nodiscard]] const Secret* keyFor(Side sender, int number) const;
    [[nodiscard]] Status seal(const QByteArray& message);
    [[nodiscard]] Status deliver(const std::function<Status(int number, const QByteArray& record)>& put);

    Mailbox& m_mailbox;
    Side m_ownSide;
    Secret m_helloKey, m_desktopKey, m_phoneKey;
    QByteArray m_begun; ///< received, but not all of it yet
    std::deque<QByteArray> m_undelivered; ///< sealed already
    int m_sealed = 0, m_received = 0; ///< the numbers of the last records
};

} // namespace bidseal::relay
