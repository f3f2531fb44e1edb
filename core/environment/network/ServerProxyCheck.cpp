#include "core/environment/network/ServerProxyCheck.h"

#include "core/base/platform/SystemSettings.h"
#include "core/environment/https/ServerExchange.h"
#include "core/environment/https/SystemProxy.h"
#include "core/environment/network/ServerWords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using std::chrono::milliseconds;

class Words {
    Q_DECLARE_TR_FUNCTIONS(NetworkChecks)
};

constexpr milliseconds kPatience { 4'500 };

/// A server that the system reaches through a proxy.
struct Proxied {
    Server server;
    QNetworkProxy proxy;
};

ServerQuestion questionFor(const Server& server, ServerQuestion::Way way)
{
    ServerQuestion question { .url = server.url, .caFile = {}, .verb = ServerQuestion::Verb::Get, .way = way };
    question.until
        = server.url.scheme() == "https"_L1 ? ServerQuestion::Until::Connected : ServerQuestion::Until::Headers;
    return question;
}

/// What the proxy says to this is no matter, only whether it takes a connection.
ServerQuestion questionForProxyItself(const QNetworkProxy& proxy)
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(proxy.hostName());
    url.setPort(proxy.port());
    ServerQuestion question { .url = url };
    question.way = ServerQuestion::Way::WithoutProxy;
    question.until = ServerQuestion::Until::Connected;
    return question;
}

bool takesConnections(const ServerAnswer& proxyItself) { return proxyItself.askedAt.isValid(); }

/// Whatever the server itself says or shows: the way there works.
bool isReached(ServerProblem problem)
{
    switch (problem) {
    case ServerProblem::None:
    case ServerProblem::NoTls:
    case ServerProblem::CertificateRefused:
    case ServerProblem::NotHttp:
    case ServerProblem::TooLarge:
    case ServerProblem::AuthoritiesMissing:
        return true;
    case ServerProblem::NameUnknown:
    case ServerProblem::Unreachable:
    case ServerProblem::Cut:
    case ServerProblem::Silent:
    case ServerProblem::ProxyLeadsNowhere:
    case ServerProblem::ProxyWantsPassword:
        return false;
    }
    Q_UNREACHABLE();
}

QString shownKind(const QNetworkProxy& proxy)
{
    return proxy.type() == QNetworkProxy::Socks5Proxy ? u"SOCKS 5"_s : u"HTTP"_s;
}

Finding correctingProxy(Finding finding)
{
    const auto text
        = Words::tr("Start the program or VPN that the proxy belongs to, or switch the proxy off in the system's "
                    "network settings. Then run this check again.");
    const auto link = platform::proxySettings();
    return link.isEmpty() ? std::move(finding).todo(text) : std::move(finding).todoAt(text, link);
}

Finding throughBoth()
{
    return passed("both-ways", Words::tr("{role} {server}: reached through the proxy {proxy}, and without it too."));
}

/// Usual in companies: nothing to warn of.
Finding onlyThroughProxy()
{
    return passed("only-by-proxy",
        Words::tr(
            "{role} {server}: reached through the proxy {proxy} only. Without it there is no way to this server."));
}

Finding onlyWithoutProxy(ServerProblem problem)
{
    if (problem == ServerProblem::ProxyWantsPassword)
        return warning("proxy-wants-password",
            Words::tr("{role} {server}: the proxy {proxy} asks for a user name and password. Without it the server is "
                      "reached."))
            .means(Words::tr("BidSeal goes the way that the system's settings say, and does not get through."))
            .todo(Words::tr("Ask whoever looks after the network to let BidSeal through without a password, or to take "
                            "{server} out of what goes through the proxy."));
    return correctingProxy(
        warning("proxy-dead",
            Words::tr(
                "{role} {server}: not reached through the proxy {proxy} that the system is set to. Without it the "
                "server is reached."))
            .means(
                Words::tr("BidSeal goes the way that the system's settings say, and does not get through: signing with "
                          "a phone, timestamps and revocation checks fail. A proxy is often left over from a VPN or a "
                          "debugging program that does not run any more.")));
}

Finding neitherWay(ServerProblem problem, const ServerAnswer& proxyItself)
{
    if (!takesConnections(proxyItself))
        return correctingProxy(
            failed("proxy-and-server-unreachable",
                Words::tr(
                    "{role} {server}: the proxy {proxy} does not answer, and without it the server is not reached "
                    "either."))
                .means(Words::tr("Either this computer has no connection, or it is not in the network that the proxy "
                                 "belongs to. What needs this server does not work.")));
    if (problem == ServerProblem::ProxyWantsPassword)
        return failed("proxy-password-needed",
            Words::tr(
                "{role} {server}: the proxy {proxy} asks for a user name and password, and without it the server is "
                "not reached."))
            .means(Words::tr("What needs this server does not work."))
            .todo(Words::tr("Ask whoever looks after the network to let BidSeal through without a password."));
    return couldNotTell(
        "not-reached", Words::tr("{role} {server}: reached neither through the proxy {proxy} nor without it."))
        .means(Words::tr("Whether the proxy works cannot be said from that."))
        .todo(
            Words::tr("Check that the network cable or Wi-Fi is connected and other web pages open, and run this check "
                      "again."));
}

struct ThreeAnswers {
    const ServerAnswer &through, &direct, &proxyItself;
};

Finding findingOf(const Proxied& proxied, const ThreeAnswers& answers)
{
    const auto& [through, direct, proxyItself] = answers;
    const auto& proxy = proxied.proxy;
    const auto compare = [&answers] {
        const auto problem = answers.through.problem;
        const bool isReachedDirectly = isReached(answers.direct.problem);
        if (isReached(problem))
            return isReachedDirectly ? throughBoth() : onlyThroughProxy();
        return isReachedDirectly ? onlyWithoutProxy(problem) : neitherWay(problem, answers.proxyItself);
    };
    return aboutServer(compare(), proxied.server)
        .with({ u"proxy"_s, u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port()), Privacy::Personal })
        .with({ u"proxyKind"_s, shownKind(proxy) })
        .with({ u"proxyTakesConnections"_s, takesConnections(proxyItself) })
        .with({ u"throughProxy"_s, wordFor(through.problem) })
        .with({ u"withoutProxy"_s, wordFor(direct.problem) });
}

std::vector<Proxied> proxiedAmong(const std::vector<Server>& servers)
{
    std::vector<Proxied> proxied;
    for (const auto& server : withoutRepetition(servers)) {
        const auto proxy = systemProxyFor(server.url);
        if (isProxied(proxy))
            proxied.push_back({ server, proxy });
    }
    return proxied;
}

} // namespace

CheckTraits ServerProxyCheck::traits() const
{
    return { .id = "server-proxy",
        .group = Group::Network,
        .cost = Cost::Slow,
        .isolation = Isolation::OwnProcess,
        .limit = milliseconds(8'000) };
}

QString ServerProxyCheck::title() const { return Words::tr("Proxy"); }

Finding ServerProxyCheck::measure(const Situation& situation, const Policy&, const std::stop_token& stop)
{
    if (situation.servers.empty())
        return notApplicable("no-server", Words::tr("No server is set up, so no proxy could be in the way."));
    const auto proxied = proxiedAmong(situation.servers);
    if (proxied.empty())
        return notApplicable(
            "no-proxy", Words::tr("No proxy is set for these servers: programs on this computer go there directly."));

    std::vector<ServerQuestion> questions;
    for (const auto& [server, proxy] : proxied) {
        questions.push_back(questionFor(server, ServerQuestion::Way::AsTheSystemDoes));
        questions.push_back(questionFor(server, ServerQuestion::Way::WithoutProxy));
        questions.push_back(questionForProxyItself(proxy));
    }
    const auto answers = askSideBySide(questions, kPatience, stop);
    std::vector<Finding> parts;
    for (std::size_t i = 0; i < proxied.size(); ++i)
        parts.push_back(findingOf(proxied[i], { answers[3 * i], answers[3 * i + 1], answers[3 * i + 2] }));
    return worstOf(std::move(parts));
}

} // namespace bidseal::environment
