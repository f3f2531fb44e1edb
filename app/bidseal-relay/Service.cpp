#include "app/bidseal-relay/Service.h"

#include "app/bidseal-relay/Bytes.h"
#include "app/bidseal-relay/PhonePage.h"
#include "core/relay/Wire.h"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <charconv>
#include <map>

namespace bidseal::relay::service {

namespace {

constexpr std::size_t kLargestJson = 4096;
constexpr std::string_view kSessions = "/v1/sessions";

/// Enough of a session's name to find it in the log again, too little to do anything with it.
std::string shortName(const std::string& session) { return session.substr(0, 6); }

bool isSessionName(const std::string& text) { return fromBase64Url(text, wire::kSessionBytes).has_value(); }

std::optional<int> numberIn(std::string_view text, int least, int most)
{
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole
        = !text.empty() && text.front() != '-' && read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

using Members = std::map<std::string, std::string>;

/// An object with exactly these members, once each, all of them text.
std::optional<Members> textMembers(const std::string& body, const std::vector<std::string>& names)
{
    std::size_t keys = 0;
    const auto count = [&](int, nlohmann::json::parse_event_t event, nlohmann::json&) {
        keys += event == nlohmann::json::parse_event_t::key ? 1 : 0;
        return true;
    };
    const auto json = nlohmann::json::parse(body, count, false);
    if (!json.is_object() || keys != names.size() || json.size() != names.size())
        return {};
    Members members;
    for (const auto& name : names) {
        const auto found = json.find(name);
        if (found == json.end() || !found->is_string())
            return {};
        members[name] = found->get<std::string>();
    }
    return members;
}

/// The SHA-256 of the bearer token, or nothing where there is no well-formed one.
std::optional<std::string> tokenHashOf(const std::string& authorization)
{
    constexpr std::string_view scheme = "Bearer ";
    if (!authorization.starts_with(scheme))
        return {};
    const auto token = fromBase64Url(std::string_view(authorization).substr(scheme.size()), wire::kTokenBytes);
    return token ? std::optional(sha256(*token)) : std::nullopt;
}

} // namespace

/// "/v1/sessions/NAME/messages/3?after=2", taken apart.
struct Service::Target {
    std::string path;
    std::string session;
    std::string part; ///< what follows the session: "", "join", "messages", "messages/3"
    std::map<std::string, std::string, std::less<>> query;
    bool repeatsQuery = false;

    explicit Target(const std::string& text)
    {
        const auto question = text.find('?');
        path = text.substr(0, question);
        if (question != std::string::npos)
            readQuery(std::string_view(text).substr(question + 1));
        const auto prefix = std::string(kSessions) + '/';
        if (!path.starts_with(prefix))
            return;
        const auto slash = path.find('/', prefix.size());
        session = path.substr(prefix.size(), slash == std::string::npos ? slash : slash - prefix.size());
        if (slash != std::string::npos)
            part = path.substr(slash + 1);
    }

    [[nodiscard]] bool knowsOnly(std::initializer_list<std::string_view> names) const
    {
        std::size_t known = 0;
        for (const auto name : names)
            known += query.contains(name) ? 1 : 0;
        return !repeatsQuery && known == query.size();
    }

    /// `otherwise` where it is not said.
    [[nodiscard]] std::optional<int> number(std::string_view name, int otherwise, int most) const
    {
        const auto found = query.find(name);
        return found == query.end() ? otherwise : numberIn(found->second, 0, most);
    }

private:
    void readQuery(std::string_view text)
    {
        while (!text.empty()) {
            const auto one = text.substr(0, text.find('&'));
            text.remove_prefix(std::min(text.size(), one.size() + 1));
            const auto equals = one.find('=');
            const auto value = equals == std::string_view::npos ? std::string_view() : one.substr(equals + 1);
            repeatsQuery |= !query.try_emplace(std::string(one.substr(0, equals)), value).second;
        }
    }
};

Service::Service(const Settings& settings, std::string origin, Store& store, Waiters& waiters, Metrics& metrics)
    : m_settings(settings)
    , m_origin(std::move(origin))
    , m_page(phonePage(settings.appNames))
    , m_store(store)
    , m_waiters(waiters)
    , m_metrics(metrics)
    , m_requests(settings.limits.requestsPerSecond, settings.limits.requestsAtOnce)
    , m_openings(settings.limits.sessionsPerMinute / 60, settings.limits.sessionsPerMinute)
{
}

std::optional<Answer> Service::refuseHasty(const IpAddress& from)
{
    const auto wait = m_requests.take(limitKey(from));
    if (wait.count() == 0)
        return {};
    ++m_metrics.slowedDown;
    return problemAnswer(Problem::SlowDown, wait);
}

std::size_t Service::largestBody(std::string_view target)
{
    const bool isRecord = target.starts_with(kSessions) && target.find("/messages/") != std::string_view::npos;
    return isRecord ? wire::kLargestRecord : kLargestJson;
}

Awaitable<Answer> Service::answer(const Request& request)
{
    const Target target(request.target);
    const bool isGet = request.method == http::verb::get;
    if (target.path == kSessions) {
        if (request.method == http::verb::post)
            co_return co_await open(request);
        co_return unknownMethod("POST");
    }
    if (!target.session.empty())
        co_return co_await answerSession(request, target);
    if (target.path == "/health") {
        if (isGet)
            co_return co_await health();
        co_return unknownMethod("GET");
    }
    if (target.path.starts_with("/s/") && isSessionName(target.path.substr(3)))
        co_return isGet ? phonePageAnswer(m_page) : unknownMethod("GET");
    co_return problemAnswer(Problem::UnknownPath);
}

Awaitable<Answer> Service::answerSession(const Request& request, const Target& target)
{
    const auto method = request.method;
    if (target.part.empty()) {
        if (method == http::verb::delete_)
            co_return co_await end(request, target);
        co_return unknownMethod("DELETE");
    }
    if (target.part == "join") {
        if (method == http::verb::post)
            co_return co_await join(request, target.session);
        co_return unknownMethod("POST");
    }
    if (target.part == "messages") {
        if (method == http::verb::get)
            co_return co_await get(request, target);
        co_return unknownMethod("GET");
    }
    if (target.part.starts_with("messages/")) {
        if (method == http::verb::put)
            co_return co_await put(request, target);
        co_return unknownMethod("PUT");
    }
    co_return problemAnswer(Problem::UnknownPath);
}

Awaitable<Answer> Service::open(const Request& request)
{
    const auto members = textMembers(request.body, { "joinVerifier" });
    const auto verifier = members ? fromBase64Url(members->at("joinVerifier"), wire::kKeyBytes) : std::nullopt;
    if (!verifier)
        co_return problemAnswer(Problem::InvalidRequest);
    const auto wait = m_openings.take(limitKey(request.from));
    if (wait.count() > 0) {
        ++m_metrics.slowedDown;
        spdlog::debug("too many sessions from {}", shortened(request.from));
        co_return problemAnswer(Problem::SlowDown, wait);
    }
    const auto session = toBase64Url(randomBytes(wire::kSessionBytes));
    const auto token = randomBytes(wire::kTokenBytes);
    const auto tokenHash = sha256(token);
    const auto verdict = co_await m_store.open(session, *verifier, tokenHash);
    if (verdict != Verdict::Done)
        co_return refused(verdict);
    ++m_metrics.sessionsOpened;
    spdlog::info("session {} opened from {}", shortName(session), shortened(request.from));
    const nlohmann::json body = { { "session", session }, { "token", toBase64Url(token) }, { "origin", m_origin },
        { "expiresIn", m_settings.sessions.waitingLife.count() }, { "interval", wire::kInterval } };
    co_return jsonAnswer(http::status::created, body.dump());
}

Awaitable<Answer> Service::join(const Request& request, const std::string& session)
{
    const auto members = textMembers(request.body, { "joinProof", "token" });
    const auto proof = members ? fromBase64Url(members->at("joinProof"), wire::kKeyBytes) : std::nullopt;
    const auto token = members ? fromBase64Url(members->at("token"), wire::kTokenBytes) : std::nullopt;
    if (!proof || !token)
        co_return problemAnswer(Problem::InvalidRequest);
    const auto proofHash = sha256(*proof);
    const auto tokenHash = sha256(*token);
    const auto joined = co_await m_store.join(session, proofHash, tokenHash);
    if (joined.verdict == Verdict::WrongProof) {
        ++m_metrics.wrongProofs;
        spdlog::debug("session {}: wrong proof from {}", shortName(session), shortened(request.from));
    }
    if (joined.verdict != Verdict::Done && joined.verdict != Verdict::DoneBefore)
        co_return refused(joined.verdict);
    if (joined.verdict == Verdict::Done) {
        ++m_metrics.sessionsJoined;
        spdlog::info("session {} joined from {}", shortName(session), shortened(request.from));
    }
    const nlohmann::json body = { { "expiresIn", joined.secondsLeft }, { "interval", wire::kInterval } };
    co_return jsonAnswer(http::status::ok, body.dump());
}

Awaitable<Answer> Service::put(const Request& request, const Target& target)
{
    const auto number
        = numberIn(std::string_view(target.part).substr(std::string_view("messages/").size()), 1, 1'000'000);
    if (!number || !target.query.empty())
        co_return problemAnswer(Problem::InvalidRequest);
    const auto token = tokenHashOf(request.authorization);
    if (!token)
        co_return problemAnswer(Problem::InvalidToken);
    const auto verdict = co_await m_store.put(target.session, *token, *number, request.body);
    if (verdict == Verdict::DoneBefore)
        co_return emptyAnswer(http::status::ok);
    if (verdict != Verdict::Done)
        co_return refused(verdict);
    ++m_metrics.recordsKept;
    m_metrics.recordBytes += request.body.size();
    co_return emptyAnswer(http::status::created);
}

Awaitable<Answer> Service::get(const Request& request, const Target& target)
{
    const auto after = target.number("after", 0, wire::kMostRecords);
    const auto wait = target.number("wait", 0, wire::kLongestWait);
    if (!after || !wait || !target.knowsOnly({ "after", "wait" }))
        co_return problemAnswer(Problem::InvalidRequest);
    const auto token = tokenHashOf(request.authorization);
    if (!token)
        co_return problemAnswer(Problem::InvalidToken);
    const auto longest = std::min(seconds(*wait), m_settings.limits.longestWait);
    auto fetched = co_await waitForRecord(target.session, *token, *after, longest);
    if (fetched.verdict != Verdict::Done)
        co_return refused(fetched.verdict);
    auto answer = emptyAnswer(fetched.record ? http::status::ok : http::status::no_content);
    answer.set(wire::kHeaderState, fetched.joined ? "joined" : "waiting");
    answer.set(wire::kHeaderExpiresIn, std::to_string(fetched.secondsLeft));
    if (fetched.record) {
        ++m_metrics.recordsGiven;
        answer.set(wire::kHeaderMessage, std::to_string(*after + 1));
        answer.set(http::field::content_type, "application/octet-stream");
        answer.body() = std::move(*fetched.record);
    }
    co_return answer;
}

Awaitable<Fetched> Service::waitForRecord(const std::string& session, const std::string& token, int after, seconds wait)
{
    Waiter waiter(m_waiters);
    auto who = waiter.id(); // also where nothing is waited for: a later GET ends an earlier one
    auto until = Clock::now() + wait;
    bool hasWaited = false;
    for (;;) {
        auto fetched = co_await m_store.fetch(session, token, after, who);
        const bool isOver = who == kNobody || Clock::now() >= until || m_waiters.isStopped();
        const bool isStoreAway = hasWaited && fetched.verdict == Verdict::Unavailable; // it may be back in time
        if (isOver || fetched.record || (fetched.verdict != Verdict::Done && !isStoreAway))
            co_return fetched;
        if (!isStoreAway)
            until = std::min(until, Clock::now() + seconds(fetched.secondsLeft));
        const auto why = co_await waiter.wait(isStoreAway ? std::min(until, Clock::now() + seconds(1)) : until);
        hasWaited = true;
        if (why == Wake::Superseded)
            break;
        if (Clock::now() >= until)
            who = kNobody;
    }
    auto last = co_await m_store.fetch(session, token, after, kNobody);
    last.record.reset();
    co_return last;
}

Awaitable<Answer> Service::end(const Request& request, const Target& target)
{
    const auto condition = target.query.find("if");
    const bool onlyWaiting = condition != target.query.end();
    if (!target.knowsOnly({ "if" }) || (onlyWaiting && condition->second != "waiting"))
        co_return problemAnswer(Problem::InvalidRequest);
    const auto token = tokenHashOf(request.authorization);
    if (!token)
        co_return problemAnswer(Problem::InvalidToken);
    const auto when = onlyWaiting ? EndWhen::OnlyWaiting : EndWhen::Always;
    const auto verdict = co_await m_store.end(target.session, *token, when);
    if (verdict != Verdict::Done)
        co_return refused(verdict);
    ++m_metrics.sessionsEnded;
    spdlog::info("session {} ended from {}", shortName(target.session), shortened(request.from));
    co_return emptyAnswer(http::status::no_content);
}

Awaitable<Answer> Service::health()
{
    const bool working = co_await m_store.isWorking();
    if (!working || m_waiters.isStopped())
        co_return refused(Verdict::Unavailable);
    co_return jsonAnswer(http::status::ok, R"({"status":"ok","versions":[1]})");
}

Answer Service::refused(Verdict verdict)
{
    m_metrics.storeLost += verdict == Verdict::Unavailable ? 1 : 0;
    return refusal(verdict);
}

} // namespace bidseal::relay::service
