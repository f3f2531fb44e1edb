#pragma once

#include "core/base/Result.h"

#include <QStringList>

#include <chrono>
#include <memory>
#include <span>
#include <stop_token>

namespace bidseal::platform {

/// A child process with a private two-way pipe to it, unlike QProcess without buffers of its own in which a PIN could
/// stay behind. The pipe is the child's standard input until InheritedPipe takes it away from there; nothing else of
/// ours is inherited. What the child prints goes to our standard error, so that a talkative driver disturbs nobody's
/// output.
class ChildProcess {
public:
    using Deadline = std::chrono::steady_clock::time_point;

    /// Errors: TokenHostMissing.
    [[nodiscard]] static Result<std::unique_ptr<ChildProcess>> start(
        const QString& program, const QStringList& arguments);
    /// Kills the child if it still runs.
    virtual ~ChildProcess() = default;

    /// All of `bytes`, or an error: DriverCrashed (the child is gone), DriverNotResponding, Cancelled.
    [[nodiscard]] virtual Status write(std::span<const std::byte> bytes, Deadline deadline, std::stop_token stop) = 0;
    /// Exactly as many bytes as `buffer` holds, or the errors of write().
    [[nodiscard]] virtual Status read(std::span<std::byte> buffer, Deadline deadline, std::stop_token stop) = 0;
    /// At once and without asking; harmless when it has ended already.
    virtual void kill() = 0;
    [[nodiscard]] virtual bool isRunning() = 0;
    [[nodiscard]] virtual qint64 processId() const = 0;
};

/// The child's end of the pipe that ChildProcess::start made. Blocking; false at the end of the parent. From open() on
/// this process ends with its parent, even while a driver's call hangs.
class InheritedPipe {
public:
    /// Errors: UsageWrong where this process was not started by ChildProcess::start.
    [[nodiscard]] static Result<std::unique_ptr<InheritedPipe>> open();
    virtual ~InheritedPipe() = default;
    [[nodiscard]] virtual bool read(std::span<std::byte> buffer) = 0;
    [[nodiscard]] virtual bool write(std::span<const std::byte> bytes) = 0;
};

} // namespace bidseal::platform
