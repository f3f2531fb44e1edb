#pragma once

#include "tests/support/ForeignProcess.h"

#include <QTemporaryDir>

namespace bidseal::test {

/// A Redis of its own: a free port and a UNIX socket, a password, its data in a temporary folder. What it has answered
/// is on the disk, so that a restart keeps it.
class RedisProcess {
public:
    [[nodiscard]] static bool isInstalled();
    /// False (with a warning) where it does not come to answer. The first start chooses the port, later ones keep it.
    [[nodiscard]] bool start();
    void stop(); ///< writes its data and ends
    [[nodiscard]] bool restart();
    void suspend(); ///< it holds its connections and answers nothing
    void resume();

    [[nodiscard]] QString url() const; ///< "redis://:…@127.0.0.1:43210"
    [[nodiscard]] QString socketUrl() const; ///< "unix://:…@/…/redis.sock"
    /// What redis-cli says to a command, trimmed.
    [[nodiscard]] QByteArray say(const QStringList& command) const;

private:
    [[nodiscard]] QString socketFile() const;

    QTemporaryDir m_folder;
    testing::ForeignProcess m_process;
    quint16 m_port = 0;
};

} // namespace bidseal::test
