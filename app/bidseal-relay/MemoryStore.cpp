#include "app/bidseal-relay/MemoryStore.h"

#include "app/bidseal-relay/Bytes.h"
#include "core/relay/Wire.h"

namespace bidseal::relay::service {

namespace {

/// What an empty session costs, about.
constexpr std::size_t kSessionBytes = 1024;

int secondsUntil(Clock::time_point until)
{
    return static_cast<int>(std::chrono::ceil<seconds>(until - Clock::now()).count());
}

} // namespace

MemoryStore::MemoryStore(Waiters& waiters, const SessionRules& rules, std::size_t mostBytes)
    : m_waiters(waiters)
    , m_rules(rules)
    , m_mostBytes(mostBytes)
{
}

Awaitable<Verdict> MemoryStore::open(
    const std::string& session, const std::string& joinVerifier, const std::string& tokenHash)
{
    removeExpired();
    if (m_sessions.size() >= m_rules.mostSessions || !hasRoomFor(kSessionBytes))
        co_return Verdict::Full;
    Session fresh;
    fresh.joinVerifier = joinVerifier;
    fresh.desktopToken = tokenHash;
    const auto [added, isNew] = m_sessions.try_emplace(session, std::move(fresh));
    if (!isNew)
        co_return Verdict::Conflict;
    m_bytes += kSessionBytes;
    liveUntil(added, Clock::now() + m_rules.waitingLife);
    co_return Verdict::Done;
}

Awaitable<JoinResult> MemoryStore::join(
    const std::string& session, const std::string& proofHash, const std::string& tokenHash)
{
    const auto found = find(session);
    if (found == m_sessions.end())
        co_return JoinResult { Verdict::UnknownSession, 0 };
    auto& joined = found->second;
    if (!equalInConstantTime(joined.joinVerifier, proofHash))
        co_return JoinResult { Verdict::WrongProof, 0 };
    if (joined.phoneToken) {
        const bool same = equalInConstantTime(*joined.phoneToken, tokenHash);
        co_return JoinResult { same ? Verdict::DoneBefore : Verdict::AlreadyJoined, secondsUntil(joined.until) };
    }
    joined.phoneToken = tokenHash;
    liveUntil(found, Clock::now() + m_rules.joinedLife);
    co_return JoinResult { Verdict::Done, static_cast<int>(m_rules.joinedLife.count()) };
}

Awaitable<Verdict> MemoryStore::put(
    const std::string& session, const std::string& tokenHash, int number, const std::string& record)
{
    const auto found = access(session, tokenHash);
    if (found.verdict != Verdict::Done)
        co_return found.verdict;
    auto& box = *found.own;
    const auto index = static_cast<std::size_t>(number) - 1;
    if (index < box.records.size())
        co_return box.records[index] == record ? Verdict::DoneBefore : Verdict::Conflict;
    if (!found.session->second.phoneToken || index > box.records.size())
        co_return Verdict::OutOfOrder;
    if (number > wire::kMostRecords || box.bytes + record.size() > wire::kMostBytes)
        co_return Verdict::TooLarge;
    if (!hasRoomFor(record.size()))
        co_return Verdict::Full;
    box.records.push_back(record);
    box.bytes += record.size();
    m_bytes += record.size();
    m_waiters.wake(std::exchange(box.reader, kNobody), Wake::Look);
    co_return Verdict::Done;
}

Awaitable<Fetched> MemoryStore::fetch(
    const std::string& session, const std::string& tokenHash, int after, WaiterId waiter)
{
    const auto found = access(session, tokenHash);
    Fetched fetched;
    fetched.verdict = found.verdict;
    if (found.verdict != Verdict::Done)
        co_return fetched;
    auto& box = *found.other;
    fetched.joined = found.session->second.phoneToken.has_value();
    fetched.secondsLeft = secondsUntil(found.session->second.until);
    const auto index = static_cast<std::size_t>(after);
    if (index < box.records.size())
        fetched.record = box.records[index];
    if (waiter != kNobody && waiter != box.reader)
        m_waiters.wake(std::exchange(box.reader, waiter), Wake::Superseded);
    co_return fetched;
}

Awaitable<Verdict> MemoryStore::end(const std::string& session, const std::string& tokenHash, EndWhen when)
{
    const auto found = access(session, tokenHash);
    if (found.verdict != Verdict::Done)
        co_return found.verdict;
    if (when == EndWhen::OnlyWaiting && found.session->second.phoneToken)
        co_return Verdict::AlreadyJoined;
    remove(found.session);
    co_return Verdict::Done;
}

Awaitable<bool> MemoryStore::isWorking() { co_return true; }

Awaitable<void> MemoryStore::start() { co_return; }

MemoryStore::Sessions::iterator MemoryStore::find(const std::string& session)
{
    removeExpired();
    return m_sessions.find(session);
}

MemoryStore::Access MemoryStore::access(const std::string& session, const std::string& tokenHash)
{
    const auto found = find(session);
    if (found == m_sessions.end())
        return {};
    auto& own = found->second;
    if (equalInConstantTime(own.desktopToken, tokenHash))
        return { Verdict::Done, found, &own.fromDesktop, &own.fromPhone };
    if (own.phoneToken && equalInConstantTime(*own.phoneToken, tokenHash))
        return { Verdict::Done, found, &own.fromPhone, &own.fromDesktop };
    return { Verdict::UnknownToken, found, nullptr, nullptr };
}

void MemoryStore::liveUntil(Sessions::iterator session, Clock::time_point until)
{
    m_expiry.erase({ session->second.until, session->first });
    session->second.until = until;
    m_expiry.insert({ until, session->first });
}

void MemoryStore::remove(Sessions::iterator session)
{
    auto& gone = session->second;
    m_expiry.erase({ gone.until, session->first });
    m_bytes -= kSessionBytes + gone.fromDesktop.bytes + gone.fromPhone.bytes;
    m_waiters.wake(gone.fromDesktop.reader, Wake::Look);
    m_waiters.wake(gone.fromPhone.reader, Wake::Look);
    m_sessions.erase(session);
}

void MemoryStore::removeExpired()
{
    const auto now = Clock::now();
    while (!m_expiry.empty() && m_expiry.begin()->first <= now)
        remove(m_sessions.find(m_expiry.begin()->second));
}

bool MemoryStore::hasRoomFor(std::size_t bytes) const { return m_bytes + bytes <= m_mostBytes; }

} // namespace bidseal::relay::service
