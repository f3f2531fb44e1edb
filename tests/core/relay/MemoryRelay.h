#pragma once

#include "core/relay/KeySchedule.h"
#include "core/relay/Mailbox.h"

#include <array>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

namespace bidseal::test {

/// A relay in memory for one session, and as bad a one as a test wants: it can hand out other records than it was
/// given.
class MemoryRelay {
public:
    explicit MemoryRelay(QByteArray session, std::chrono::milliseconds patience = std::chrono::seconds(20));

    [[nodiscard]] relay::Mailbox& mailboxOf(relay::Side side)
    {
        return side == relay::Side::Desktop ? m_desktop : m_phone;
    }

    /// What is handed out in place of `record`; called each time somebody takes it. Nothing: it never comes.
    using Alter = std::function<std::optional<QByteArray>(relay::Side sender, int number, const QByteArray& record)>;
    void setAlter(Alter alter) { m_alter = std::move(alter); }
    /// Puts a record as if `sender` had sent it.
    void inject(relay::Side sender, const QByteArray& record);
    /// The next `count` puts fail as if they had been cancelled; the record of the first is kept or not.
    enum class Kept { No, Yes };
    void interruptPuts(int count, Kept kept);

    /// Everything that `sender` has put so far, in order.
    [[nodiscard]] std::vector<QByteArray> records(relay::Side sender) const;
    /// How often `sender` has put a record under a number that was taken already, with the same bytes.
    [[nodiscard]] int repetitions() const;
    [[nodiscard]] bool isEnded() const;

private:
    class End : public relay::Mailbox {
    public:
        End(MemoryRelay& relay, relay::Side side)
            : m_relay(relay)
            , m_side(side)
        {
        }
        [[nodiscard]] const QByteArray& session() const override { return m_relay.m_session; }
        [[nodiscard]] Status put(int number, const QByteArray& record, std::stop_token stop) override;
        [[nodiscard]] Result<QByteArray> take(int number, std::stop_token stop) override;
        void end() override;

    private:
        MemoryRelay& m_relay;
        relay::Side m_side;
    };

    [[nodiscard]] std::vector<QByteArray>& sentBy(relay::Side side)
    {
        return m_records[static_cast<std::size_t>(side)];
    }

    QByteArray m_session;
    std::chrono::milliseconds m_patience;
    Alter m_alter;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::array<std::vector<QByteArray>, 2> m_records;
    int m_interruptions = 0, m_repetitions = 0;
    Kept m_kept = Kept::No;
    bool m_isEnded = false;
    End m_desktop, m_phone;
};

} // namespace bidseal::test
