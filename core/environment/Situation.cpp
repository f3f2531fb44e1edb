#include "core/environment/Situation.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

constexpr std::array kRoles {
    std::pair { Server::Role::Relay, "relay"_L1 },
    std::pair { Server::Role::Timestamp, "timestamp"_L1 },
    std::pair { Server::Role::Revocation, "revocation"_L1 },
    std::pair { Server::Role::Time, "time"_L1 },
};

QString wordFor(Server::Role role)
{
    for (const auto& [known, word] : kRoles)
        if (known == role)
            return word;
    Q_UNREACHABLE();
}

std::optional<Server::Role> roleFrom(const QString& word)
{
    for (const auto& [role, known] : kRoles)
        if (known == word)
            return role;
    return {};
}

QJsonArray arrayOf(const std::vector<OutputPlace>& outputs)
{
    QJsonArray array;
    for (const auto& output : outputs)
        array.append(QJsonObject { { u"folder"_s, output.folder }, { u"documentBytes"_s, output.documentBytes } });
    return array;
}

QJsonArray arrayOf(const std::vector<certificate::Certificate>& certificates)
{
    QJsonArray array;
    for (const auto& certificate : certificates)
        array.append(QString::fromLatin1(certificate.der().toBase64()));
    return array;
}

std::vector<certificate::Certificate> certificatesFrom(const QJsonArray& array)
{
    std::vector<certificate::Certificate> certificates;
    for (const auto& base64 : array) {
        if (auto read = certificate::Certificate::fromDer(QByteArray::fromBase64(base64.toString().toLatin1())))
            certificates.push_back(std::move(*read));
    }
    return certificates;
}

} // namespace

QJsonObject toJson(const Server& server)
{
    QJsonObject json { { u"role"_s, wordFor(server.role) }, { u"url"_s, server.url.toString(QUrl::FullyEncoded) } };
    if (!server.caFile.isEmpty())
        json[u"ca"_s] = server.caFile;
    return json;
}

std::optional<Server> serverFrom(const QJsonObject& json)
{
    const auto role = roleFrom(json[u"role"_s].toString());
    const QUrl url(json[u"url"_s].toString(), QUrl::StrictMode);
    if (!role || !url.isValid() || url.host().isEmpty() || (url.scheme() != u"https"_s && url.scheme() != u"http"_s))
        return {};
    return Server { *role, url, json[u"ca"_s].toString() };
}

QJsonObject Situation::toJson() const
{
    QJsonArray serverArray;
    for (const auto& server : servers)
        serverArray.append(environment::toJson(server));
    QJsonObject json {
        { u"outputs"_s, arrayOf(outputs) },
        { u"servers"_s, serverArray },
        { u"modules"_s, QJsonArray::fromStringList(modules) },
        { u"tokenHost"_s, tokenHost },
    };
    if (certificates)
        json[u"certificates"_s] = arrayOf(*certificates);
    if (screen)
        json[u"screen"_s] = QJsonObject { { u"scale"_s, screen->scale }, { u"width"_s, screen->pixels.width() },
            { u"height"_s, screen->pixels.height() } };
    return json;
}

Situation Situation::fromJson(const QJsonObject& json)
{
    Situation situation;
    for (const auto& output : json[u"outputs"_s].toArray())
        situation.outputs.push_back({ output[u"folder"_s].toString(), output[u"documentBytes"_s].toInteger() });
    for (const auto& server : json[u"servers"_s].toArray()) {
        if (auto read = serverFrom(server.toObject()))
            situation.servers.push_back(std::move(*read));
    }
    for (const auto& module : json[u"modules"_s].toArray())
        situation.modules.append(module.toString());
    situation.tokenHost = json[u"tokenHost"_s].toString();
    if (json.contains(u"certificates"_s))
        situation.certificates = certificatesFrom(json[u"certificates"_s].toArray());
    if (const auto screen = json[u"screen"_s].toObject(); !screen.isEmpty())
        situation.screen
            = { screen[u"scale"_s].toDouble(1.0), QSize(screen[u"width"_s].toInt(), screen[u"height"_s].toInt()) };
    return situation;
}

} // namespace bidseal::environment
