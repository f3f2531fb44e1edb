#include "core/base/platform/ChildProcess.h"

#include <QFile>
#include <QList>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// How long a request to stop may go unnoticed.
constexpr milliseconds kSlice { 25 };

QString lastSystemError() { return QString::fromLocal8Bit(std::strerror(errno)); }

/// A file descriptor with an owner.
class Descriptor {
public:
    explicit Descriptor(int fd = -1)
        : m_fd(fd)
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(Descriptor&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    int get() const { return m_fd; }

private:
    int m_fd;
};

/// What the child starts with: the pipe as standard input, our standard error as both its outputs, no other descriptor,
/// no blocked signal.
class SpawnSettings {
public:
    explicit SpawnSettings(int pipeEnd)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_adddup2(&m_actions, pipeEnd, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&m_actions, STDERR_FILENO, STDOUT_FILENO);
#ifdef __GLIBC__
        posix_spawn_file_actions_addclosefrom_np(&m_actions, STDERR_FILENO + 1);
#endif
        sigset_t none;
        sigemptyset(&none);
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        posix_spawnattr_init(&m_attributes);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setsigdefault(&m_attributes, &pipe);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnSettings()
    {
        posix_spawnattr_destroy(&m_attributes);
        posix_spawn_file_actions_destroy(&m_actions);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    const posix_spawn_file_actions_t* actions() const { return &m_actions; }
    const posix_spawnattr_t* attributes() const { return &m_attributes; }

private:
    posix_spawn_file_actions_t m_actions {};
    posix_spawnattr_t m_attributes {};
};

class PosixChildProcess : public ChildProcess {
public:
    PosixChildProcess(pid_t pid, Descriptor pipe)
        : m_pid(pid)
        , m_pipe(std::move(pipe))
    {
    }
    ~PosixChildProcess() override { reap(); }

    Status write(std::span<const std::byte> bytes, Deadline deadline, std::stop_token stop) override
    {
        while (!bytes.empty()) {
            if (const auto ready = waitFor(POLLOUT, deadline, stop); !ready)
                return ready;
            const auto count = ::send(m_pipe.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (count > 0)
                bytes = bytes.subspan(static_cast<std::size_t>(count));
            else if (errno != EAGAIN && errno != EINTR)
                return gone();
        }
        return {};
    }

    Status read(std::span<std::byte> buffer, Deadline deadline, std::stop_token stop) override
    {
        while (!buffer.empty()) {
            if (const auto ready = waitFor(POLLIN, deadline, stop); !ready)
                return ready;
            const auto count = ::recv(m_pipe.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
            if (count > 0)
                buffer = buffer.subspan(static_cast<std::size_t>(count));
            else if (count == 0 || (errno != EAGAIN && errno != EINTR))
                return gone();
        }
        return {};
    }

    void kill() override { reap(); }

    bool isRunning() override
    {
        if (m_pid > 0 && ::waitpid(m_pid, &m_exit, WNOHANG) == m_pid)
            m_pid = -1;
        return m_pid > 0;
    }

    qint64 processId() const override { return m_pid; }

private:
    Status waitFor(short events, Deadline deadline, const std::stop_token& stop)
    {
        for (;;) {
            if (stop.stop_requested())
                return failure(ErrorCode::Cancelled);
            const auto left = std::chrono::duration_cast<milliseconds>(deadline - steady_clock::now());
            if (left <= milliseconds::zero())
                return failure(ErrorCode::DriverNotResponding, u"no answer before the deadline"_s);
            pollfd entry { m_pipe.get(), events, 0 };
            const auto count = ::poll(&entry, 1, static_cast<int>(std::min(left, kSlice).count()));
            if (count > 0)
                return {};
            if (count < 0 && errno != EINTR)
                return failure(ErrorCode::InternalFault, u"poll: "_s + lastSystemError());
        }
    }

    tl::unexpected<Error> gone()
    {
        reap();
        const auto how
            = WIFSIGNALED(m_exit) ? u"signal %1"_s.arg(WTERMSIG(m_exit)) : u"exit code %1"_s.arg(WEXITSTATUS(m_exit));
        return failure(ErrorCode::DriverCrashed, u"the process of the driver ended: "_s + how);
    }

    /// Ends the child and takes its exit status, so that no zombie stays.
    void reap()
    {
        if (!isRunning())
            return;
        ::kill(m_pid, SIGKILL);
        while (::waitpid(m_pid, &m_exit, 0) < 0 && errno == EINTR) { }
        m_pid = -1;
    }

    pid_t m_pid;
    int m_exit = 0;
    Descriptor m_pipe;
};

class PosixInheritedPipe : public InheritedPipe {
public:
    explicit PosixInheritedPipe(Descriptor pipe)
        : m_pipe(std::move(pipe))
    {
        // PR_SET_PDEATHSIG would follow the parent's *thread* that started us, and those of a pool come and go.
        std::thread([fd = m_pipe.get()] { endWithParent(fd); }).detach();
    }

    bool read(std::span<std::byte> buffer) override
    {
        while (!buffer.empty()) {
            const auto count = ::recv(m_pipe.get(), buffer.data(), buffer.size(), 0);
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                return false;
            buffer = buffer.subspan(static_cast<std::size_t>(count));
        }
        return true;
    }

    bool write(std::span<const std::byte> bytes) override
    {
        while (!bytes.empty()) {
            const auto count = ::send(m_pipe.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                return false;
            bytes = bytes.subspan(static_cast<std::size_t>(count));
        }
        return true;
    }

private:
    static void endWithParent(int fd)
    {
        pollfd entry { fd, 0, 0 };
        while ((entry.revents & (POLLHUP | POLLERR | POLLNVAL)) == 0)
            ::poll(&entry, 1, -1);
        ::_exit(0);
    }

    Descriptor m_pipe;
};

bool isOurPipe(int fd)
{
    sockaddr_storage address {};
    socklen_t size = sizeof address;
    return ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0 && address.ss_family == AF_UNIX;
}

} // namespace

Result<std::unique_ptr<ChildProcess>> ChildProcess::start(const QString& program, const QStringList& arguments)
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return failure(ErrorCode::InternalFault, u"socketpair: "_s + lastSystemError());
    Descriptor ours(ends[0]);
    const Descriptor theirs(ends[1]);

    QList<QByteArray> words { QFile::encodeName(program) };
    for (const auto& argument : arguments)
        words.append(QFile::encodeName(argument));
    std::vector<char*> argv;
    for (auto& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    const SpawnSettings settings(theirs.get());
    pid_t pid = -1;
    const auto code = ::posix_spawn(&pid, argv[0], settings.actions(), settings.attributes(), argv.data(), environ);
    if (code != 0)
        return failure(ErrorCode::TokenHostMissing, program + u": "_s + QString::fromLocal8Bit(std::strerror(code)));
    return std::make_unique<PosixChildProcess>(pid, std::move(ours));
}

Result<std::unique_ptr<InheritedPipe>> InheritedPipe::open()
{
    if (!isOurPipe(STDIN_FILENO))
        return failure(ErrorCode::UsageWrong, u"this program is started by BidSeal itself"_s);
    Descriptor pipe(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
    const Descriptor null(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    if (pipe.get() < 0 || null.get() < 0 || ::dup2(null.get(), STDIN_FILENO) < 0)
        return failure(ErrorCode::InternalFault, lastSystemError());
    return std::make_unique<PosixInheritedPipe>(std::move(pipe));
}

} // namespace bidseal::platform
