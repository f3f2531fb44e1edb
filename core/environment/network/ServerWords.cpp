#include "core/environment/network/ServerWords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(NetworkChecks)
};

QString shownRole(Server::Role role)
{
    switch (role) {
    case Server::Role::Relay:
        return Words::tr("Relay");
    case Server::Role::Timestamp:
        return Words::tr("Timestamp server");
    case Server::Role::Revocation:
        return Words::tr("Revocation server");
    case Server::Role::Time:
        return Words::tr("Time server");
    }
    Q_UNREACHABLE();
}

/// As in a policy file.
QString wordFor(Server::Role role)
{
    return toJson(Server { role, QUrl(u"https://localhost"_s) })[u"role"_s].toString();
}

} // namespace

Finding aboutServer(Finding finding, const Server& server)
{
    const auto port = server.url.port() < 0 ? QString() : u":%1"_s.arg(server.url.port());
    return std::move(finding)
        .with({ u"role"_s, wordFor(server.role), Privacy::Public, shownRole(server.role) })
        .with({ u"server"_s, QString(server.url.host() + port), Privacy::Personal });
}

std::vector<Server> withoutRepetition(const std::vector<Server>& servers)
{
    std::vector<Server> distinct;
    for (const auto& server : servers) {
        if (std::none_of(distinct.begin(), distinct.end(),
                [&server](const Server& known) { return known.url == server.url && known.caFile == server.caFile; }))
            distinct.push_back(server);
    }
    return distinct;
}

} // namespace bidseal::environment
