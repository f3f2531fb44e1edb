#pragma once

#include "app/bidseal-relay/Store.h"

#include <array>
#include <set>
#include <unordered_map>
#include <vector>

namespace bidseal::relay::service {

/// Sessions of one process, gone with it. Bounded in memory.
class MemoryStore final : public Store {
public:
    MemoryStore(Waiters& waiters, const SessionRules& rules, std::size_t mostBytes);

    Awaitable<Verdict> open(
        const std::string& session, const std::string& joinVerifier, const std::string& tokenHash) override;
    Awaitable<JoinResult> join(
        const std::string& session, const std::string& proofHash, const std::string& tokenHash) override;
    Awaitable<Verdict> put(
        const std::string& session, const std::string& tokenHash, int number, const std::string& record) override;
    Awaitable<Fetched> fetch(
        const std::string& session, const std::string& tokenHash, int after, WaiterId waiter) override;
    Awaitable<Verdict> end(const std::string& session, const std::string& tokenHash, EndWhen when) override;
    Awaitable<bool> isWorking() override;
    Awaitable<void> start() override;
    void stop() override { }

private:
    struct Box { ///< what one side has sent
        std::vector<std::string> records;
        std::size_t bytes = 0;
        WaiterId reader = kNobody; ///< who waits for more of it
    };
    struct Session {
        std::string joinVerifier, desktopToken;
        std::optional<std::string> phoneToken;
        Clock::time_point until;
        Box fromDesktop, fromPhone;
    };
    using Sessions = std::unordered_map<std::string, Session>;
    struct Access {
        Verdict verdict = Verdict::UnknownSession;
        Sessions::iterator session {};
        Box* own = nullptr;
        Box* other = nullptr;
    };

    [[nodiscard]] Sessions::iterator find(const std::string& session);
    [[nodiscard]] Access access(const std::string& session, const std::string& tokenHash);
    void liveUntil(Sessions::iterator session, Clock::time_point until);
    void remove(Sessions::iterator session);
    void removeExpired();
    [[nodiscard]] bool hasRoomFor(std::size_t bytes) const;

    Waiters& m_waiters;
    SessionRules m_rules;
    std::size_t m_mostBytes;
    std::size_t m_bytes = 0;
    Sessions m_sessions;
    std::set<std::pair<Clock::time_point, std::string>> m_expiry;
};

} // namespace bidseal::relay::service
