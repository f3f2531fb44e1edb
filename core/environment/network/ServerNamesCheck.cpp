#include "core/environment/network/ServerNamesCheck.h"

#include "core/base/platform/SystemSettings.h"
#include "core/environment/https/SystemProxy.h"
#include "core/environment/network/HostsFile.h"
#include "core/environment/network/ServerWords.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QHostInfo>
#include <QJsonArray>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using std::chrono::milliseconds;

class Words {
    Q_DECLARE_TR_FUNCTIONS(NetworkChecks)
};

constexpr milliseconds kPatience { 4'000 };
constexpr qint64 kLargestHostsFile = 16 * qint64 { 1024 } * 1024; ///< bytes; lists against advertisements are a few

/// Looks names up side by side; what is not there in time stays absent.
class Lookups {
public:
    void start(const QString& host)
    {
        ++m_pending;
        QHostInfo::lookupHost(host, &m_loop, [this, host](const QHostInfo& info) {
            m_found.insert(host, info);
            if (--m_pending == 0)
                m_loop.quit();
        });
    }

    void wait(const std::stop_token& stop)
    {
        QTimer::singleShot(kPatience, &m_loop, &QEventLoop::quit);
        const std::stop_callback wake(
            stop, [this] { QMetaObject::invokeMethod(&m_loop, &QEventLoop::quit, Qt::QueuedConnection); });
        if (m_pending > 0 && !stop.stop_requested())
            m_loop.exec();
    }

    [[nodiscard]] std::optional<QHostInfo> found(const QString& host) const
    {
        const auto at = m_found.find(host);
        return at == m_found.end() ? std::nullopt : std::optional(*at);
    }

private:
    QEventLoop m_loop;
    QHash<QString, QHostInfo> m_found;
    int m_pending = 0;
};

/// Without a file, nothing is overridden.
struct HostsContent {
    bool isReadable = true;
    QByteArray text;
};

HostsContent readHostsFile()
{
    QFile file(platform::hostsFile());
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return { false, {} };
    return { true, file.read(kLargestHostsFile) };
}

bool isAddressOrThisComputer(const QString& host)
{
    return !QHostAddress(host).isNull() || host == "localhost"_L1 || host.endsWith(".localhost"_L1);
}

Finding nothingToLookUp()
{
    return notApplicable("no-name",
        Words::tr("{role} {server}: the address is a number or this computer; there is no name to look up."));
}

Finding lookedUpByProxy()
{
    return notApplicable(
        "by-proxy", Words::tr("{role} {server}: reached through a proxy, which looks the name up itself."));
}

Finding overridden(const QStringList& addresses)
{
    return warning("hosts-entry",
        Words::tr("{role} {server}: the file {file} sends this name to {addresses}, whatever the name servers say."))
        .means(
            Words::tr("Programs on this computer go to that address. Such entries are left over from tests, or made by "
                      "harmful programs to lead people to a false server."))
        .todo(Words::tr("Ask whoever looks after this computer whether that entry is wanted; if not, have the line "
                        "removed from {file}."))
        .with({ u"file"_s, QDir::toNativeSeparators(platform::hostsFile()) })
        .with({ u"addresses"_s, QJsonArray::fromStringList(addresses), Privacy::Personal });
}

Finding hostsFileUnreadable()
{
    return couldNotTell("hosts-unreadable", Words::tr("{role} {server}: the file {file} cannot be read."))
        .means(Words::tr("Whether it sends this name elsewhere is not known."))
        .todo(Words::tr("Ask whoever looks after this computer why {file} cannot be read."))
        .with({ u"file"_s, QDir::toNativeSeparators(platform::hostsFile()) });
}

Finding noAnswerInTime()
{
    return failed("no-name-service", Words::tr("{role} {server}: the name servers of this network do not answer."))
        .means(Words::tr("Without them this computer finds no server by its name: signing with a phone, timestamps and "
                         "revocation checks do not work."))
        .todo(Words::tr("Check that the network cable or Wi-Fi is connected and other web pages open. If they do, have "
                        "the DNS servers in the network settings checked."));
}

Finding unknownName()
{
    return failed("unknown-name", Words::tr("{role} {server}: no such name is known in this network."))
        .means(Words::tr("What needs this server does not work: either its address was mistyped, or this network knows "
                         "only its own names."))
        .todo(Words::tr("Compare the address in the settings with the one you were given. If it is right, ask whoever "
                        "looks after the network to make the name known."));
}

Finding resolved(const QHostInfo& info)
{
    QJsonArray addresses;
    for (const auto& address : info.addresses())
        addresses.append(address.toString());
    return passed(
        "resolved", Words::tr("{role} {server}: the name is found, and nothing on this computer redirects it."))
        .with({ u"addresses"_s, addresses, Privacy::Personal });
}

Finding foundNameOf(const std::optional<QHostInfo>& info)
{
    if (!info)
        return noAnswerInTime();
    switch (info->error()) {
    case QHostInfo::NoError:
        return resolved(*info);
    case QHostInfo::HostNotFound:
        return unknownName();
    case QHostInfo::UnknownError:
        break; // "temporary failure in name resolution"
    }
    return noAnswerInTime();
}

/// Each name once.
std::vector<Server> namesAmong(const std::vector<Server>& servers)
{
    std::vector<Server> distinct;
    for (const auto& server : servers) {
        if (std::none_of(distinct.begin(), distinct.end(),
                [&server](const Server& known) { return known.url.host() == server.url.host(); }))
            distinct.push_back(server);
    }
    return distinct;
}

Finding aboutName(Finding finding, const Server& server)
{
    return aboutServer(std::move(finding), { server.role, QUrl(u"https://"_s + server.url.host()), {} });
}

} // namespace

CheckTraits ServerNamesCheck::traits() const
{
    return { .id = "server-names",
        .group = Group::Network,
        .cost = Cost::Slow,
        .isolation = Isolation::OwnProcess,
        .limit = milliseconds(8'000) };
}

QString ServerNamesCheck::title() const { return Words::tr("Names of the servers"); }

Finding ServerNamesCheck::measure(const Situation& situation, const Policy&, const std::stop_token& stop)
{
    const auto servers = namesAmong(situation.servers);
    if (servers.empty())
        return notApplicable("no-server", Words::tr("No server is set up, so there is no name to look up."));
    const auto hosts = readHostsFile();
    std::vector<std::optional<Finding>> early; // what is clear without asking
    Lookups lookups;
    for (const auto& server : servers) {
        const auto host = server.url.host();
        const auto redirected = addressesInHostsFile(hosts.text, host);
        if (isAddressOrThisComputer(host))
            early.emplace_back(nothingToLookUp());
        else if (isProxied(systemProxyFor(server.url)))
            early.emplace_back(lookedUpByProxy());
        else if (!redirected.isEmpty())
            early.emplace_back(overridden(redirected));
        else if (!hosts.isReadable)
            early.emplace_back(hostsFileUnreadable());
        else
            early.emplace_back();
        if (!early.back())
            lookups.start(host);
    }
    lookups.wait(stop);

    std::vector<Finding> parts;
    for (std::size_t i = 0; i < servers.size(); ++i)
        parts.push_back(
            aboutName(early[i] ? std::move(*early[i]) : foundNameOf(lookups.found(servers[i].url.host())), servers[i]));
    return worstOf(std::move(parts));
}

} // namespace bidseal::environment
