#include "core/relay/RelayClient.h"

#include "core/base/Log.h"
#include "core/base/platform/BootClock.h"
#include "core/relay/HttpsChannel.h"
#include "core/relay/KeySchedule.h"
#include "core/relay/PollPolicy.h"
#include "core/relay/Wire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bidseal::relay {

namespace {

using platform::BootClock;
using Duration = PollPolicy::Duration;
using Verb = HttpRequest::Verb;

constexpr auto kPatience = 30s; ///< with what has no session yet whose end would tell when to give up
constexpr auto kNetworkTime = 10s; ///< how much later than a long poll's end its answer may come
constexpr auto kOutcome = 2s; ///< for what a phone should still hear
constexpr auto kLastWord = 800ms; ///< for DELETE: a session that is not ended runs out by itself
constexpr auto kLongestLife = 24h; ///< whoever says more is no relay

Duration now() { return BootClock::now().time_since_epoch(); }

PollPolicy policyFor(Duration life, Duration interval)
{
    return { life, interval, now(), [] { return QRandomGenerator::global()->generateDouble(); } };
}

/// False where it was stopped.
bool sleepFor(Duration time, const std::stop_token& stop)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any never;
    never.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

QJsonObject jsonOf(const HttpAnswer& answer) { return QJsonDocument::fromJson(answer.body).object(); }

/// The word that says which error it is (docs/relay-protocol.md, 3.5); empty where no relay said so.
QString errorWord(const HttpAnswer& answer)
{
    if (answer.contentType != "application/problem+json")
        return {};
    return jsonOf(answer)[u"error"_s].toString();
}

bool isBusy(const HttpAnswer& answer)
{
    return answer.status == 429 || (answer.status == 503 && errorWord(answer) == u"temporarily_unavailable"_s);
}

PollPolicy::Answer kindOf(const HttpAnswer& answer, Verb verb)
{
    if (answer.status == 0)
        return PollPolicy::Answer::None;
    if (answer.status >= 500)
        return PollPolicy::Answer::Unavailable;
    if (answer.status == 429)
        return PollPolicy::Answer::SlowDown;
    if (answer.status == 204 && verb == Verb::Get)
        return PollPolicy::Answer::Nothing;
    return PollPolicy::Answer::Good;
}

bool isInterruption(PollPolicy::Answer kind)
{
    return kind == PollPolicy::Answer::None || kind == PollPolicy::Answer::Unavailable;
}

ErrorFacts named(const Origin& origin) { return { .name = origin.shown(), .date = {}, .bytes = {}, .page = {} }; }

/// Why nobody asks any longer.
Error errorAtTheEnd(const HttpAnswer& last, const Origin& origin)
{
    const QString detail = last.status == 0 ? last.problem : u"status %1"_s.arg(last.status);
    if (last.status == 204)
        return { ErrorCode::PhoneSessionExpired, u"its time is over"_s, {} };
    return { isBusy(last) ? ErrorCode::RelayBusy : ErrorCode::RelayUnreachable, detail, named(origin) };
}

/// What an answer means that is not the one that was hoped for.
Error errorIn(const HttpAnswer& answer, const Origin& origin)
{
    const QString word = errorWord(answer);
    const QString detail = u"status %1 %2"_s.arg(answer.status).arg(word);
    if (answer.status == 404 && word == u"expired_token"_s)
        return { ErrorCode::PhoneSessionExpired, detail, {} };
    if (answer.status == 409 && word == u"already_joined"_s)
        return { ErrorCode::PhoneCodeUsed, detail, {} };
    if (answer.status == 409 && (word == u"conflict"_s || word == u"out_of_order"_s))
        return { ErrorCode::PhoneMessageInvalid, detail, {} };
    if (answer.status == 403 && word == u"access_denied"_s)
        return { ErrorCode::PhoneLinkInvalid, detail, {} };
    return { ErrorCode::RelayUnsuitable, detail, named(origin) };
}

HttpRequest jsonRequest(const QString& path, const QJsonObject& body)
{
    HttpRequest request;
    request.verb = Verb::Post;
    request.path = path;
    request.contentType = "application/json";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

QString base64Url(const QByteArray& bytes) { return QString::fromLatin1(toBase64Url(bytes)); }

/// A number of seconds in an answer, within reason.
std::optional<std::chrono::seconds> secondsIn(const QJsonObject& json, const QString& member)
{
    const auto number = json[member].toInteger(-1);
    if (number < 0 || std::chrono::seconds(number) > kLongestLife)
        return {};
    return std::chrono::seconds(number);
}

/// What both 201 of a session and 200 of a join say of its time.
std::optional<PollPolicy> policyIn(const QJsonObject& json)
{
    const auto life = secondsIn(json, u"expiresIn"_s);
    const auto interval = secondsIn(json, u"interval"_s);
    if (!life || !interval)
        return {};
    return policyFor(*life, *interval);
}

bool isBase64Url(const QByteArray& text, std::size_t bytes)
{
    const auto decoded = fromBase64Url(text);
    return decoded && decoded->size() == qsizetype(bytes);
}

/// Repeats what gets no answer, as the protocol says, and tells when that begins and ends.
class PatientChannel {
public:
    PatientChannel(RelayAddress address, ConnectionCallback connection)
        : m_channel(std::move(address))
        , m_connection(std::move(connection))
    {
    }

    [[nodiscard]] const Origin& origin() const { return m_channel.address().origin; }
    [[nodiscard]] Result<HttpAnswer> once(const HttpRequest& request, const std::stop_token& stop)
    {
        return m_channel.exchange(request, stop);
    }
    /// Until the relay says something definite. `request` is made anew for each try, for the time that is left.
    template <class MakeRequest>
    [[nodiscard]] Result<HttpAnswer> ask(const MakeRequest& request, PollPolicy& policy, const std::stop_token& stop)
    {
        for (;;) {
            const auto asked = now();
            const HttpRequest next = request(policy.timeLeft(asked));
            auto answer = once(next, stop);
            if (!answer)
                return answer;
            if (const auto left = answer->seconds(wire::kHeaderExpiresIn))
                policy.setTimeLeft(*left, now());
            const auto kind = kindOf(*answer, next.verb);
            tell(isInterruption(kind) ? Connection::Interrupted : Connection::Working, *answer);
            const auto wait = policy.waitAfter(kind, asked, now(), answer->seconds("Retry-After"));
            if (kind == PollPolicy::Answer::Good)
                return answer;
            if (!wait)
                return failure(errorAtTheEnd(*answer, origin()));
            if (!sleepFor(*wait, stop))
                return failure(ErrorCode::Cancelled);
        }
    }

private:
    void tell(Connection state, const HttpAnswer& answer)
    {
        if (state == m_state)
            return;
        m_state = state;
        qCInfo(logRelay).noquote() << "relay" << origin().shown()
                                   << (state == Connection::Working ? u"answers again"_s
                                                                    : u"does not answer: "_s + answer.problem);
        if (m_connection)
            m_connection(state);
    }

    HttpsChannel m_channel;
    ConnectionCallback m_connection;
    Connection m_state = Connection::Working;
};

class HttpsMailbox : public RelayMailbox {
public:
    HttpsMailbox(PatientChannel& channel, QByteArray session, QByteArray token, PollPolicy policy)
        : m_channel(channel)
        , m_session(std::move(session))
        , m_token(std::move(token))
        , m_policy(std::move(policy))
    {
    }

    [[nodiscard]] const QByteArray& session() const override { return m_session; }
    [[nodiscard]] Status put(int number, const QByteArray& record, std::stop_token stop) override;
    [[nodiscard]] Status putLast(int number, const QByteArray& record) override;
    [[nodiscard]] Result<QByteArray> take(int number, std::stop_token stop) override;
    void end() override;
    [[nodiscard]] Result<bool> endIfWaiting(std::stop_token stop) override;
    [[nodiscard]] std::chrono::milliseconds timeLeft() const override { return m_policy.timeLeft(now()); }

private:
    [[nodiscard]] HttpRequest request(Verb verb, const QString& more) const
    {
        HttpRequest request;
        request.verb = verb;
        request.path = u"/v1/sessions/"_s + QString::fromLatin1(m_session) + more;
        request.token = m_token;
        return request;
    }
    [[nodiscard]] HttpRequest message(int number, const QByteArray& record) const;
    [[nodiscard]] Status kept(const Result<HttpAnswer>& answer) const;

    PatientChannel& m_channel;
    QByteArray m_session, m_token;
    PollPolicy m_policy;
};

HttpRequest HttpsMailbox::message(int number, const QByteArray& record) const
{
    auto message = request(Verb::Put, u"/messages/%1"_s.arg(number));
    message.contentType = "application/octet-stream";
    message.body = record;
    return message;
}

Status HttpsMailbox::kept(const Result<HttpAnswer>& answer) const
{
    if (!answer)
        return failure(answer.error());
    if (answer->status != 200 && answer->status != 201)
        return failure(errorIn(*answer, m_channel.origin()));
    return {};
}

Status HttpsMailbox::put(int number, const QByteArray& record, std::stop_token stop)
{
    const auto message = this->message(number, record);
    return kept(m_channel.ask([&](Duration) { return message; }, m_policy, stop));
}

Status HttpsMailbox::putLast(int number, const QByteArray& record)
{
    auto message = this->message(number, record);
    message.patience = kOutcome;
    auto policy = policyFor(std::min<Duration>(kOutcome, m_policy.timeLeft(now())), 0s);
    return kept(m_channel.ask([&](Duration) { return message; }, policy, {}));
}

Result<QByteArray> HttpsMailbox::take(int number, std::stop_token stop)
{
    const auto longPoll = [&](Duration left) {
        const auto wait = std::clamp<std::chrono::seconds>(
            std::chrono::ceil<std::chrono::seconds>(left), 1s, std::chrono::seconds(wire::kLongestWait));
        auto poll = request(Verb::Get, u"/messages?after=%1&wait=%2"_s.arg(number - 1).arg(wait.count()));
        poll.patience = wait + kNetworkTime;
        return poll;
    };
    const auto answer = m_channel.ask(longPoll, m_policy, stop);
    if (!answer)
        return failure(answer.error());
    if (answer->status != 200)
        return failure(errorIn(*answer, m_channel.origin()));
    if (answer->contentType != "application/octet-stream"
        || answer->header(wire::kHeaderMessage) != QByteArray::number(number))
        return failure(ErrorCode::RelayUnsuitable, u"a message that was not asked for"_s, named(m_channel.origin()));
    return answer->body;
}

void HttpsMailbox::end()
{
    auto last = request(Verb::Delete, {});
    last.patience = kLastWord;
    if (const auto answer = m_channel.once(last, {}); !answer)
        qCInfo(logRelay).noquote() << "session not ended:" << logText(answer.error());
}

Result<bool> HttpsMailbox::endIfWaiting(std::stop_token stop)
{
    const auto ending = request(Verb::Delete, u"?if=waiting"_s);
    auto patience = policyFor(kPatience, std::chrono::seconds(wire::kInterval));
    const auto answer = m_channel.ask([&](Duration) { return ending; }, patience, stop);
    if (!answer)
        return failure(answer.error());
    if (answer->status == 204)
        return true;
    const auto error = errorIn(*answer, m_channel.origin());
    if (error.code == ErrorCode::PhoneSessionExpired)
        return true;
    if (error.code != ErrorCode::PhoneCodeUsed)
        return failure(error);
    m_policy.setTimeLeft(std::chrono::seconds(wire::kJoinedLife), now()); // the next answer says it exactly
    return false;
}

} // namespace

struct RelayClient::Inside {
    PatientChannel channel;

    [[nodiscard]] tl::unexpected<Error> unsuitable(const QString& detail) const
    {
        return failure(ErrorCode::RelayUnsuitable, detail, named(channel.origin()));
    }
};

RelayClient::RelayClient(RelayAddress address, ConnectionCallback connection)
    : m_inside(new Inside { { std::move(address), std::move(connection) } })
{
}

RelayClient::~RelayClient() = default;

Status RelayClient::check(std::stop_token stop)
{
    HttpRequest request;
    request.path = u"/health"_s;
    request.patience = 10s;
    const auto answer = m_inside->channel.once(request, stop);
    if (!answer)
        return failure(answer.error());
    if (answer->status == 0 || answer->status >= 500 || answer->status == 429) {
        const auto error = errorAtTheEnd(*answer, m_inside->channel.origin());
        return failure(answer->status == 503 ? ErrorCode::RelayBusy : error.code, error.detail, error.facts);
    }
    const auto json = jsonOf(*answer);
    if (answer->status != 200 || json[u"status"_s] != u"ok"_s)
        return m_inside->unsuitable(u"no health: status %1"_s.arg(answer->status));
    if (!json[u"versions"_s].toArray().contains(wire::kVersion))
        return m_inside->unsuitable(u"another version of the protocol"_s);
    return {};
}

Result<RelayClient::OpenedSession> RelayClient::open(const QByteArray& joinVerifier, std::stop_token stop)
{
    const auto request = jsonRequest(u"/v1/sessions"_s, { { u"joinVerifier"_s, base64Url(joinVerifier) } });
    auto patience = policyFor(kPatience, std::chrono::seconds(wire::kInterval));
    const auto answer = m_inside->channel.ask([&](Duration) { return request; }, patience, stop);
    if (!answer)
        return failure(answer.error());
    if (answer->status != 201)
        return m_inside->unsuitable(errorIn(*answer, m_inside->channel.origin()).detail);

    const auto json = jsonOf(*answer);
    const auto session = json[u"session"_s].toString().toLatin1();
    const auto token = json[u"token"_s].toString().toLatin1();
    const auto origin = Origin::parse(json[u"origin"_s].toString());
    auto policy = policyIn(json);
    if (!isBase64Url(session, wire::kSessionBytes) || !isBase64Url(token, wire::kTokenBytes) || !origin || !policy)
        return m_inside->unsuitable(u"no session in the answer"_s);
    const auto life = *secondsIn(json, u"expiresIn"_s);
    return OpenedSession { std::make_unique<HttpsMailbox>(m_inside->channel, session, token, std::move(*policy)),
        *origin, life };
}

Result<std::unique_ptr<RelayMailbox>> RelayClient::join(const Link& link, std::stop_token stop)
{
    const auto token = toBase64Url(randomBytes(wire::kTokenBytes)); // the same in each try
    const auto request = jsonRequest(u"/v1/sessions/%1/join"_s.arg(QString::fromLatin1(link.session)),
        { { u"joinProof"_s, base64Url(joinProof(link.secret)) }, { u"token"_s, QString::fromLatin1(token) } });
    auto patience = policyFor(kPatience, std::chrono::seconds(wire::kInterval));
    const auto answer = m_inside->channel.ask([&](Duration) { return request; }, patience, stop);
    if (!answer)
        return failure(answer.error());
    if (answer->status != 200) {
        auto error = errorIn(*answer, m_inside->channel.origin());
        if (error.code == ErrorCode::PhoneSessionExpired)
            error.code = ErrorCode::PhoneCodeExpired;
        return failure(error);
    }
    auto policy = policyIn(jsonOf(*answer));
    if (!policy)
        return m_inside->unsuitable(u"no time in the answer"_s);
    return std::make_unique<HttpsMailbox>(m_inside->channel, link.session, token, std::move(*policy));
}

} // namespace bidseal::relay
