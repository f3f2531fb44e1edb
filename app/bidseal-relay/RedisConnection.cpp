#include "app/bidseal-relay/RedisConnection.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <hiredis/async.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace bidseal::relay::service {

using ErrorCode = boost::system::error_code;

namespace {

constexpr std::chrono::milliseconds kFirstPause { 100 };
constexpr std::chrono::milliseconds kLongestPause { 5000 };

RedisReply copyOf(const redisReply& reply)
{
    RedisReply copy;
    switch (reply.type) {
    case REDIS_REPLY_ERROR:
        copy.kind = RedisReply::Kind::Error;
        copy.text.assign(reply.str, static_cast<std::size_t>(reply.len));
        break;
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
        copy.kind = RedisReply::Kind::Text;
        copy.text.assign(reply.str, static_cast<std::size_t>(reply.len));
        break;
    case REDIS_REPLY_INTEGER:
        copy.kind = RedisReply::Kind::Number;
        copy.number = reply.integer;
        break;
    case REDIS_REPLY_ARRAY:
        copy.kind = RedisReply::Kind::List;
        for (std::size_t at = 0; at < reply.elements; ++at)
            copy.parts.push_back(copyOf(*reply.element[at]));
        break;
    default:
        break;
    }
    return copy;
}

int send(redisAsyncContext* redis, redisCallbackFn* callback, void* data, const RedisConnection::Command& command)
{
    std::vector<const char*> words;
    std::vector<std::size_t> lengths;
    for (const auto& word : command) {
        words.push_back(word.data());
        lengths.push_back(word.size());
    }
    return redisAsyncCommandArgv(redis, callback, data, static_cast<int>(words.size()), words.data(), lengths.data());
}

} // namespace

struct RedisConnection::Call {
    net::steady_timer timer;
    std::optional<RedisReply> reply {};
    bool isOver = false;
};

/// Tells hiredis when its socket can be read or written. Outlives the hiredis context for as long as a wait is under
/// way.
class RedisConnection::Adapter : public std::enable_shared_from_this<Adapter> {
public:
    static void attach(RedisConnection& owner, redisAsyncContext* redis)
    {
        auto adapter = std::make_shared<Adapter>(owner, redis);
        auto& events = redis->ev;
        events.data = new std::shared_ptr<Adapter>(adapter); // hiredis' own, until cleanup
        events.addRead = [](void* data) { of(data).setReading(true); };
        events.delRead = [](void* data) { of(data).setReading(false); };
        events.addWrite = [](void* data) { of(data).setWriting(true); };
        events.delWrite = [](void* data) { of(data).setWriting(false); };
        events.cleanup = [](void* data) {
            const std::unique_ptr<std::shared_ptr<Adapter>> last(static_cast<std::shared_ptr<Adapter>*>(data));
            (*last)->detach();
        };
    }

    Adapter(RedisConnection& owner, redisAsyncContext* redis)
        : m_owner(owner)
        , m_redis(redis)
        , m_descriptor(owner.m_context, redis->c.fd)
    {
    }
    Adapter(const Adapter&) = delete;
    Adapter& operator=(const Adapter&) = delete;

private:
    static Adapter& of(void* data) { return **static_cast<std::shared_ptr<Adapter>*>(data); }

    void setReading(bool wanted)
    {
        m_reading = wanted;
        if (wanted && !m_waitsToRead)
            waitToRead();
    }

    void setWriting(bool wanted)
    {
        m_writing = wanted;
        if (wanted && !m_waitsToWrite)
            waitToWrite();
    }

    void waitToRead()
    {
        m_waitsToRead = true;
        m_descriptor.async_wait(net::posix::stream_descriptor::wait_read, [self = shared_from_this()](ErrorCode error) {
            self->m_waitsToRead = false;
            if (!error && self->m_redis && self->m_reading)
                redisAsyncHandleRead(self->m_redis);
            if (self->m_redis && self->m_reading && !self->m_waitsToRead)
                self->waitToRead();
        });
    }

    void waitToWrite()
    {
        m_waitsToWrite = true;
        m_descriptor.async_wait(
            net::posix::stream_descriptor::wait_write, [self = shared_from_this()](ErrorCode error) {
                self->m_waitsToWrite = false;
                if (!error && self->m_redis && self->m_writing)
                    redisAsyncHandleWrite(self->m_redis);
                if (self->m_redis && self->m_writing && !self->m_waitsToWrite)
                    self->waitToWrite();
            });
    }

    /// The socket is hiredis' to close.
    void detach()
    {
        m_redis = nullptr;
        m_descriptor.release();
        m_owner.lost();
    }

    RedisConnection& m_owner;
    redisAsyncContext* m_redis;
    net::posix::stream_descriptor m_descriptor;
    bool m_reading = false, m_writing = false;
    bool m_waitsToRead = false, m_waitsToWrite = false;
};

RedisConnection::RedisConnection(net::io_context& context, RedisAddress address)
    : m_context(context)
    , m_address(std::move(address))
    , m_timer(context)
{
}

RedisConnection::~RedisConnection()
{
    m_onLost = nullptr;
    drop();
}

void RedisConnection::listenTo(std::string channel, std::function<void(const std::string&)> callback)
{
    m_channel = std::move(channel);
    m_onMessage = std::move(callback);
}

void RedisConnection::start() { net::co_spawn(m_context, stayConnected(), net::detached); }

void RedisConnection::stop()
{
    m_stopped = true;
    drop();
    m_timer.cancel();
}

Awaitable<std::optional<RedisReply>> RedisConnection::call(const Command& command)
{
    if (!m_ready)
        co_return std::nullopt;
    co_return co_await ask(command);
}

Awaitable<void> RedisConnection::stayConnected()
{
    auto nextPause = kFirstPause;
    while (!m_stopped) {
        co_await connect();
        if (m_ready) {
            nextPause = kFirstPause;
            while (m_redis && !m_stopped)
                co_await pause(std::chrono::hours(1)); // lost() ends it
        }
        drop();
        if (m_stopped)
            co_return;
        co_await pause(nextPause);
        nextPause = std::min(nextPause * 2, kLongestPause);
    }
}

Awaitable<void> RedisConnection::connect()
{
    redisAsyncContext* redis = nullptr;
    if (m_address.socket.empty()) {
        // hiredis would look the name up and block meanwhile.
        net::ip::tcp::resolver resolver(m_context);
        ErrorCode error;
        auto token = net::redirect_error(net::use_awaitable, error);
        const auto found = co_await resolver.async_resolve(m_address.host, m_address.port, token);
        if (error || found.empty() || m_stopped)
            co_return;
        const auto endpoint = found.begin()->endpoint();
        redis = redisAsyncConnect(endpoint.address().to_string().c_str(), endpoint.port());
    } else {
        redis = redisAsyncConnectUnix(m_address.socket.c_str());
    }
    if (redis == nullptr || redis->err != 0) {
        if (redis != nullptr)
            redisAsyncFree(redis);
        co_return;
    }
    if (m_address.socket.empty())
        redisEnableKeepAlive(&redis->c);
    m_redis = redis;
    Adapter::attach(*this, redis);
    const bool known = co_await introduce();
    if (!known)
        co_return;
    if (m_channel.empty())
        becomeReady();
    else
        listen();
    const auto patience = Clock::now() + kAnswerTime;
    while (m_redis && !m_ready && Clock::now() < patience)
        co_await pause(std::chrono::milliseconds(20));
}

Awaitable<bool> RedisConnection::introduce()
{
    Command login { "AUTH" };
    if (!m_address.user.empty())
        login.push_back(m_address.user);
    login.push_back(m_address.password);
    const Command select { "SELECT", std::to_string(m_address.database) };
    const Command ping { "PING" };
    if (!m_address.password.empty()) {
        const bool done = co_await confirm(login);
        if (!done)
            co_return false;
    }
    const bool selected = co_await confirm(select);
    if (!selected)
        co_return false;
    co_return co_await confirm(ping);
}

Awaitable<bool> RedisConnection::confirm(const Command& command)
{
    const auto reply = co_await ask(command);
    if (reply && reply->isError())
        spdlog::warn("Redis refuses {}: {}", command.front(), reply->text);
    co_return reply && !reply->isError();
}

Awaitable<std::optional<RedisReply>> RedisConnection::ask(const Command& command)
{
    if (!m_redis)
        co_return std::nullopt;
    auto call = std::make_shared<Call>(Call { net::steady_timer(m_context) });
    auto held = std::make_unique<std::shared_ptr<Call>>(call);
    if (send(m_redis, answered, held.get(), command) != REDIS_OK)
        co_return std::nullopt;
    (void)held.release(); // answered() takes it, also where the connection is lost
    ErrorCode error;
    auto token = net::redirect_error(net::use_awaitable, error);
    call->timer.expires_after(kAnswerTime);
    if (!call->isOver)
        co_await call->timer.async_wait(token);
    if (!call->isOver)
        drop();
    co_return std::move(call->reply);
}

void RedisConnection::answered(redisAsyncContext*, void* reply, void* data)
{
    const std::unique_ptr<std::shared_ptr<Call>> held(static_cast<std::shared_ptr<Call>*>(data));
    auto& call = **held;
    if (reply)
        call.reply = copyOf(*static_cast<redisReply*>(reply));
    call.isOver = true;
    call.timer.cancel();
}

void RedisConnection::listen()
{
    const Command subscribe { "SUBSCRIBE", m_channel };
    if (m_redis)
        send(m_redis, heard, this, subscribe);
}

void RedisConnection::heard(redisAsyncContext*, void* reply, void* data)
{
    if (!reply)
        return;
    auto& self = *static_cast<RedisConnection*>(data);
    const auto message = copyOf(*static_cast<redisReply*>(reply));
    if (message.parts.size() != 3)
        return;
    if (message.parts[0].text == "subscribe")
        self.becomeReady();
    else if (message.parts[0].text == "message")
        self.m_onMessage(message.parts[2].text);
}

void RedisConnection::becomeReady()
{
    m_ready = m_redis != nullptr;
    m_timer.cancel();
    if (m_ready && m_onReady)
        m_onReady();
}

void RedisConnection::lost()
{
    m_redis = nullptr;
    const bool wasReady = std::exchange(m_ready, false);
    m_timer.cancel();
    if (wasReady && m_onLost && !m_stopped)
        m_onLost();
}

void RedisConnection::drop()
{
    if (auto* redis = std::exchange(m_redis, nullptr))
        redisAsyncFree(redis); // answers every call that is under way, and ends in lost()
}

Awaitable<void> RedisConnection::pause(std::chrono::milliseconds time)
{
    ErrorCode error;
    auto token = net::redirect_error(net::use_awaitable, error);
    m_timer.expires_after(time);
    co_await m_timer.async_wait(token);
}

} // namespace bidseal::relay::service
