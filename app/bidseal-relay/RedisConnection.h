#pragma once

#include "app/bidseal-relay/RedisAddress.h"
#include "app/bidseal-relay/RedisReply.h"

#include "app/bidseal-relay/Asio.h"

#include <functional>
#include <memory>
#include <vector>

struct redisAsyncContext;

namespace bidseal::relay::service {

/// One connection to Redis that comes back by itself, with growing pauses. Nothing here blocks, and nothing waits
/// longer than kAnswerTime for an answer: a Redis that holds its connections and says nothing is as lost as one that is
/// gone.
class RedisConnection {
public:
    static constexpr seconds kAnswerTime { 3 };

    RedisConnection(net::io_context& context, RedisAddress address);
    ~RedisConnection();
    RedisConnection(const RedisConnection&) = delete;
    RedisConnection& operator=(const RedisConnection&) = delete;

    /// Before start(): what to do each time that it is connected again, and whenever it is lost.
    void onReady(std::function<void()> callback) { m_onReady = std::move(callback); }
    void onLost(std::function<void()> callback) { m_onLost = std::move(callback); }
    /// Before start(): this connection does nothing but listen to `channel`.
    void listenTo(std::string channel, std::function<void(const std::string&)> callback);
    void start();
    void stop();
    [[nodiscard]] bool isReady() const { return m_ready; }

    using Command = std::vector<std::string>;
    /// Nothing: not connected, or lost before the answer was there; the command may have been carried out or not.
    [[nodiscard]] Awaitable<std::optional<RedisReply>> call(const Command& command);

private:
    struct Call;
    class Adapter;
    static void answered(redisAsyncContext* context, void* reply, void* call);
    static void heard(redisAsyncContext* context, void* reply, void* self);

    [[nodiscard]] Awaitable<void> stayConnected();
    [[nodiscard]] Awaitable<void> connect();
    [[nodiscard]] Awaitable<bool> introduce();
    [[nodiscard]] Awaitable<bool> confirm(const Command& command);
    [[nodiscard]] Awaitable<std::optional<RedisReply>> ask(const Command& command);
    [[nodiscard]] Awaitable<void> pause(std::chrono::milliseconds time);
    void listen();
    void becomeReady();
    void lost();
    void drop();

    net::io_context& m_context;
    RedisAddress m_address;
    std::string m_channel;
    std::function<void()> m_onReady, m_onLost;
    std::function<void(const std::string&)> m_onMessage;
    redisAsyncContext* m_redis = nullptr;
    net::steady_timer m_timer;
    bool m_ready = false;
    bool m_stopped = false;
};

} // namespace bidseal::relay::service
