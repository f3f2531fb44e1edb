#pragma once

#include "app/bidseal-relay/Waiters.h"

#include <optional>
#include <string>

namespace bidseal::relay::service {

enum class Verdict {
    Done,
    DoneBefore, ///< the same again: nothing has changed
    UnknownSession,
    UnknownToken,
    WrongProof,
    AlreadyJoined,
    Conflict,
    OutOfOrder,
    TooLarge,
    Full,
    Unavailable, ///< the store cannot be reached
};

struct JoinResult {
    Verdict verdict = Verdict::Unavailable;
    int secondsLeft = 0;
};

struct Fetched {
    Verdict verdict = Verdict::Unavailable;
    std::optional<std::string> record; ///< nothing: not there yet
    bool joined = false;
    int secondsLeft = 0;
};

/// What is the same for every session.
struct SessionRules {
    seconds waitingLife { 120 };
    seconds joinedLife { 600 };
    std::size_t mostSessions = 50'000;
};

enum class EndWhen { Always, OnlyWaiting };

/// Where sessions and their records are. Knows tokens and the proof by their SHA-256 only (32 bytes each), compares
/// them in constant time, and wakes who waits. Each call is atomic. The strings must outlive the call.
class Store {
public:
    virtual ~Store() = default;

    [[nodiscard]] virtual Awaitable<Verdict> open(
        const std::string& session, const std::string& joinVerifier, const std::string& tokenHash)
        = 0;
    [[nodiscard]] virtual Awaitable<JoinResult> join(
        const std::string& session, const std::string& proofHash, const std::string& tokenHash)
        = 0;
    [[nodiscard]] virtual Awaitable<Verdict> put(
        const std::string& session, const std::string& tokenHash, int number, const std::string& record)
        = 0;
    /// The other side's record `after` + 1. Where it is not there yet, `waiter` is woken when it comes, and whoever
    /// waited for this side before is superseded.
    [[nodiscard]] virtual Awaitable<Fetched> fetch(
        const std::string& session, const std::string& tokenHash, int after, WaiterId waiter)
        = 0;
    [[nodiscard]] virtual Awaitable<Verdict> end(const std::string& session, const std::string& tokenHash, EndWhen when)
        = 0;
    [[nodiscard]] virtual Awaitable<bool> isWorking() = 0;
    /// Waits, but not for ever, until it works.
    [[nodiscard]] virtual Awaitable<void> start() = 0;
    /// Lets go of connections, so that the process can end.
    virtual void stop() = 0;
};

} // namespace bidseal::relay::service
