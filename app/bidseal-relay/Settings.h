#pragma once

#include "app/bidseal-relay/Address.h"
#include "app/bidseal-relay/RedisAddress.h"
#include "app/bidseal-relay/Store.h"

#include <string>
#include <vector>

namespace bidseal::relay::service {

/// HOST:PORT; an IPv6 address stands in brackets.
struct Endpoint {
    std::string host;
    std::string port; ///< "0": the system chooses
};

struct Limits {
    std::size_t connections = 18'000;
    std::size_t connectionsPerAddress = 1'000;
    double requestsPerSecond = 100; ///< of one address
    double requestsAtOnce = 400;
    double sessionsPerMinute = 120; ///< opened by one address
    std::size_t headerBytes = 8'192;
    seconds handshakeTime { 10 };
    seconds headerTime { 10 };
    seconds bodyTime { 30 };
    seconds writeTime { 30 };
    seconds idleTime { 75 };
    seconds longestWait { 25 };
};

struct Settings {
    Endpoint listen;
    std::string certificateFile, keyFile; ///< PEM; empty: plain http, for a proxy in front
    std::string origin; ///< where phones reach the relay; empty: where it listens
    std::optional<RedisAddress> redis; ///< nothing: sessions live in this process
    std::optional<Endpoint> metrics;
    std::vector<Network> trustedProxies;
    std::vector<std::string> appNames;
    std::string logLevel;
    SessionRules sessions;
    std::size_t memoryBytes = 0;
    Limits limits;

    [[nodiscard]] bool hasTls() const { return !certificateFile.empty(); }
};

struct ReadSettings {
    std::optional<Settings> settings;
    int exitCode = 0; ///< where there are none: help or version was asked for (0), or something is wrong
};
/// From the command line and the file that --config names. Says on standard error what is wrong.
[[nodiscard]] ReadSettings readSettings(int argc, char** argv);

/// Where phones reach a relay, as it stands in links (docs/relay-protocol.md, 1); nothing where `text` is no such
/// address.
[[nodiscard]] std::optional<std::string> originOf(std::string text);

} // namespace bidseal::relay::service
