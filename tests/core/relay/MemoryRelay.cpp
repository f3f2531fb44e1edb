#include "MemoryRelay.h"

using namespace Qt::StringLiterals;

namespace bidseal::test {

using relay::Side;

MemoryRelay::MemoryRelay(QByteArray session, std::chrono::milliseconds patience)
    : m_session(std::move(session))
    , m_patience(patience)
    , m_desktop(*this, Side::Desktop)
    , m_phone(*this, Side::Phone)
{
}

void MemoryRelay::inject(Side sender, const QByteArray& record)
{
    const std::lock_guard lock(m_mutex);
    sentBy(sender).push_back(record);
    m_changed.notify_all();
}

void MemoryRelay::interruptPuts(int count, Kept kept)
{
    const std::lock_guard lock(m_mutex);
    m_interruptions = count;
    m_kept = kept;
}

std::vector<QByteArray> MemoryRelay::records(Side sender) const
{
    const std::lock_guard lock(m_mutex);
    return m_records[static_cast<std::size_t>(sender)];
}

int MemoryRelay::repetitions() const
{
    const std::lock_guard lock(m_mutex);
    return m_repetitions;
}

bool MemoryRelay::isEnded() const
{
    const std::lock_guard lock(m_mutex);
    return m_isEnded;
}

/// The rules of docs/relay-protocol.md, 3.3.
Status MemoryRelay::End::put(int number, const QByteArray& record, std::stop_token stop)
{
    const std::lock_guard lock(m_relay.m_mutex);
    auto& records = m_relay.sentBy(m_side);
    if (m_relay.m_isEnded)
        return failure(ErrorCode::PhoneSessionExpired, u"ended"_s);
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    const auto index = static_cast<std::size_t>(number - 1);
    if (index > records.size())
        return failure(ErrorCode::PhoneMessageInvalid, u"the number before is missing"_s);
    if (index < records.size()) {
        if (records[index] != record)
            return failure(ErrorCode::PhoneMessageInvalid, u"other bytes under this number"_s);
        ++m_relay.m_repetitions;
        return {};
    }
    const bool isInterrupted = m_relay.m_interruptions > 0;
    if (isInterrupted)
        --m_relay.m_interruptions;
    if (!isInterrupted || m_relay.m_kept == Kept::Yes)
        records.push_back(record);
    m_relay.m_changed.notify_all();
    return isInterrupted ? Status(failure(ErrorCode::Cancelled, u"interrupted"_s)) : Status();
}

Result<QByteArray> MemoryRelay::End::take(int number, std::stop_token stop)
{
    const auto sender = m_side == Side::Desktop ? Side::Phone : Side::Desktop;
    const auto index = static_cast<std::size_t>(number - 1);
    std::unique_lock lock(m_relay.m_mutex);
    const auto& records = m_relay.sentBy(sender);
    (void)m_relay.m_changed.wait_for(
        lock, stop, m_relay.m_patience, [&] { return m_relay.m_isEnded || index < records.size(); });
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    if (m_relay.m_isEnded || index >= records.size())
        return failure(ErrorCode::PhoneSessionExpired, u"nothing came"_s);
    const auto record = records[index];
    lock.unlock();
    const auto altered = m_relay.m_alter ? m_relay.m_alter(sender, number, record) : record;
    if (!altered)
        return failure(ErrorCode::PhoneSessionExpired, u"nothing came"_s);
    return *altered;
}

void MemoryRelay::End::end()
{
    const std::lock_guard lock(m_relay.m_mutex);
    m_relay.m_isEnded = true;
    m_relay.m_changed.notify_all();
}

} // namespace bidseal::test
