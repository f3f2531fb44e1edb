#include "tests/support/ProcessMemory.h"

#include <windows.h>

namespace bidseal::test {

namespace {

/// An administrator may look into processes that keep others out, once this is asked for.
void becomeDebugger()
{
    HANDLE token = nullptr;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES, &token))
        return;
    TOKEN_PRIVILEGES wanted { 1, { { {}, SE_PRIVILEGE_ENABLED } } };
    if (LookupPrivilegeValueW(nullptr, L"SeDebugPrivilege", &wanted.Privileges[0].Luid))
        AdjustTokenPrivileges(token, FALSE, &wanted, 0, nullptr, nullptr);
    CloseHandle(token);
}

class WindowsMemory : public ProcessMemory {
public:
    explicit WindowsMemory(HANDLE process)
        : m_process(process)
    {
    }
    ~WindowsMemory() override { CloseHandle(m_process); }
    Q_DISABLE_COPY_MOVE(WindowsMemory)

    [[nodiscard]] QList<Region> regions() const override
    {
        constexpr DWORD kUnreadable = PAGE_NOACCESS | PAGE_GUARD;
        QList<Region> regions;
        MEMORY_BASIC_INFORMATION found {};
        quint64 at = 0;
        while (VirtualQueryEx(m_process, reinterpret_cast<LPCVOID>(at), &found, sizeof found) != 0) {
            const auto from = reinterpret_cast<quint64>(found.BaseAddress);
            at = from + found.RegionSize;
            if (found.State == MEM_COMMIT && (found.Protect & kUnreadable) == 0)
                regions.append({ from, at });
        }
        return regions;
    }

    [[nodiscard]] QByteArray read(quint64 from, qsizetype size) override
    {
        QByteArray bytes(size, Qt::Uninitialized);
        SIZE_T count = 0;
        ReadProcessMemory(m_process, reinterpret_cast<LPCVOID>(from), bytes.data(), static_cast<SIZE_T>(size), &count);
        bytes.truncate(static_cast<qsizetype>(count));
        return bytes;
    }

private:
    HANDLE m_process;
};

} // namespace

std::unique_ptr<ProcessMemory> ProcessMemory::open(qint64 processId)
{
    becomeDebugger();
    const auto process = OpenProcess(PROCESS_VM_READ | PROCESS_QUERY_INFORMATION, FALSE, static_cast<DWORD>(processId));
    return process ? std::make_unique<WindowsMemory>(process) : nullptr;
}

} // namespace bidseal::test
