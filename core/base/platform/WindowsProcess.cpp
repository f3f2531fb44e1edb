#include "core/base/platform/Process.h"

#include "core/base/platform/WindowsSecurity.h"

#include <QByteArray>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <new>

#include <io.h>
#include <windows.h>

#include <shellapi.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

/// The console this process belongs to, whatever standard input has been turned into.
class Console {
public:
    Console()
        : m_in(
            CreateFileW(L"CONIN$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr))
        , m_out(CreateFileW(
              L"CONOUT$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr))
    {
    }
    ~Console()
    {
        if (m_hidden)
            SetConsoleMode(m_in, m_before);
        CloseHandle(m_in);
        CloseHandle(m_out);
    }
    Q_DISABLE_COPY_MOVE(Console)

    /// A console without a window (CREATE_NO_WINDOW, which services and other programs start us with) opens too, but
    /// nobody sits at it. A terminal that draws by itself has a window of the system's making.
    [[nodiscard]] bool isOpen() const
    {
        return m_in != INVALID_HANDLE_VALUE && m_out != INVALID_HANDLE_VALUE && GetConsoleWindow() != nullptr;
    }

    void print(const QString& text) const
    {
        DWORD written = 0;
        WriteConsoleW(m_out, text.utf16(), static_cast<DWORD>(text.size()), &written, nullptr);
    }

    [[nodiscard]] bool hideTyping()
    {
        if (!GetConsoleMode(m_in, &m_before))
            return false;
        m_hidden = SetConsoleMode(m_in, m_before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
        return m_hidden;
    }

    /// False at the end of input.
    [[nodiscard]] bool readUnit(wchar_t& unit) const
    {
        DWORD read = 0;
        return ReadConsoleW(m_in, &unit, 1, &read, nullptr) && read == 1;
    }

private:
    HANDLE m_in;
    HANDLE m_out;
    DWORD m_before = 0;
    bool m_hidden = false;
};

/// Windows 10 1703 and later; 512 blocks at most, which is many more secrets than there are at one time.
struct CrashReports {
    HRESULT(WINAPI* keepOut)(const void*, DWORD) = nullptr;
    HRESULT(WINAPI* letIn)(const void*) = nullptr;
};

const CrashReports& crashReports()
{
    static const CrashReports functions = [] {
        CrashReports found;
        found.keepOut = systemFunction<decltype(found.keepOut)>(L"kernel32.dll", "WerRegisterExcludedMemoryBlock");
        found.letIn = systemFunction<decltype(found.letIn)>(L"kernel32.dll", "WerUnregisterExcludedMemoryBlock");
        return found;
    }();
    return functions;
}

std::function<void()> interruptedCallback;

/// Windows calls it on a thread of its own. FALSE hands on to the system's handler, which ends the process.
BOOL WINAPI noteInterrupt(DWORD)
{
    const auto callback = std::exchange(interruptedCallback, nullptr);
    if (!callback)
        return FALSE;
    callback();
    return TRUE;
}

} // namespace

/// Qt's own way to the command line is no longer open where main() has changed argc.
QStringList takeArguments(int& argc, char*[])
{
    argc = std::min(argc, 1);
    int count = 0;
    const Local<LPWSTR> words(CommandLineToArgvW(GetCommandLineW(), &count));
    QStringList arguments;
    for (int i = 1; words && i < count; ++i)
        arguments.append(QString::fromWCharArray(words.get()[i]));
    return arguments;
}

/// The system's own windows are not shown until somebody shows one.
void needNoScreen() { }

void* allocateLockedPage(std::size_t size)
{
    void* page = VirtualAlloc(nullptr, size, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    if (!page)
        throw std::bad_alloc();
    // Where the working set's limit is used up the page is still wiped.
    VirtualLock(page, size);
    if (const auto keepOut = crashReports().keepOut)
        keepOut(page, static_cast<DWORD>(size));
    return page;
}

void freeLockedPage(void* page, std::size_t size)
{
    wipe(page, size);
    if (const auto letIn = crashReports().letIn)
        letIn(page);
    VirtualUnlock(page, size);
    VirtualFree(page, 0, MEM_RELEASE);
}

void wipe(void* memory, std::size_t size) { SecureZeroMemory(memory, size); }

Result<Secret> askOnTerminal(const QString& prompt)
{
    Console console;
    if (!console.isOpen())
        return failure(ErrorCode::PinNeeded, u"no console"_s);
    if (!console.hideTyping())
        return failure(ErrorCode::PinNeeded, u"the console cannot hide what is typed"_s);
    console.print(prompt);
    Secret secret;
    bool fits = true;
    wchar_t units[2] {};
    int count = 0;
    while (console.readUnit(units[count]) && units[count] != L'\n' && units[count] != L'\r') {
        if (IS_HIGH_SURROGATE(units[count])) {
            count = 1;
            continue;
        }
        char utf8[4] {};
        const int size = WideCharToMultiByte(CP_UTF8, 0, units, count + 1, utf8, sizeof utf8, nullptr, nullptr);
        fits = fits && secret.append({ utf8, static_cast<std::size_t>(size) });
        wipe(utf8, sizeof utf8);
        count = 0;
    }
    wipe(units, sizeof units);
    console.print(u"\n"_s);
    if (!fits)
        return failure(ErrorCode::PinLengthInvalid, u"longer than a secret may be"_s);
    if (secret.isEmpty())
        return failure(ErrorCode::Cancelled, u"nothing was typed"_s);
    return secret;
}

Result<bool> confirmOnTerminal(const QString& question, const QString& wordForYes)
{
    const Console console;
    if (!console.isOpen())
        return failure(ErrorCode::UsageWrong, u"no console"_s);
    console.print(question);
    QString answer;
    wchar_t unit = 0;
    while (answer.size() < 100 && console.readUnit(unit) && unit != L'\n' && unit != L'\r')
        answer.append(QChar(static_cast<char16_t>(unit)));
    return answer.trimmed() == wordForYes;
}

void print(std::FILE* to, const QString& text)
{
    std::fflush(to);
    const auto output = reinterpret_cast<HANDLE>(_get_osfhandle(_fileno(to)));
    DWORD mode = 0;
    DWORD written = 0;
    if (GetConsoleMode(output, &mode)) {
        WriteConsoleW(output, text.utf16(), static_cast<DWORD>(text.size()), &written, nullptr);
        return;
    }
    std::fputs(text.toUtf8().constData(), to);
    std::fflush(to);
}

bool isErrorOutputTerminal()
{
    const HANDLE output = GetStdHandle(STD_ERROR_HANDLE);
    DWORD mode = 0;
    return GetConsoleMode(output, &mode) != 0
        && SetConsoleMode(output, mode | ENABLE_PROCESSED_OUTPUT | ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
}

void onInterrupt(std::function<void()> interrupted)
{
    interruptedCallback = std::move(interrupted);
    SetConsoleCtrlHandler(noteInterrupt, TRUE);
}

void endNow(int exitCode)
{
    // ExitProcess would wait for a lock that a thread in somebody's library may hold.
    TerminateProcess(GetCurrentProcess(), static_cast<UINT>(exitCode));
    Sleep(INFINITE);
    std::abort();
}

int leave(int exitCode)
{
    std::fflush(nullptr);
    endNow(exitCode);
}

QString currentUserId()
{
    const auto id = userOf(GetCurrentProcess());
    return id.isEmpty() ? u"unknown"_s : id;
}

} // namespace bidseal::platform
