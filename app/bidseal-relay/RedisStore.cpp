#include "app/bidseal-relay/RedisStore.h"

#include "app/bidseal-relay/Bytes.h"
#include "core/relay/Wire.h"

#include <spdlog/spdlog.h>

#include <array>
#include <charconv>

namespace bidseal::relay::service {

namespace {

/// How long a start waits for Redis. Without it the relay starts all the same, and says that it is not available.
constexpr seconds kStartPatience { 5 };
constexpr std::chrono::milliseconds kLook { 20 };

Verdict verdictOf(const std::vector<RedisReply>& parts)
{
    constexpr std::array<std::pair<std::string_view, Verdict>, 10> words { {
        { "done", Verdict::Done },
        { "done-before", Verdict::DoneBefore },
        { "unknown-session", Verdict::UnknownSession },
        { "unknown-token", Verdict::UnknownToken },
        { "wrong-proof", Verdict::WrongProof },
        { "already-joined", Verdict::AlreadyJoined },
        { "conflict", Verdict::Conflict },
        { "out-of-order", Verdict::OutOfOrder },
        { "too-large", Verdict::TooLarge },
        { "full", Verdict::Full },
    } };
    for (const auto& [word, verdict] : words)
        if (!parts.empty() && parts.front().text == word)
            return verdict;
    return Verdict::Unavailable;
}

std::string milliseconds(seconds time) { return std::to_string(std::chrono::milliseconds(time).count()); }

int secondsOf(long long milliseconds) { return static_cast<int>((milliseconds + 999) / 1000); }

} // namespace

RedisStore::RedisStore(
    net::io_context& context, Waiters& waiters, const SessionRules& rules, const RedisAddress& address)
    : m_context(context)
    , m_waiters(waiters)
    , m_rules(rules)
    , m_channel("bidseal:relay:" + toBase64Url(randomBytes(16)))
    , m_commands(context, address)
    , m_news(context, address)
{
    // What was announced while a connection was away is not announced again.
    m_commands.onReady([this] {
        spdlog::info("connected to Redis");
        m_waiters.wakeAll();
    });
    m_commands.onLost([] { spdlog::warn("Redis is lost"); });
    m_news.onReady([this] { m_waiters.wakeAll(); });
    m_news.listenTo(m_channel, [this](const std::string& message) { wake(message); });
}

Awaitable<void> RedisStore::start()
{
    m_commands.start();
    m_news.start();
    const auto until = Clock::now() + kStartPatience;
    net::steady_timer timer(m_context);
    while (!(m_commands.isReady() && m_news.isReady()) && Clock::now() < until) {
        timer.expires_after(kLook);
        co_await timer.async_wait(net::use_awaitable);
    }
    if (!m_commands.isReady())
        spdlog::error("Redis does not answer; trying on");
}

void RedisStore::stop()
{
    m_commands.stop();
    m_news.stop();
}

Awaitable<Verdict> RedisStore::open(
    const std::string& session, const std::string& joinVerifier, const std::string& tokenHash)
{
    const std::vector<std::string> arguments { joinVerifier, tokenHash, milliseconds(m_rules.waitingLife),
        std::to_string(m_rules.mostSessions), session };
    const auto parts = co_await run(m_scripts.open, session, arguments);
    co_return verdictOf(parts);
}

Awaitable<JoinResult> RedisStore::join(
    const std::string& session, const std::string& proofHash, const std::string& tokenHash)
{
    const std::vector<std::string> arguments { proofHash, tokenHash, milliseconds(m_rules.joinedLife), session };
    const auto parts = co_await run(m_scripts.join, session, arguments);
    JoinResult result { verdictOf(parts), 0 };
    if (parts.size() > 1)
        result.secondsLeft = secondsOf(parts[1].number);
    co_return result;
}

Awaitable<Verdict> RedisStore::put(
    const std::string& session, const std::string& tokenHash, int number, const std::string& record)
{
    const std::vector<std::string> arguments { tokenHash, std::to_string(number), record,
        std::to_string(wire::kMostRecords), std::to_string(wire::kMostBytes) };
    const auto parts = co_await run(m_scripts.put, session, arguments);
    co_return verdictOf(parts);
}

Awaitable<Fetched> RedisStore::fetch(
    const std::string& session, const std::string& tokenHash, int after, WaiterId waiter)
{
    const auto reader = waiter == kNobody ? std::string() : m_channel + ' ' + std::to_string(waiter);
    const std::vector<std::string> arguments { tokenHash, std::to_string(after), reader };
    auto parts = co_await run(m_scripts.fetch, session, arguments);
    Fetched fetched;
    fetched.verdict = verdictOf(parts);
    if (parts.size() < 4)
        co_return fetched;
    fetched.joined = parts[1].number == 1;
    fetched.secondsLeft = secondsOf(parts[2].number);
    if (parts[3].kind == RedisReply::Kind::Text)
        fetched.record = std::move(parts[3].text);
    co_return fetched;
}

Awaitable<Verdict> RedisStore::end(const std::string& session, const std::string& tokenHash, EndWhen when)
{
    const std::vector<std::string> arguments { tokenHash, session, when == EndWhen::OnlyWaiting ? "waiting" : "" };
    const auto parts = co_await run(m_scripts.end, session, arguments);
    co_return verdictOf(parts);
}

Awaitable<bool> RedisStore::isWorking()
{
    const RedisConnection::Command ping { "PING" };
    const auto reply = co_await m_commands.call(ping);
    co_return reply && !reply->isError();
}

Awaitable<RedisStore::Parts> RedisStore::run(
    const RedisScript& script, const std::string& session, const std::vector<std::string>& arguments)
{
    const auto key = "bidseal:session:" + session;
    RedisConnection::Command command { "EVALSHA", script.name, "4", key, key + ":desktop", key + ":phone",
        "bidseal:sessions" };
    command.insert(command.end(), arguments.begin(), arguments.end());
    auto reply = co_await m_commands.call(command);
    if (reply && reply->isError() && reply->text.starts_with("NOSCRIPT")) { // its first time in this Redis
        command[0] = "EVAL";
        command[1] = script.text;
        reply = co_await m_commands.call(command);
    }
    if (reply && reply->isError())
        spdlog::error("Redis refuses: {}", reply->text.substr(0, reply->text.find(' ')));
    co_return reply ? std::move(reply->parts) : Parts();
}

/// "WAITER WHY"
void RedisStore::wake(const std::string& message)
{
    WaiterId waiter = kNobody;
    const auto* end = message.data() + message.size();
    const auto read = std::from_chars(message.data(), end, waiter);
    const std::string_view why(read.ptr, static_cast<std::size_t>(end - read.ptr));
    m_waiters.wake(waiter, why == " superseded" ? Wake::Superseded : Wake::Look);
}

} // namespace bidseal::relay::service
