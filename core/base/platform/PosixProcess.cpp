#include "core/base/platform/Process.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>
#include <thread>

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

std::size_t wholePages(std::size_t size)
{
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return (size + page - 1) / page * page;
}

/// The controlling terminal, whatever standard input has been turned into.
class Terminal {
public:
    Terminal()
        : m_fd(::open("/dev/tty", O_RDWR | O_CLOEXEC))
    {
    }
    ~Terminal()
    {
        showTyping();
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }

    void print(const QString& text) const
    {
        const QByteArray bytes = text.toLocal8Bit();
        [[maybe_unused]] const auto written = ::write(m_fd, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    }

    [[nodiscard]] bool hideTyping()
    {
        if (tcgetattr(m_fd, &m_before) != 0)
            return false;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_hidden = tcsetattr(m_fd, TCSAFLUSH, &silent) == 0;
        return m_hidden;
    }

    /// False at the end of input.
    [[nodiscard]] bool readByte(char& byte) const { return ::read(m_fd, &byte, 1) == 1; }

private:
    void showTyping()
    {
        if (m_hidden)
            tcsetattr(m_fd, TCSAFLUSH, &m_before);
    }

    int m_fd = -1;
    bool m_hidden = false;
    termios m_before {};
};

constexpr int kInterrupts[] = { SIGINT, SIGTERM, SIGHUP };

/// The writing end of the pipe that wakes whoever waits for an interrupt: a signal handler may do hardly more than
/// write.
int interruptPipe = -1;

void noteInterrupt(int number)
{
    const int before = errno;
    signal(number, SIG_DFL); // the second time ends the process
    [[maybe_unused]] const auto written = ::write(interruptPipe, "", 1);
    errno = before;
}

} // namespace

void hardenProcess(ProgramKind)
{
    const rlimit none { 0, 0 };
    setrlimit(RLIMIT_CORE, &none);
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); // no core, no ptrace and no /proc/PID/mem for other processes of the user
#endif
    signal(SIGPIPE, SIG_IGN); // a gone peer is an error code, not an end
}

QStringList takeArguments(int& argc, char* argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QFile::decodeName(argv[i]));
    argc = std::min(argc, 1);
    return arguments;
}

void needNoScreen() { qputenv("QT_QPA_PLATFORM", "offscreen"); }

void* allocateLockedPage(std::size_t size)
{
    const std::size_t bytes = wholePages(size);
    void* page = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED)
        throw std::bad_alloc();
    // Where the user's limit (RLIMIT_MEMLOCK) is used up the page is still wiped and kept out of dumps.
    (void)mlock(page, bytes);
#ifdef MADV_DONTDUMP
    (void)madvise(page, bytes, MADV_DONTDUMP);
#endif
    return page;
}

void freeLockedPage(void* page, std::size_t size)
{
    const std::size_t bytes = wholePages(size);
    wipe(page, bytes);
    munlock(page, bytes);
    munmap(page, bytes);
}

void wipe(void* memory, std::size_t size)
{
#ifdef Q_OS_LINUX
    explicit_bzero(memory, size);
#else
    volatile char* byte = static_cast<volatile char*>(memory);
    while (size--)
        *byte++ = 0;
#endif
}

Result<Secret> askOnTerminal(const QString& prompt)
{
    Terminal terminal;
    if (!terminal.isOpen())
        return failure(ErrorCode::PinNeeded, u"no controlling terminal"_s);
    if (!terminal.hideTyping())
        return failure(ErrorCode::PinNeeded, u"the terminal cannot hide what is typed"_s);
    terminal.print(prompt);
    Secret secret;
    char byte = 0;
    bool fits = true;
    while (terminal.readByte(byte) && byte != '\n' && byte != '\r')
        fits = fits && secret.append({ &byte, 1 });
    wipe(&byte, 1);
    terminal.print(u"\n"_s);
    if (!fits)
        return failure(ErrorCode::PinLengthInvalid, u"longer than a secret may be"_s);
    if (secret.isEmpty())
        return failure(ErrorCode::Cancelled, u"nothing was typed"_s);
    return secret;
}

Result<bool> confirmOnTerminal(const QString& question, const QString& wordForYes)
{
    const Terminal terminal;
    if (!terminal.isOpen())
        return failure(ErrorCode::UsageWrong, u"no controlling terminal"_s);
    terminal.print(question);
    QByteArray answer;
    char byte = 0;
    while (answer.size() < 100 && terminal.readByte(byte) && byte != '\n' && byte != '\r')
        answer.append(byte);
    return QString::fromLocal8Bit(answer).trimmed() == wordForYes;
}

void print(std::FILE* to, const QString& text)
{
    std::fputs(text.toLocal8Bit().constData(), to);
    std::fflush(to);
}

bool isErrorOutputTerminal() { return ::isatty(STDERR_FILENO) != 0 && qgetenv("TERM") != "dumb"; }

void onInterrupt(std::function<void()> interrupted)
{
    int ends[2];
    if (::pipe(ends) != 0)
        return;
    for (const int end : ends)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    interruptPipe = ends[1];

    // The waiting thread takes no signal itself, so that one that arrives while a person is asked ends the asking.
    sigset_t interrupts;
    sigset_t before;
    sigemptyset(&interrupts);
    for (const int number : kInterrupts)
        sigaddset(&interrupts, number);
    pthread_sigmask(SIG_BLOCK, &interrupts, &before);
    std::thread([fd = ends[0], interrupted = std::move(interrupted)] {
        char byte = 0;
        while (::read(fd, &byte, 1) < 0 && errno == EINTR) { }
        interrupted();
    }).detach();
    pthread_sigmask(SIG_SETMASK, &before, nullptr);

    struct sigaction action { };
    action.sa_handler = noteInterrupt; // without SA_RESTART: reading from a terminal ends
    sigemptyset(&action.sa_mask);
    for (const int number : kInterrupts)
        sigaction(number, &action, nullptr);
}

void endNow(int exitCode) { ::_exit(exitCode); }

int leave(int exitCode) { return exitCode; }

QString currentUserId() { return QString::number(getuid()); }

} // namespace bidseal::platform
