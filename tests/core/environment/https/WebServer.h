#pragma once

#include "resources/demonstration/CertificateMint.h"

#include <QHostAddress>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <chrono>
#include <optional>

namespace bidseal::test {

/// A real web server of this computer, with or without TLS, on a thread of its own, that can have any bad day.
class WebServer {
public:
    enum class Manner {
        Answers,
        SilentFromTheStart, ///< takes connections and says nothing, not even TLS
        SilentAfterRequest,
        GarbageForTls,
        GarbageForHttp,
        CutsBeforeAnswer,
    };
    struct Options {
        std::optional<demonstration::MintedKey> key {}; ///< absent: plain http
        Manner manner = Manner::Answers;
        std::optional<std::chrono::seconds> dateShift = std::chrono::seconds(0); ///< absent: tells no Date
        std::chrono::milliseconds delayBeforeTls { 0 };
        QByteArray status = "200 OK";
        QByteArray headers {}; ///< whole lines
        QByteArray body = "{}";
        QHostAddress address = QHostAddress::LocalHost;
    };

    explicit WebServer(Options options);
    ~WebServer();
    WebServer(const WebServer&) = delete;
    WebServer& operator=(const WebServer&) = delete;

    [[nodiscard]] quint16 port() const { return m_port; } ///< 0: it does not listen
    [[nodiscard]] QUrl url(const QString& host = QStringLiteral("127.0.0.1")) const;
    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    class Serving;
    const Options m_options;
    QThread m_thread;
    Serving* m_serving = nullptr; ///< lives on the thread
    quint16 m_port = 0;
    std::atomic<int> m_requests = 0, m_connections = 0;
};

} // namespace bidseal::test
