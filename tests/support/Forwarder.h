#pragma once

#include <QThread>

#include <atomic>

namespace bidseal::test {

/// A network that can be lost: passes TCP connections on to another port of this computer, on a thread of its own.
class Forwarder {
public:
    explicit Forwarder(quint16 to);
    ~Forwarder();
    Forwarder(const Forwarder&) = delete;
    Forwarder& operator=(const Forwarder&) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    /// Where connections go from now on.
    void leadTo(quint16 port);

    enum class Network {
        Working,
        Silent, ///< nothing arrives and nobody says so: out of a radio's reach
        Cut, ///< every connection ends at once: the router is off
    };
    /// Connections that were there in a silent network are dead when it works again.
    void set(Network network);
    /// How many bytes have come from clients that were not passed on.
    [[nodiscard]] qint64 lostBytes() const { return m_lostBytes; }

private:
    class Passing;
    QThread m_thread;
    Passing* m_passing = nullptr; ///< lives on the thread
    quint16 m_port = 0;
    std::atomic<qint64> m_lostBytes = 0;
};

} // namespace bidseal::test
