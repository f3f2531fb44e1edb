#include "tests/bench/relay/Trial.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bidseal::bench {

namespace net = boost::asio;

namespace {

constexpr std::size_t kLanes = 64; ///< phones that send at once
constexpr std::size_t kConnectingAtOnce = 200;
constexpr auto kPreparing = 60s;
constexpr auto kCalm = 30s;
constexpr auto kWithRestart = 60s;
constexpr auto kSettled = 1s;

double millisecondsBetween(Clock::time_point from, Clock::time_point until)
{
    return std::chrono::duration<double, std::milli>(until - from).count();
}

std::string base64Url(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

/// 32 bytes that are this session's only.
QByteArray bytesFor(std::size_t index, const char* what)
{
    return QCryptographicHash::hash(
        QByteArray(what) + QByteArray::number(qulonglong(index)), QCryptographicHash::Sha256);
}

Place placeOf(const test::RelayProcess& relay, test::RelayProcess::Tls tls)
{
    return { relay.port(), tls == test::RelayProcess::Tls::Own ? relay.caFile().toStdString() : std::string() };
}

} // namespace

Delays Delays::of(std::vector<double> milliseconds)
{
    if (milliseconds.empty())
        return {};
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](double part) {
        return milliseconds[static_cast<std::size_t>(part * static_cast<double>(milliseconds.size() - 1))];
    };
    return { at(0.5), at(0.99), milliseconds.back() };
}

double residentKib(qint64 processId)
{
    QFile status(u"/proc/%1/status"_s.arg(processId));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression resident(u"VmRSS:\\s+(\\d+)"_s);
    return resident.match(QString::fromUtf8(status.readAll())).captured(1).toDouble();
}

Trial::Trial(std::size_t sessions, test::RelayProcess::Tls tls)
    : m_count(sessions)
    , m_tls(tls)
    , m_sessions(sessions)
{
}

TrialResult Trial::run()
{
    TrialResult result;
    result.prepared = start() && openAll(result) && waitAll(result);
    if (!result.prepared)
        return result;
    result.calm = confirmAll(1, false);
    (void)m_load.runUntil([] { return false; }, std::chrono::duration_cast<std::chrono::seconds>(kSettled));
    result.restarted = confirmAll(2, true);
    return result;
}

bool Trial::start()
{
    const QStringList many { u"--connections-per-address"_s, u"100000"_s, u"--max-sessions"_s, u"1000000"_s,
        u"--requests-per-second"_s, u"1000000"_s, u"--requests-at-once"_s, u"1000000"_s, u"--sessions-per-minute"_s,
        u"1000000"_s, u"--log-level"_s, u"warning"_s };
    const test::RelayProcess::Options options { .tls = m_tls, .redis = {}, .arguments = many };
    if (!m_redis.start())
        return false;
    auto withRedis = options;
    withRedis.redis = m_redis.url();
    return m_desktops.start(withRedis) && m_phones.start(withRedis);
}

bool Trial::openAll(TrialResult& result)
{
    const auto begun = Clock::now();
    auto done = std::make_shared<std::size_t>(0);
    const auto job = [this, done](LoadConnection& connection, std::size_t index) -> net::awaitable<void> {
        auto& session = m_sessions[index];
        const auto proof = bytesFor(index, "proof");
        const auto verifier = QCryptographicHash::hash(proof, QCryptographicHash::Sha256);
        const auto opening
            = requestText("POST", "/v1/sessions", "", "{\"joinVerifier\":\"" + base64Url(verifier) + "\"}");
        const auto opened = co_await connection.ask(opening);
        if (opened.status != 201)
            co_return;
        const auto json = nlohmann::json::parse(opened.body);
        session.name = json["session"];
        session.desktop = json["token"];
        session.phone = base64Url(bytesFor(index, "token"));
        const auto joining = requestText("POST", "/v1/sessions/" + session.name + "/join", "",
            "{\"joinProof\":\"" + base64Url(proof) + "\",\"token\":\"" + session.phone + "\"}");
        const auto joined = co_await connection.ask(joining);
        *done += joined.status == 200 ? 1 : 0;
    };
    m_load.forEach(placeOf(m_phones, m_tls), m_count, kLanes, job);
    const bool all = m_load.runUntil([&] { return *done == m_count; }, kPreparing);
    result.openedPerSecond = static_cast<double>(*done) * 1000 / millisecondsBetween(begun, Clock::now());
    return all;
}

bool Trial::waitAll(TrialResult& result)
{
    const auto before = residentKib(m_desktops.processId());
    std::size_t started = 0;
    const auto startMore = [&] {
        while (started < m_count && started - m_waiting < kConnectingAtOnce)
            m_load.spawn(desktop(started++));
        return m_waiting == m_count;
    };
    const bool all = m_load.runUntil(startMore, kPreparing);
    (void)m_load.runUntil([] { return false; }, std::chrono::duration_cast<std::chrono::seconds>(kSettled));
    result.kibPerWaiting = (residentKib(m_desktops.processId()) - before) / static_cast<double>(m_count);
    return all;
}

net::awaitable<void> Trial::desktop(std::size_t index)
{
    auto& session = m_sessions[index];
    const auto connection = m_load.connect(placeOf(m_desktops, m_tls));
    const auto path = "/v1/sessions/" + session.name + "/messages?after=";
    const auto look = requestText("GET", path + "0&wait=0", session.desktop, "");
    LoadReply reply;
    while (reply.status != 204)
        reply = co_await connection->ask(look);
    ++m_waiting;
    for (int number = 1; number <= 2; ++number) {
        const auto wait = requestText("GET", path + std::to_string(number - 1) + "&wait=25", session.desktop, "");
        for (;;) {
            reply = co_await connection->ask(wait);
            if (reply.status == 200)
                break;
            if (reply.status != 204 && reply.status != 503 && reply.status != 0) {
                session.wrong = true; // the session is lost
                co_return;
            }
            m_refused += reply.status == 503 ? 1 : 0;
            if (reply.status != 204)
                co_await m_load.pause(std::chrono::milliseconds(1000 * std::max(1, reply.retryAfter)));
        }
        const auto slot = static_cast<std::size_t>(number) - 1;
        session.arrived[slot] = Clock::now();
        session.wrong |= reply.body != recordOf(session, number);
        ++m_arrived[slot];
    }
}

Passed Trial::confirmAll(int number, bool restart)
{
    const auto slot = static_cast<std::size_t>(number) - 1;
    Passed passed;
    m_refused = 0;
    const auto begun = Clock::now();
    m_load.forEach(
        placeOf(m_phones, m_tls), m_count, kLanes, [this, number](LoadConnection& phones, std::size_t index) {
            return confirm(phones, m_sessions[index], number);
        });
    if (restart)
        m_load.spawn(restartRedis());
    const auto lost = [&] {
        const auto count
            = std::count_if(m_sessions.begin(), m_sessions.end(), [](const auto& one) { return one.wrong; });
        return static_cast<std::size_t>(count);
    };
    passed.hung = !m_load.runUntil([&] { return m_arrived[slot] + lost() >= m_count; }, restart ? kWithRestart : kCalm);
    std::vector<double> delays;
    auto last = begun;
    for (const auto& session : m_sessions) {
        if (session.arrived[slot] == Clock::time_point())
            continue;
        delays.push_back(millisecondsBetween(session.sent[slot], session.arrived[slot]));
        last = std::max(last, session.arrived[slot]);
    }
    passed.arrived = delays.size();
    passed.wrong = lost();
    passed.perSecond = static_cast<double>(passed.arrived) * 1000 / millisecondsBetween(begun, last);
    passed.delays = Delays::of(std::move(delays));
    passed.refused = m_refused;
    return passed;
}

net::awaitable<void> Trial::confirm(LoadConnection& phones, Session& session, int number)
{
    const auto put = requestText("PUT", "/v1/sessions/" + session.name + "/messages/" + std::to_string(number),
        session.phone, recordOf(session, number));
    session.sent[static_cast<std::size_t>(number) - 1] = Clock::now();
    for (;;) {
        const auto reply = co_await phones.ask(put);
        if (reply.status == 201 || reply.status == 200)
            co_return;
        if (reply.status != 503 && reply.status != 0) {
            session.wrong = true;
            co_return;
        }
        ++m_refused;
        co_await m_load.pause(std::chrono::milliseconds(1000 * std::max(1, reply.retryAfter)));
    }
}

/// When a third has arrived: stopped, away for a second, started with what it had written down.
net::awaitable<void> Trial::restartRedis()
{
    while (m_arrived[1] < m_count / 3)
        co_await m_load.pause(5ms);
    m_redis.stop();
    co_await m_load.pause(1000ms);
    if (!m_redis.restart())
        qFatal("Redis does not come back");
}

std::string Trial::recordOf(const Session& session, int number)
{
    std::string record;
    while (record.size() < 1024)
        record += session.name + std::to_string(number);
    return record.substr(0, 1024);
}

FloorResult measureFloor(std::size_t connections, const test::RelayProcess& tlsMaterial, bool tls)
{
    FloorResult result;
    QProcess echo;
    echo.start(QCoreApplication::applicationDirPath() + u"/bench-relay-echo"_s,
        tls ? QStringList { tlsMaterial.certificateFile(), tlsMaterial.keyFile() } : QStringList());
    QByteArray said;
    while (!said.endsWith('\n') && echo.waitForReadyRead(10'000))
        said += echo.readAllStandardOutput();
    const Place place { said.trimmed().split(' ').last().toUShort(),
        tls ? tlsMaterial.caFile().toStdString() : std::string() };
    const auto request = requestText("PUT", "/", "", std::string(1024, 'x'));

    LoadGenerator load;
    const auto before = residentKib(echo.processId());
    std::vector<std::unique_ptr<LoadConnection>> idle;
    std::size_t started = 0, answered = 0;
    const auto askOnce = [&](LoadConnection& connection) -> net::awaitable<void> {
        const auto reply = co_await connection.ask(request);
        answered += reply.status == 200 ? 1 : 0;
    };
    const auto startMore = [&] {
        while (started < connections && started - answered < kConnectingAtOnce) {
            idle.push_back(load.connect(place));
            load.spawn(askOnce(*idle.back()));
            ++started;
        }
        return answered == connections;
    };
    if (!load.runUntil(startMore, kPreparing))
        return result;
    result.kibPerConnection = (residentKib(echo.processId()) - before) / static_cast<double>(connections);

    std::vector<double> delays;
    const auto begun = Clock::now();
    load.forEach(place, connections, kLanes, [&](LoadConnection& connection, std::size_t) -> net::awaitable<void> {
        const auto sent = Clock::now();
        const auto reply = co_await connection.ask(request);
        if (reply.status == 200)
            delays.push_back(millisecondsBetween(sent, Clock::now()));
    });
    (void)load.runUntil([&] { return delays.size() == connections; }, kCalm);
    result.perSecond = static_cast<double>(delays.size()) * 1000 / millisecondsBetween(begun, Clock::now());
    result.delays = Delays::of(std::move(delays));
    echo.kill();
    echo.waitForFinished();
    return result;
}

} // namespace bidseal::bench
