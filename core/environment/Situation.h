#pragma once

#include "core/certificate/Certificate.h"

#include <QJsonObject>
#include <QSize>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <vector>

namespace bidseal::environment {

/// A server that signing may need, or that tells the time.
struct Server {
    enum class Role {
        Relay, ///< passes messages to the phone
        Timestamp, ///< RFC 3161
        Revocation, ///< OCSP or CRL
        Time, ///< asked for nothing but its Date
    };
    Role role = Role::Time;
    QUrl url; ///< https; for Timestamp and Revocation http too
    QString caFile {}; ///< PEM; empty: the system's authorities

    friend bool operator==(const Server&, const Server&) = default;
};

/// A folder that signed files will be written to, and how much.
struct OutputPlace {
    QString folder; ///< absolute
    qint64 documentBytes = 0; ///< of all documents that go there
};

/// The screen that the window stands on.
struct Screen {
    double scale = 1.0; ///< device pixels a pixel
    QSize pixels;
};

/// What a self-check is about: which files, which servers, which keys. Everything may be absent; a check that has
/// nothing to look at is "not applicable".
struct Situation {
    std::vector<OutputPlace> outputs;
    std::vector<Server> servers;
    QStringList modules; ///< drivers of UKeys, absolute; the installed ones, or the chosen one
    QString tokenHost; ///< see key::TokenHost; empty: beside this program
    /// Which certificates count: absent: those on the tokens that are plugged in. While signing none is given here, the
    /// flow itself looks at the one that signs.
    std::optional<std::vector<certificate::Certificate>> certificates;
    std::optional<Screen> screen; ///< absent where there is no window

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Situation fromJson(const QJsonObject& json);
};

[[nodiscard]] QJsonObject toJson(const Server& server);
/// Nothing where the role or the URL is none.
[[nodiscard]] std::optional<Server> serverFrom(const QJsonObject& json);

} // namespace bidseal::environment
