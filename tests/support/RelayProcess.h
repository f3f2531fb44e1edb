#pragma once

#include "tests/support/ForeignProcess.h"

#include <QStringList>
#include <QTemporaryDir>

namespace bidseal::test {

/// A real relay with real TLS on a port of its own, its certificate minted for 127.0.0.1, ::1 and localhost. Its
/// address limits are out of the way unless `arguments` sets them: all tests come from one address.
class RelayProcess {
public:
    enum class Tls { Own, None };
    struct Options {
        Tls tls = Tls::Own; ///< None: plain http behind an imagined proxy
        QString redis {}; ///< URL; empty: sessions live in the process
        QStringList arguments {}; ///< added at the end; what is given here wins
    };

    /// True where the program was built here.
    [[nodiscard]] static bool isBuilt();
    /// False (with a warning) where it does not come to listen. The first start chooses the port, later ones keep it.
    [[nodiscard]] bool start(const Options& options);
    [[nodiscard]] bool start();
    /// SIGTERM, as a service is stopped. Gives back the exit code; -1: it did not end by itself.
    int stop();
    /// SIGKILL: sessions of a relay without Redis are lost.
    void kill();
    /// On the same port, with the same options.
    [[nodiscard]] bool restart();

    [[nodiscard]] QString origin() const; ///< "https://127.0.0.1:43210": where it listens
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString caFile() const; ///< PEM: whom to trust for it
    [[nodiscard]] QString certificateFile() const;
    [[nodiscard]] QString keyFile() const;
    [[nodiscard]] qint64 processId() const;
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// What it has written to standard error so far.
    [[nodiscard]] QByteArray log() const;

private:
    [[nodiscard]] QString logFile() const;
    [[nodiscard]] bool mintCertificate();
    [[nodiscard]] QStringList commandLine() const;
    [[nodiscard]] bool waitUntilListening();

    QTemporaryDir m_folder;
    testing::ForeignProcess m_process;
    Options m_options;
    quint16 m_port = 0;
};

} // namespace bidseal::test
