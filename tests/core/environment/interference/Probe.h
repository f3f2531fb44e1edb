#pragma once

#include <QJsonObject>
#include <QStringList>

#include <vector>

/// Checks in a process and a world of their own, which tests make as bad as they need it.
namespace bidseal::testing {

[[nodiscard]] QString probeProgram();

/// Runs a shell script as the root of namespaces for mounts and processes of its own; nothing in it touches this
/// computer, and nothing outlives it. The environment is almost empty.
class OwnWorld {
public:
    /// False where this machine allows no such namespaces.
    [[nodiscard]] static bool isPossible();

    OwnWorld();
    /// Lines of shell that come before the probe.
    OwnWorld& with(const QString& lines);
    /// A program of this name runs, called with these arguments; `pid_NAME` is its id (letters alone are kept of NAME).
    OwnWorld& running(const QString& name, const QStringList& arguments = {});
    /// The same as another user; nothing is run at all where this world has none.
    OwnWorld& runningAs(int userId, const QString& name);
    OwnWorld& file(const QString& path, const QByteArray& content);
    /// Measures these checks; each call one more time.
    OwnWorld& probe(const QStringList& idsAndOptions);
    /// One that is there already, and measures later.
    OwnWorld& startProbe(const QStringList& idsAndOptions);
    OwnWorld& finishProbe();

    /// What each probe() found. Empty, with a warning, where something went wrong.
    [[nodiscard]] std::vector<QJsonObject> run(const QStringList& environment = {});

private:
    void start(const QString& name, const QString& command);

    QString m_script;
};

[[nodiscard]] QString quoted(const QString& text);

} // namespace bidseal::testing
