#pragma once

#include <QSslSocket>

#include <map>
#include <memory>

namespace bidseal::test {

class RelayProcess;

struct HttpReply {
    int status = 0; ///< 0: none came
    std::map<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray& name) const;
    [[nodiscard]] QByteArray error() const; ///< the member `error` of a problem
    [[nodiscard]] QByteArray text(const char* member) const; ///< of a JSON object
    [[nodiscard]] int number(const char* member) const;
};

/// One connection to a relay, byte by byte as a test wants it.
class HttpClient {
public:
    /// With TLS where the relay has it.
    explicit HttpClient(const RelayProcess& relay);

    using Headers = std::map<QByteArray, QByteArray>;
    /// Sends and waits for the answer.
    [[nodiscard]] HttpReply ask(
        const QByteArray& method, const QByteArray& target, const Headers& headers = {}, const QByteArray& body = {});
    void send(
        const QByteArray& method, const QByteArray& target, const Headers& headers = {}, const QByteArray& body = {});
    void sendRaw(const QByteArray& bytes);
    [[nodiscard]] HttpReply receive(int milliseconds = 30'000);
    [[nodiscard]] bool isOpen() const;
    /// True where the relay has closed within that time.
    [[nodiscard]] bool waitForClose(int milliseconds);
    QSslSocket& socket() { return *m_socket; }

private:
    std::unique_ptr<QSslSocket> m_socket;
    QByteArray m_read;
};

/// A session as both sides use it, with tokens and a proof of its own.
class SampleSession {
public:
    explicit SampleSession(const RelayProcess& relay);

    [[nodiscard]] HttpReply open(); ///< must come first
    [[nodiscard]] HttpReply join();
    /// Opened and joined, or a warning and false.
    [[nodiscard]] bool begin();

    [[nodiscard]] static QByteArray randomText(int bytes = 32);
    [[nodiscard]] QByteArray joinBody(const QByteArray& proof, const QByteArray& token) const;
    [[nodiscard]] QByteArray path(const QByteArray& rest = {}) const { return "/v1/sessions/" + name + rest; }
    [[nodiscard]] static HttpClient::Headers with(const QByteArray& token);

    /// On connections of their own, at another relay where one is given.
    [[nodiscard]] HttpReply put(const QByteArray& token, int number, const QByteArray& record) const;
    [[nodiscard]] HttpReply get(const QByteArray& token, int after, int wait = 0) const;
    void moveTo(const RelayProcess& relay) { m_relay = &relay; }
    [[nodiscard]] QByteArray getTarget(int after, int wait) const;

    QByteArray name, desktop, phone, proof, origin;

private:
    const RelayProcess* m_relay;
};

} // namespace bidseal::test
