#pragma once

#include "app/bidseal-relay/RedisConnection.h"
#include "app/bidseal-relay/RedisScripts.h"
#include "app/bidseal-relay/Store.h"

namespace bidseal::relay::service {

/// Sessions in a Redis that any number of relays share, none knowing the other. Redis lets them expire by itself. A
/// relay has one channel; a record that comes in at any relay is announced on the channel of the one where somebody
/// waits.
class RedisStore final : public Store {
public:
    RedisStore(net::io_context& context, Waiters& waiters, const SessionRules& rules, const RedisAddress& address);

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
    void stop() override;

private:
    using Parts = std::vector<RedisReply>;
    /// The script's answer; empty where Redis is gone or refuses.
    [[nodiscard]] Awaitable<Parts> run(
        const RedisScript& script, const std::string& session, const std::vector<std::string>& arguments);
    void wake(const std::string& message);

    net::io_context& m_context;
    Waiters& m_waiters;
    SessionRules m_rules;
    RedisScripts m_scripts;
    std::string m_channel;
    RedisConnection m_commands, m_news;
};

} // namespace bidseal::relay::service
