#pragma once

#include <QString>
#include <QThread>

#include <atomic>

namespace bidseal::test {

/// A small HTTP proxy of this computer on a thread of its own, for TLS (CONNECT, RFC 9110, 9.3.6) and plain requests.
/// Whatever name it is asked for, it leads to this computer.
class ConnectProxy {
public:
    enum class Manner { Leads, Refuses, WantsPassword, Silent };

    explicit ConnectProxy(Manner manner);
    ~ConnectProxy();
    ConnectProxy(const ConnectProxy&) = delete;
    ConnectProxy& operator=(const ConnectProxy&) = delete;

    [[nodiscard]] QString url() const; ///< "http://127.0.0.1:43210", as in https_proxy
    [[nodiscard]] int connections() const { return m_connections; }

private:
    class Leading;
    const Manner m_manner;
    QThread m_thread;
    Leading* m_leading = nullptr; ///< lives on the thread
    quint16 m_port = 0;
    std::atomic<int> m_connections = 0;
};

} // namespace bidseal::test
