#pragma once

#include "core/relay/RelayClient.h"
#include "resources/demonstration/CertificateMint.h"

#include <QTemporaryDir>
#include <QThread>

#include <functional>
#include <mutex>
#include <vector>

class QTcpSocket;

namespace bidseal::test {

/// A request as the server saw it.
struct SeenRequest {
    QByteArray verb, path, authorization, body;
    QByteArray head; ///< request line and headers
    std::chrono::steady_clock::time_point at;
};

/// The bytes that come back, and what happens to the connection then.
struct ScriptedReply {
    enum class Then { Keep, Close } then = Then::Keep;
    QByteArray bytes; ///< nothing: the request stays without an answer

    [[nodiscard]] static ScriptedReply answer(const QByteArray& status, const QByteArray& contentType,
        const QByteArray& body, const QByteArray& moreHeaders = {});
    [[nodiscard]] static ScriptedReply json(const QByteArray& status, const QByteArray& body);
    [[nodiscard]] static ScriptedReply problem(
        const QByteArray& status, const QByteArray& error, const QByteArray& moreHeaders = {});
    [[nodiscard]] static ScriptedReply silence() { return {}; }
    [[nodiscard]] static ScriptedReply hangUp() { return { Then::Close, {} }; }
};

/// Gives the reply for a request; `number` counts all requests from 0. Called on the server's thread.
using ReplyScript = std::function<ScriptedReply(const SeenRequest&, int number)>;

/// A TLS server on this computer that answers as a test wants, on a thread of its own. `kind`: what is wrong with it.
class ScriptedServer {
public:
    enum class Kind { Right, PlainHttp, ForeignAuthority, ExpiredCertificate, ForeignName };
    explicit ScriptedServer(ReplyScript script, Kind kind = Kind::Right);
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString caFile() const;
    [[nodiscard]] relay::RelayAddress address() const;
    [[nodiscard]] std::vector<SeenRequest> seen() const;

private:
    void serve(const demonstration::MintedKey& identity, Kind kind);
    void listen(QObject* owner, const demonstration::MintedKey& identity, Kind kind);
    void talkWith(QTcpSocket* peer);
    static void refuse(QTcpSocket* peer);
    [[nodiscard]] ScriptedReply replyTo(SeenRequest request);

    ReplyScript m_script;
    QTemporaryDir m_folder;
    QThread m_thread;
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    std::vector<SeenRequest> m_seen;
};

/// 201 with a session whose life and interval are these.
[[nodiscard]] ScriptedReply openedSession(int expiresIn = 120, int interval = 1);
/// The session and the token in it.
[[nodiscard]] QByteArray scriptedSession();
[[nodiscard]] QByteArray scriptedToken();

} // namespace bidseal::test
