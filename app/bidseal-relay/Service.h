#pragma once

#include "app/bidseal-relay/Answers.h"
#include "app/bidseal-relay/Metrics.h"
#include "app/bidseal-relay/RateLimit.h"
#include "app/bidseal-relay/Settings.h"

namespace bidseal::relay::service {

struct Request {
    http::verb method = http::verb::unknown;
    std::string target;
    std::string authorization;
    std::string body;
    IpAddress from; ///< behind a trusted proxy: the client's, not the proxy's
};

/// Section 3 of docs/relay-protocol.md: what each request does and is answered. Knows no socket.
class Service {
public:
    Service(const Settings& settings, std::string origin, Store& store, Waiters& waiters, Metrics& metrics);

    /// Nothing: go on. Asked before a body is read.
    [[nodiscard]] std::optional<Answer> refuseHasty(const IpAddress& from);
    [[nodiscard]] static std::size_t largestBody(std::string_view target);
    /// Waits as long as the request says. `request` must outlive the call.
    [[nodiscard]] Awaitable<Answer> answer(const Request& request);

private:
    struct Target;
    [[nodiscard]] Awaitable<Answer> answerSession(const Request& request, const Target& target);
    [[nodiscard]] Awaitable<Answer> open(const Request& request);
    [[nodiscard]] Awaitable<Answer> join(const Request& request, const std::string& session);
    [[nodiscard]] Awaitable<Answer> put(const Request& request, const Target& target);
    [[nodiscard]] Awaitable<Answer> get(const Request& request, const Target& target);
    [[nodiscard]] Awaitable<Fetched> waitForRecord(
        const std::string& session, const std::string& token, int after, seconds wait);
    [[nodiscard]] Awaitable<Answer> end(const Request& request, const Target& target);
    [[nodiscard]] Awaitable<Answer> health();
    [[nodiscard]] Answer refused(Verdict verdict);

    const Settings& m_settings;
    std::string m_origin, m_page;
    Store& m_store;
    Waiters& m_waiters;
    Metrics& m_metrics;
    RateLimit m_requests, m_openings;
};

} // namespace bidseal::relay::service
