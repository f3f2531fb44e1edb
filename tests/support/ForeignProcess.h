#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>

namespace bidseal::testing {

/// A program that neither is under test nor is a Windows program where the tests are: a judge, an authority, a server.
/// Where the tests run under Wine it runs outside, and what looks like a path in its arguments is translated. It has
/// ended when this object has. To be used on the thread that made it.
class ForeignProcess {
public:
    enum class Errors { Apart, WithOutput };

    ForeignProcess();
    ~ForeignProcess();
    ForeignProcess(const ForeignProcess&) = delete;
    ForeignProcess& operator=(const ForeignProcess&) = delete;

    void setFolder(const QString& folder) { m_folder = folder; }
    void setVariable(const QString& name, const QString& value) { m_variables.insert(name, value); }
    void setErrors(Errors errors) { m_errors = errors; }
    /// Standard error is appended to `file`, for programs that live long: a pipe that nobody reads would stop them.
    void setErrorFile(const QString& file) { m_errorFile = file; }
    /// Standard input is `input`, and then its end: whoever asks a question gets no answer.
    void start(const QString& program, const QStringList& arguments, const QByteArray& input = {});

    // All times in milliseconds; false: it did not happen in that time.
    [[nodiscard]] bool waitForStarted(int patience);
    [[nodiscard]] bool waitForOutput(int patience);
    bool waitForEnd(int patience);
    [[nodiscard]] bool isRunning() const;

    /// What has come since the last call.
    [[nodiscard]] QByteArray takeOutput();
    [[nodiscard]] QByteArray takeErrors();
    /// Empty: it has not started, not ended, or not by itself.
    [[nodiscard]] std::optional<int> exitCode() const;
    [[nodiscard]] qint64 processId() const;

    void terminate(); ///< SIGTERM
    void kill(); ///< SIGKILL, and waits
    void suspend(); ///< SIGSTOP
    void resume(); ///< SIGCONT

    [[nodiscard]] static bool isInstalled(const QString& program);
    /// The name under which foreign programs know a file or folder.
    [[nodiscard]] static QString pathFor(const QString& path);

private:
    class Process;

    std::unique_ptr<Process> m_process;
    QString m_folder, m_errorFile;
    QHash<QString, QString> m_variables;
    Errors m_errors = Errors::Apart;
};

} // namespace bidseal::testing
