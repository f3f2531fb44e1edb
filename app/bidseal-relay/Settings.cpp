#include "app/bidseal-relay/Settings.h"

#include "core/relay/Wire.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>

namespace bidseal::relay::service {

namespace {

constexpr std::size_t kMebibyte = 1'048'576;
constexpr std::size_t kLongestOrigin = 64;

/// As it is written down, before it is understood.
struct Written {
    std::string listen, publicUrl, redis, metrics;
    std::vector<std::string> trustedProxies;
    std::size_t memory = 512;
    int waitingLife = wire::kWaitingLife, joinedLife = wire::kJoinedLife;
    int handshakeTime = 10, headerTime = 10, bodyTime = 30, writeTime = 30, idleTime = 75,
        longestWait = wire::kLongestWait;
};

std::optional<Endpoint> endpointOf(const std::string& text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0)
        return {};
    Endpoint endpoint { text.substr(0, colon), text.substr(colon + 1) };
    if (endpoint.host.front() == '[' && endpoint.host.back() == ']')
        endpoint.host = endpoint.host.substr(1, endpoint.host.size() - 2);
    const bool isNumber = !endpoint.port.empty() && endpoint.port.size() <= 5
        && std::all_of(endpoint.port.begin(), endpoint.port.end(), [](unsigned char c) { return std::isdigit(c); })
        && std::stoi(endpoint.port) <= 65535;
    return isNumber ? std::optional(endpoint) : std::nullopt;
}

void addPlaces(CLI::App& app, Settings& settings, Written& written)
{
    app.add_option("--listen", written.listen, "Where to listen; port 0 lets the system choose")
        ->type_name("HOST:PORT")
        ->required();
    app.add_option("--tls-cert", settings.certificateFile, "The certificate and its issuers, PEM")->type_name("FILE");
    app.add_option("--tls-key", settings.keyFile, "Its private key, PEM. Both are read again on SIGHUP")
        ->type_name("FILE");
    app.add_option("--public-url", written.publicUrl,
           "Where phones reach this relay: https://relay.example.com. Needed without TLS of its own, and where it "
           "listens on all addresses")
        ->type_name("URL");
    app.add_option("--redis", written.redis,
           "Keep sessions there, so that several relays can serve them: redis://[:PASSWORD@]HOST:PORT[/DB] or "
           "unix://[:PASSWORD@]/PATH[?db=DB]. A password is better in the configuration file than here")
        ->type_name("URL");
    app.add_option("--metrics", written.metrics, "Where Prometheus finds /metrics (plain http; off by default)")
        ->type_name("HOST:PORT");
    app.add_option("--trusted-proxy", written.trustedProxies, "Whose X-Forwarded-For counts; repeatable")
        ->type_name("NETWORK");
    app.add_option("--app-name", settings.appNames, "What the page for phone browsers calls the app; repeatable")
        ->type_name("NAME");
    app.add_option("--log-level", settings.logLevel, "debug, info, warning or error")
        ->default_val("info")
        ->check(CLI::IsMember({ "debug", "info", "warning", "error" }));
}

void addLimits(CLI::App& app, Settings& settings, Written& written)
{
    auto& limits = settings.limits;
    app.add_option("--max-sessions", settings.sessions.mostSessions, "Sessions in all")->capture_default_str();
    app.add_option("--memory", written.memory, "MiB for sessions that are kept in this process")->capture_default_str();
    app.add_option("--max-connections", limits.connections, "Connections in all")->capture_default_str();
    app.add_option("--connections-per-address", limits.connectionsPerAddress, "An IPv6 /64 counts as one address")
        ->capture_default_str();
    app.add_option("--requests-per-second", limits.requestsPerSecond, "Of one address, in the long run")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_option("--requests-at-once", limits.requestsAtOnce, "Of one address, before that counts")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_option("--sessions-per-minute", limits.sessionsPerMinute, "Opened by one address")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_option("--header-bytes", limits.headerBytes, "The longest header")
        ->check(CLI::Range(1024, 65536))
        ->capture_default_str();
    const auto secondsOption = [&](const char* name, int& value, const char* what, int most) {
        app.add_option(name, value, what)->type_name("SECONDS")->check(CLI::Range(1, most))->capture_default_str();
    };
    secondsOption("--handshake-time", written.handshakeTime, "For TLS to begin", 300);
    secondsOption("--header-time", written.headerTime, "For a header to arrive", 300);
    secondsOption("--body-time", written.bodyTime, "For a body to arrive", 300);
    secondsOption("--write-time", written.writeTime, "For an answer to be taken", 300);
    secondsOption("--idle-time", written.idleTime, "Between two requests of a connection", 3600);
    secondsOption("--longest-wait", written.longestWait, "The longest a GET waits", wire::kLongestWait);
    secondsOption("--waiting-life", written.waitingLife, "A session's, until a phone joins", wire::kWaitingLife);
    secondsOption("--joined-life", written.joinedLife, "A session's, from then on", wire::kJoinedLife);
}

void understandTimes(Settings& settings, const Written& written)
{
    settings.memoryBytes = written.memory * kMebibyte;
    settings.sessions.waitingLife = seconds(written.waitingLife);
    settings.sessions.joinedLife = seconds(written.joinedLife);
    auto& limits = settings.limits;
    limits.handshakeTime = seconds(written.handshakeTime);
    limits.headerTime = seconds(written.headerTime);
    limits.bodyTime = seconds(written.bodyTime);
    limits.writeTime = seconds(written.writeTime);
    limits.idleTime = seconds(written.idleTime);
    limits.longestWait = seconds(written.longestWait);
}

void understandPlaces(Settings& settings, const Written& written)
{
    const auto listen = endpointOf(written.listen);
    if (!listen)
        throw CLI::ValidationError("--listen", "wants HOST:PORT");
    settings.listen = *listen;
    if (!written.metrics.empty()) {
        settings.metrics = endpointOf(written.metrics);
        if (!settings.metrics)
            throw CLI::ValidationError("--metrics", "wants HOST:PORT");
    }
    if (!written.redis.empty()) {
        settings.redis = RedisAddress::parse(written.redis);
        if (!settings.redis)
            throw CLI::ValidationError(
                "--redis", "wants redis://[:PASSWORD@]HOST:PORT[/DB] or unix://[:PASSWORD@]/PATH");
    }
    for (const auto& text : written.trustedProxies) {
        const auto network = Network::parse(text);
        if (!network)
            throw CLI::ValidationError("--trusted-proxy", text + " is neither an address nor a network");
        settings.trustedProxies.push_back(*network);
    }
}

void understandOrigin(Settings& settings, const Written& written)
{
    if (settings.certificateFile.empty() != settings.keyFile.empty())
        throw CLI::ValidationError("--tls-cert", "and --tls-key go together");
    if (written.publicUrl.empty()) {
        if (!settings.hasTls())
            throw CLI::ValidationError("--public-url",
                "is missing: without --tls-cert this relay speaks plain http and must stand behind a TLS proxy; phones "
                "accept https only, so tell where they reach that proxy");
        return;
    }
    const auto origin = originOf(written.publicUrl);
    if (!origin)
        throw CLI::ValidationError(
            "--public-url", "wants https://HOST[:PORT]: lower case, ASCII, at most 64 characters, nothing behind it");
    settings.origin = *origin;
}

} // namespace

std::optional<std::string> originOf(std::string text)
{
    constexpr std::string_view scheme = "https://";
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    if (text.ends_with('/'))
        text.pop_back();
    if (text.ends_with(":443"))
        text.resize(text.size() - 4);
    const bool plainCharacters = std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return std::isalnum(c) || std::string_view("-._:/[]").find(static_cast<char>(c)) != std::string_view::npos;
    });
    if (!text.starts_with(scheme) || text.size() <= scheme.size() || text.size() > kLongestOrigin || !plainCharacters
        || text.find('/', scheme.size()) != std::string::npos)
        return {};
    return text;
}

ReadSettings readSettings(int argc, char** argv)
{
    CLI::App app {
        "A relay between desktops and phones that sign. It keeps encrypted messages for some minutes and can "
        "read none of them. docs/relay.md tells how to run it.",
        "bidseal-relay"
    };
    app.set_version_flag("--version", "bidseal-relay " BIDSEAL_VERSION);
    app.set_config("--config", "", "Read options from this file; those given here win")->type_name("FILE");
    app.allow_config_extras(false);
    app.get_formatter()->column_width(34);
    Settings settings;
    Written written;
    addPlaces(app, settings, written);
    addLimits(app, settings, written);
    try {
        app.parse(argc, argv);
        understandPlaces(settings, written);
        understandOrigin(settings, written);
        understandTimes(settings, written);
    } catch (const CLI::ParseError& error) {
        return { {}, app.exit(error) };
    }
    return { settings, 0 };
}

} // namespace bidseal::relay::service
