#include "app/bidseal-relay/Metrics.h"

namespace bidseal::relay::service {

namespace {

void add(std::string& text, const char* name, const char* type, const char* help, std::uint64_t value)
{
    const std::string full = std::string("bidseal_relay_") + name;
    text += "# HELP " + full + ' ' + help + "\n# TYPE " + full + ' ' + type + '\n' + full + ' ' + std::to_string(value)
        + '\n';
}

} // namespace

std::string Metrics::text() const
{
    std::string text
        = "# HELP bidseal_relay_answers_total Answers by status\n# TYPE bidseal_relay_answers_total counter\n";
    for (const auto& [status, count] : answers)
        text
            += "bidseal_relay_answers_total{status=\"" + std::to_string(status) + "\"} " + std::to_string(count) + '\n';
    add(text, "sessions_opened_total", "counter", "Sessions opened here", sessionsOpened);
    add(text, "sessions_joined_total", "counter", "Sessions joined by a phone here", sessionsJoined);
    add(text, "sessions_ended_total", "counter", "Sessions ended by a side here", sessionsEnded);
    add(text, "wrong_proofs_total", "counter", "Joins with a wrong proof", wrongProofs);
    add(text, "records_kept_total", "counter", "Records taken", recordsKept);
    add(text, "record_bytes_total", "counter", "Bytes of the records taken", recordBytes);
    add(text, "records_given_total", "counter", "Records handed out", recordsGiven);
    add(text, "slowed_down_total", "counter", "Requests over a limit of their address", slowedDown);
    add(text, "connections_refused_total", "counter", "Connections over a limit", connectionsRefused);
    add(text, "broken_handshakes_total", "counter", "Connections that never became TLS", brokenHandshakes);
    add(text, "broken_requests_total", "counter", "Requests that were not HTTP, too long or too slow", brokenRequests);
    add(text, "store_lost_total", "counter", "Requests refused because the store was gone", storeLost);
    add(text, "connections", "gauge", "Open connections", connections);
    add(text, "waiting", "gauge", "Requests that wait for a record", waiting);
    return text;
}

} // namespace bidseal::relay::service
