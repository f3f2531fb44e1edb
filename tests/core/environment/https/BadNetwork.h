#pragma once

#include "core/environment/Situation.h"

#include <QStringList>

#include <optional>

namespace bidseal::test {

/// What the checks of a bidseal-environment-probe found somewhere else than in this process.
struct ProbeRun {
    QJsonObject report; ///< empty: it did not run to its end
    QString output;

    /// Of the check with this id.
    [[nodiscard]] QJsonObject result(const QString& id) const;
    [[nodiscard]] QString outcome(const QString& id) const { return result(id)[QStringLiteral("result")].toString(); }
    [[nodiscard]] QString code(const QString& id) const { return result(id)[QStringLiteral("code")].toString(); }
};

/// Nothing but servers.
[[nodiscard]] environment::Situation situationWith(const std::vector<environment::Server>& servers);

/// Runs the checks in a process of its own. `through` stands in front of the command; `variables` are "NAME=value".
[[nodiscard]] ProbeRun probe(const QStringList& checks, const std::vector<environment::Server>& servers,
    const QStringList& through = {}, const QStringList& variables = {});

/// The same for the newest version, asked for there.
[[nodiscard]] ProbeRun probeNewestVersion(const QUrl& source);

/// Commands that put a program into another world; nothing where this computer does not allow that.

/// One in which /etc/hosts has this content.
[[nodiscard]] std::optional<QStringList> withHostsFile(const QString& file);
/// One whose only network takes every packet and answers none, to name servers too.
[[nodiscard]] std::optional<QStringList> inASilentNetwork();
/// One without any network.
[[nodiscard]] std::optional<QStringList> withoutNetwork();

} // namespace bidseal::test
