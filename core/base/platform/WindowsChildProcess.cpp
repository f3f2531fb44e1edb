#include "core/base/platform/ChildProcess.h"

#include <QRandomGenerator>

#include <array>

#include <fcntl.h>
#include <io.h>
#include <windows.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// How long a request to stop may go unnoticed.
constexpr milliseconds kSlice { 25 };
constexpr DWORD kPipeBuffer = 64 * 1024;

QString lastSystemError() { return u"Windows error %1"_s.arg(GetLastError()); }

const wchar_t* wide(const QString& text) { return reinterpret_cast<const wchar_t*>(text.utf16()); }

/// A kernel handle with an owner.
class Handle {
public:
    explicit Handle(HANDLE handle = nullptr)
        : m_handle(handle == INVALID_HANDLE_VALUE ? nullptr : handle)
    {
    }
    ~Handle()
    {
        if (m_handle)
            CloseHandle(m_handle);
    }
    Handle(Handle&& other) noexcept
        : m_handle(std::exchange(other.m_handle, nullptr))
    {
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    Handle& operator=(Handle&&) = delete;
    HANDLE get() const { return m_handle; }
    explicit operator bool() const { return m_handle != nullptr; }

private:
    HANDLE m_handle;
};

/// Quoted so that the C runtime's rules give the argument back: backslashes count only before a quotation mark.
QString quoted(const QString& argument)
{
    auto text = u"\""_s;
    qsizetype backslashes = 0;
    for (const auto character : argument) {
        if (character == u'"')
            text += QString(backslashes + 1, u'\\');
        backslashes = character == u'\\' ? backslashes + 1 : 0;
        text += character;
    }
    return text + QString(backslashes, u'\\') + u'"';
}

QString commandLine(const QString& program, const QStringList& arguments)
{
    auto line = quoted(program);
    for (const auto& argument : arguments)
        line += u' ' + quoted(argument);
    return line;
}

struct PipeEnds {
    Handle ours; ///< overlapped
    Handle theirs; ///< inheritable, blocking
};

/// Anonymous pipes cannot be waited for; a named one can. Its only instance is taken by our own second end at once.
Result<PipeEnds> makePipe()
{
    const auto name = uR"(\\.\pipe\bidseal-%1-%2)"_s.arg(GetCurrentProcessId())
                          .arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
    Handle ours(CreateNamedPipeW(wide(name), PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
        PIPE_TYPE_BYTE | PIPE_READMODE_BYTE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS, 1, kPipeBuffer, kPipeBuffer, 0,
        nullptr));
    if (!ours)
        return failure(ErrorCode::InternalFault, u"CreateNamedPipe: "_s + lastSystemError());
    SECURITY_ATTRIBUTES inheritable { sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE };
    Handle theirs(CreateFileW(wide(name), GENERIC_READ | GENERIC_WRITE, 0, &inheritable, OPEN_EXISTING,
        SECURITY_SQOS_PRESENT | SECURITY_ANONYMOUS, nullptr));
    if (!theirs)
        return failure(ErrorCode::InternalFault, u"CreateFile on the pipe: "_s + lastSystemError());
    return PipeEnds { std::move(ours), std::move(theirs) };
}

/// The child's lifetime is tied to this job: closing its last handle ends it, also when we crash.
Handle makeJob()
{
    Handle job(CreateJobObjectW(nullptr, nullptr));
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits {};
    limits.BasicLimitInformation.LimitFlags
        = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
    SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits);
    return job;
}

/// How a child is born: with the only handles that it may inherit, whatever else in this process is inheritable, and
/// in its job, so that there is no moment in which it could outlive us.
class Birth {
public:
    Birth(std::array<HANDLE, 2> inherited, HANDLE job)
        : m_inherited(inherited)
        , m_job(job)
    {
        constexpr DWORD kAttributes = 2;
        SIZE_T size = 0;
        InitializeProcThreadAttributeList(nullptr, kAttributes, 0, &size);
        m_storage.resize(size);
        if (!InitializeProcThreadAttributeList(get(), kAttributes, 0, &size)) {
            m_storage.clear();
            return;
        }
        const auto set = [this](DWORD_PTR attribute, HANDLE* handles, std::size_t count) {
            return UpdateProcThreadAttribute(get(), 0, attribute, handles, count * sizeof(HANDLE), nullptr, nullptr);
        };
        m_complete = set(PROC_THREAD_ATTRIBUTE_HANDLE_LIST, m_inherited.data(), m_inherited.size())
            && set(PROC_THREAD_ATTRIBUTE_JOB_LIST, &m_job, 1);
    }
    ~Birth()
    {
        if (!m_storage.empty())
            DeleteProcThreadAttributeList(get());
    }
    Birth(const Birth&) = delete;
    Birth& operator=(const Birth&) = delete;

    bool isComplete() const { return m_complete; }
    LPPROC_THREAD_ATTRIBUTE_LIST get() { return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(m_storage.data()); }

private:
    std::array<HANDLE, 2> m_inherited;
    HANDLE m_job;
    std::vector<std::byte> m_storage;
    bool m_complete = false;
};

/// An inheritable handle for what the child prints: our standard error, or nowhere.
Handle outputForChild()
{
    HANDLE copy = nullptr;
    const auto errors = GetStdHandle(STD_ERROR_HANDLE);
    if (errors && errors != INVALID_HANDLE_VALUE
        && DuplicateHandle(GetCurrentProcess(), errors, GetCurrentProcess(), &copy, 0, TRUE, DUPLICATE_SAME_ACCESS))
        return Handle(copy);
    SECURITY_ATTRIBUTES inheritable { sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE };
    return Handle(CreateFileW(
        L"NUL", GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &inheritable, OPEN_EXISTING, 0, nullptr));
}

class WindowsChildProcess : public ChildProcess {
public:
    WindowsChildProcess(Handle process, DWORD id, Handle job, Handle pipe)
        : m_process(std::move(process))
        , m_id(id)
        , m_job(std::move(job))
        , m_pipe(std::move(pipe))
        , m_done(CreateEventW(nullptr, TRUE, FALSE, nullptr))
    {
    }
    ~WindowsChildProcess() override { kill(); }

    Status write(std::span<const std::byte> bytes, Deadline deadline, std::stop_token stop) override
    {
        while (!bytes.empty()) {
            OVERLAPPED operation {};
            operation.hEvent = m_done.get();
            const auto begun = WriteFile(m_pipe.get(), bytes.data(), chunk(bytes.size()), nullptr, &operation);
            const auto count = finish(begun, operation, deadline, stop);
            if (!count)
                return failure(count.error());
            bytes = bytes.subspan(*count);
        }
        return {};
    }

    Status read(std::span<std::byte> buffer, Deadline deadline, std::stop_token stop) override
    {
        while (!buffer.empty()) {
            OVERLAPPED operation {};
            operation.hEvent = m_done.get();
            const auto begun = ReadFile(m_pipe.get(), buffer.data(), chunk(buffer.size()), nullptr, &operation);
            const auto count = finish(begun, operation, deadline, stop);
            if (!count)
                return failure(count.error());
            buffer = buffer.subspan(*count);
        }
        return {};
    }

    void kill() override
    {
        if (!isRunning())
            return;
        TerminateProcess(m_process.get(), 1);
        WaitForSingleObject(m_process.get(), INFINITE);
    }

    bool isRunning() override { return WaitForSingleObject(m_process.get(), 0) == WAIT_TIMEOUT; }

    qint64 processId() const override { return m_id; }

private:
    static DWORD chunk(std::size_t size) { return static_cast<DWORD>(std::min<std::size_t>(size, kPipeBuffer)); }

    /// Waits for an operation under way; afterwards the system no longer touches its buffer, whatever came out.
    Result<std::size_t> finish(BOOL begun, OVERLAPPED& operation, Deadline deadline, const std::stop_token& stop)
    {
        if (!begun && GetLastError() != ERROR_IO_PENDING)
            return gone();
        auto waited = waitFor(deadline, stop);
        if (!waited)
            CancelIoEx(m_pipe.get(), &operation);
        DWORD count = 0;
        const auto complete = GetOverlappedResult(m_pipe.get(), &operation, &count, TRUE);
        if (!waited)
            return failure(waited.error());
        if (!complete || count == 0)
            return gone();
        return count;
    }

    Status waitFor(Deadline deadline, const std::stop_token& stop)
    {
        for (;;) {
            if (stop.stop_requested())
                return failure(ErrorCode::Cancelled);
            const auto left = std::chrono::duration_cast<milliseconds>(deadline - steady_clock::now());
            if (left <= milliseconds::zero())
                return failure(ErrorCode::DriverNotResponding, u"no answer before the deadline"_s);
            if (WaitForSingleObject(m_done.get(), static_cast<DWORD>(std::min(left, kSlice).count())) == WAIT_OBJECT_0)
                return {};
        }
    }

    tl::unexpected<Error> gone()
    {
        kill();
        DWORD code = 0;
        GetExitCodeProcess(m_process.get(), &code);
        return failure(ErrorCode::DriverCrashed, u"the process of the driver ended: exit code 0x%1"_s.arg(code, 0, 16));
    }

    Handle m_process;
    DWORD m_id;
    Handle m_job;
    Handle m_pipe;
    Handle m_done;
};

class WindowsInheritedPipe : public InheritedPipe {
public:
    explicit WindowsInheritedPipe(HANDLE pipe)
        : m_pipe(pipe)
    {
    }

    bool read(std::span<std::byte> buffer) override
    {
        while (!buffer.empty()) {
            DWORD count = 0;
            const auto wanted = static_cast<DWORD>(std::min<std::size_t>(buffer.size(), kPipeBuffer));
            if (!ReadFile(m_pipe.get(), buffer.data(), wanted, &count, nullptr) || count == 0)
                return false;
            buffer = buffer.subspan(count);
        }
        return true;
    }

    bool write(std::span<const std::byte> bytes) override
    {
        while (!bytes.empty()) {
            DWORD count = 0;
            const auto wanted = static_cast<DWORD>(std::min<std::size_t>(bytes.size(), kPipeBuffer));
            if (!WriteFile(m_pipe.get(), bytes.data(), wanted, &count, nullptr) || count == 0)
                return false;
            bytes = bytes.subspan(count);
        }
        return true;
    }

private:
    Handle m_pipe;
};

/// Both the C runtime and the system know a standard input; afterwards each is empty.
void takeStandardInputAway()
{
    const auto nothing = _wopen(L"NUL", _O_RDONLY);
    if (nothing < 0)
        return;
    _dup2(nothing, 0);
    _close(nothing);
    SetStdHandle(STD_INPUT_HANDLE, reinterpret_cast<HANDLE>(_get_osfhandle(0)));
}

} // namespace

Result<std::unique_ptr<ChildProcess>> ChildProcess::start(const QString& program, const QStringList& arguments)
{
    auto pipe = makePipe();
    if (!pipe)
        return failure(pipe.error());
    const auto output = outputForChild();
    auto job = makeJob();
    Birth birth({ pipe->theirs.get(), output.get() }, job.get());
    if (!output || !job || !birth.isComplete())
        return failure(ErrorCode::InternalFault, u"handles for the child: "_s + lastSystemError());

    STARTUPINFOEXW startup {};
    startup.StartupInfo.cb = sizeof startup;
    startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    startup.StartupInfo.hStdInput = pipe->theirs.get();
    startup.StartupInfo.hStdOutput = output.get();
    startup.StartupInfo.hStdError = output.get();
    startup.lpAttributeList = birth.get();

    auto line = commandLine(program, arguments).toStdWString();
    PROCESS_INFORMATION started {};
    if (!CreateProcessW(wide(program), line.data(), nullptr, nullptr, TRUE,
            CREATE_NO_WINDOW | EXTENDED_STARTUPINFO_PRESENT, nullptr, nullptr, &startup.StartupInfo, &started))
        return failure(ErrorCode::TokenHostMissing, program + u": "_s + lastSystemError());

    const Handle thread(started.hThread);
    return std::make_unique<WindowsChildProcess>(
        Handle(started.hProcess), started.dwProcessId, std::move(job), std::move(pipe->ours));
}

Result<std::unique_ptr<InheritedPipe>> InheritedPipe::open()
{
    const auto pipe = GetStdHandle(STD_INPUT_HANDLE);
    if (!pipe || pipe == INVALID_HANDLE_VALUE || GetFileType(pipe) != FILE_TYPE_PIPE)
        return failure(ErrorCode::UsageWrong, u"this program is started by BidSeal itself"_s);
    HANDLE own = nullptr;
    if (!DuplicateHandle(GetCurrentProcess(), pipe, GetCurrentProcess(), &own, 0, FALSE, DUPLICATE_SAME_ACCESS))
        return failure(ErrorCode::InternalFault, u"DuplicateHandle: "_s + lastSystemError());
    takeStandardInputAway();
    return std::make_unique<WindowsInheritedPipe>(own);
}

} // namespace bidseal::platform
