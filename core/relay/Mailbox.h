#pragma once

#include "core/base/Result.h"

#include <QByteArray>

#include <chrono>
#include <stop_token>

namespace bidseal::relay {

/// One side's view of a session on a relay: numbered records out, numbered records in. Survives a lost network and a
/// slow relay until the session's time is over. The talk above it never sees HTTP.
class Mailbox {
public:
    virtual ~Mailbox() = default;

    [[nodiscard]] virtual const QByteArray& session() const = 0;
    /// Keeps `record` under `number`; repeats itself as often as needed with the same bytes.
    /// Errors: RelayUnreachable, RelayUntrusted, RelayUnsuitable, RelayBusy, PhoneSessionExpired, PhoneMessageInvalid
    /// (the relay holds other bytes under this number), Cancelled.
    [[nodiscard]] virtual Status put(int number, const QByteArray& record, std::stop_token stop) = 0;
    /// As put(), but gives up after a few seconds: for the last word of a session, which nobody should wait for.
    [[nodiscard]] virtual Status putLast(int number, const QByteArray& record) { return put(number, record, {}); }
    /// Waits for the other side's record `number`. Errors as put().
    [[nodiscard]] virtual Result<QByteArray> take(int number, std::stop_token stop) = 0;
    /// Ends the session; no answer is waited for longer than a moment.
    virtual void end() = 0;
};

} // namespace bidseal::relay
