#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace bidseal::environment {

/// What is known about this computer's clients of clouds.
struct CloudClients {
    struct Folder {
        QString path; ///< absolute
        QString service; ///< "OneDrive"; empty where only the system knows
    };
    std::vector<Folder> folders;

    /// From the environment, the clients' own settings, and the system's register.
    [[nodiscard]] static CloudClients ofThisComputer();
};

/// The service that copies what lies in `folder` to a cloud: by the clients' settings, by files that they leave in
/// their folders, or by the names that they give them. Nothing where it looks like none.
[[nodiscard]] std::optional<QString> cloudOf(const QString& folder, const CloudClients& clients);

} // namespace bidseal::environment
