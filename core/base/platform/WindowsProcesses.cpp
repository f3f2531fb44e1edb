#include "core/base/platform/Processes.h"

#include <algorithm>
#include <memory>

#include <winsock2.h> // wants to be before windows.h

#include "core/base/platform/WindowsSecurity.h"

#include <iphlpapi.h>
#include <shellapi.h>
#include <tlhelp32.h>

namespace bidseal::platform {

namespace {

/// Services run in session 0, which no person has. A process of another person's session is left out, and so is one of
/// this session whose owner may not be known unless it is the system's.
std::optional<RunningProcess::Owner> ownerOf(DWORD id)
{
    const Handle process(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, id));
    const auto user = process ? userOf(process.get()) : QString();
    if (!user.isEmpty() && user == userOf(GetCurrentProcess()))
        return RunningProcess::Owner::ThisUser;
    DWORD session = 0;
    DWORD ownSession = 0;
    if (!ProcessIdToSessionId(id, &session) || !ProcessIdToSessionId(GetCurrentProcessId(), &ownSession))
        return {};
    if (session == 0 || session == ownSession)
        return RunningProcess::Owner::System;
    return {};
}

/// UNICODE_STRING, as NtQueryInformationProcess gives it.
struct CountedText {
    USHORT bytes;
    USHORT room;
    wchar_t* text;
};

QString commandLineOf(HANDLE process)
{
    using QueryFunction = LONG(WINAPI*)(HANDLE, int, void*, ULONG, ULONG*);
    constexpr int kProcessCommandLineInformation = 60; // since Windows 8.1
    const auto query = systemFunction<QueryFunction>(L"ntdll.dll", "NtQueryInformationProcess");
    ULONG size = 0;
    if (!query)
        return {};
    query(process, kProcessCommandLineInformation, nullptr, 0, &size);
    if (size < sizeof(CountedText))
        return {};
    std::vector<CountedText> buffer(size / sizeof(CountedText) + 1);
    if (query(process, kProcessCommandLineInformation, buffer.data(), size, &size) != 0)
        return {};
    return QString::fromWCharArray(buffer.front().text, buffer.front().bytes / static_cast<int>(sizeof(wchar_t)));
}

/// The TCP sockets of one address family, with their owners. `Table` is MIB_TCPTABLE_OWNER_PID or its twin for IPv6.
template <typename Table> Reach reachIn(ULONG family, DWORD processId)
{
    using TableFunction = DWORD(WINAPI*)(void*, DWORD*, BOOL, ULONG, int, ULONG);
    const auto get = systemFunction<TableFunction>(L"iphlpapi.dll", "GetExtendedTcpTable");
    if (!get)
        return Reach::Unknown;
    std::vector<DWORD> buffer;
    DWORD size = 0;
    DWORD status = ERROR_INSUFFICIENT_BUFFER;
    for (int attempt = 0; attempt < 5 && status == ERROR_INSUFFICIENT_BUFFER; ++attempt) {
        buffer.resize(size / sizeof(DWORD) + 1);
        status = get(buffer.data(), &size, FALSE, family, TCP_TABLE_OWNER_PID_ALL, 0);
    }
    if (status != NO_ERROR)
        return Reach::Unknown;
    const auto& table = *reinterpret_cast<const Table*>(buffer.data());
    auto reach = Reach::NoSockets;
    for (DWORD i = 0; i < table.dwNumEntries; ++i) {
        const auto& row = table.table[i];
        if (row.dwOwningPid != processId)
            continue;
        if (row.dwState == MIB_TCP_STATE_ESTAB)
            return Reach::Connected;
        if (row.dwState == MIB_TCP_STATE_LISTEN)
            reach = Reach::Listening;
    }
    return reach;
}

} // namespace

std::optional<std::vector<RunningProcess>> runningProcesses()
{
    const HANDLE rawSnapshot = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    if (rawSnapshot == INVALID_HANDLE_VALUE)
        return {};
    const Handle snapshot(rawSnapshot);
    std::vector<RunningProcess> processes;
    PROCESSENTRY32W entry {};
    entry.dwSize = sizeof entry;
    for (BOOL more = Process32FirstW(snapshot.get(), &entry); more; more = Process32NextW(snapshot.get(), &entry)) {
        const auto owner = ownerOf(entry.th32ProcessID);
        const auto name = QString::fromWCharArray(entry.szExeFile);
        if (owner)
            processes.push_back({ static_cast<qint64>(entry.th32ProcessID), name, name, *owner });
    }
    if (processes.empty())
        return {};
    return processes;
}

QStringList argumentsOf(qint64 processId)
{
    const Handle process(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(processId)));
    if (!process)
        return {};
    const auto line = commandLineOf(process.get()).toStdWString();
    int count = 0;
    const Local<LPWSTR> words(CommandLineToArgvW(line.c_str(), &count));
    QStringList arguments;
    for (int i = 0; words && i < count; ++i)
        arguments.append(QString::fromWCharArray(words.get()[i]));
    return arguments;
}

Reach reachOf(qint64 processId)
{
    const auto id = static_cast<DWORD>(processId);
    const auto reaches
        = { reachIn<MIB_TCPTABLE_OWNER_PID>(AF_INET, id), reachIn<MIB_TCP6TABLE_OWNER_PID>(AF_INET6, id) };
    return std::max(reaches);
}

} // namespace bidseal::platform
