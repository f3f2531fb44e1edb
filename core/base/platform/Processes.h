#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// Everything in which the platforms differ about the programs that run. Other people's are nobody's concern here.
namespace bidseal::platform {

struct RunningProcess {
    enum class Owner { ThisUser, System };
    qint64 id = 0;
    QString name; ///< as the system lists it. Linux: at most 15 bytes, and of a script the script's
    QString program; ///< the program's file name; empty where it may not be known
    Owner owner = Owner::ThisUser;
};

/// This user's processes and the system's own. Nothing where the system does not list them.
[[nodiscard]] std::optional<std::vector<RunningProcess>> runningProcesses();

/// What a process of this user was called with. May hold secrets: to be looked through, never to be kept.
[[nodiscard]] QStringList argumentsOf(qint64 processId);

/// Whether a process can be reached over TCP, or is.
enum class Reach { Unknown, NoSockets, Listening, Connected };
[[nodiscard]] Reach reachOf(qint64 processId);

} // namespace bidseal::platform
