#pragma once

#include "core/relay/RelayClient.h"

#include <QByteArray>
#include <QHash>

#include <chrono>

namespace bidseal::relay {

struct HttpRequest {
    enum class Verb { Get, Put, Post, Delete } verb = Verb::Get;
    QString path; ///< with its query: "/health"
    QByteArray token; ///< empty: none
    QByteArray contentType, body;
    std::chrono::milliseconds patience { 20'000 }; ///< until the whole answer is there
};

struct HttpAnswer {
    int status = 0; ///< 0: no whole answer came
    QByteArray contentType; ///< without parameters, in lower case
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QString problem; ///< why no answer came, for the log

    /// A header that is a number of seconds, or nothing.
    [[nodiscard]] std::optional<std::chrono::seconds> seconds(const char* header) const;
    [[nodiscard]] QByteArray header(const char* name) const;
};

/// One request at a time to one host, and its answer: TLS 1.2 or later, the system's proxies, no redirects, no cookies,
/// no HTTP/2, no answer larger than one record. A time limit counts the time in which the computer slept.
class HttpsChannel {
public:
    explicit HttpsChannel(RelayAddress address);
    ~HttpsChannel();
    HttpsChannel(const HttpsChannel&) = delete;
    HttpsChannel& operator=(const HttpsChannel&) = delete;

    /// That no answer comes is none of these errors: RelayAddressInvalid (caFile), RelayUntrusted, RelayUnsuitable (not
    /// HTTP, a redirect, too large), Cancelled.
    [[nodiscard]] Result<HttpAnswer> exchange(const HttpRequest& request, const std::stop_token& stop);

    [[nodiscard]] const RelayAddress& address() const { return m_address; }

private:
    struct Network;
    [[nodiscard]] Result<Network*> network();

    RelayAddress m_address;
    std::unique_ptr<Network> m_network;
};

} // namespace bidseal::relay
