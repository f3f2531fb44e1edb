#pragma once

#include "core/relay/Link.h"
#include "core/relay/Mailbox.h"

#include <functional>

namespace bidseal::relay {

/// Where a relay is and whom its certificate is trusted from.
struct RelayAddress {
    Origin origin;
    QString caFile; ///< PEM; empty: the system's authorities
};

/// Told on the working thread while a relay cannot be reached and the session waits for it, and when it is back.
enum class Connection { Working, Interrupted };
using ConnectionCallback = std::function<void(Connection)>;

/// A session's mailbox on a relay, with what only the way to the relay knows.
class RelayMailbox : public Mailbox {
public:
    /// True where the session was still waiting and is ended now, or is over; false where a phone has joined it (3.6).
    /// Waits as RelayClient::open().
    [[nodiscard]] virtual Result<bool> endIfWaiting(std::stop_token stop) = 0;
    /// How long the session still lives, as far as is known here.
    [[nodiscard]] virtual std::chrono::milliseconds timeLeft() const = 0;
};

/// Talks to one relay over HTTPS (Qt Network; the system's proxy settings). Synchronous; each call runs on the thread
/// that made the first, in an event loop of its own, and ends at once where it is stopped. Redirects and plain http are
/// refused. Errors: RelayAddressInvalid (unreadable caFile), RelayUnreachable, RelayUntrusted, RelayUnsuitable,
/// RelayBusy, Cancelled.
class RelayClient {
public:
    explicit RelayClient(RelayAddress address, ConnectionCallback connection = {});
    ~RelayClient();
    RelayClient(const RelayClient&) = delete;
    RelayClient& operator=(const RelayClient&) = delete;

    /// GET /health, once, within 10 s: for the settings' test button.
    [[nodiscard]] Status check(std::stop_token stop);

    struct OpenedSession {
        std::unique_ptr<RelayMailbox> mailbox; ///< lives no longer than this client
        Origin origin; ///< where phones reach the relay
        std::chrono::seconds life; ///< until it must be joined
    };
    /// The desktop's: waits out short interruptions up to 30 s.
    [[nodiscard]] Result<OpenedSession> open(const QByteArray& joinVerifier, std::stop_token stop);
    /// The phone's; waits as open(). Further errors: PhoneCodeUsed, PhoneCodeExpired, PhoneLinkInvalid (a secret that
    /// is not this session's).
    [[nodiscard]] Result<std::unique_ptr<RelayMailbox>> join(const Link& link, std::stop_token stop);

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace bidseal::relay
