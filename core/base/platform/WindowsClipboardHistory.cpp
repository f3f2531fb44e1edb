#include "core/base/platform/ClipboardHistory.h"

#include "core/base/platform/WindowsSecurity.h"

#include <QFileInfo>

namespace bidseal::platform {

namespace {

bool isSwitchedOn(const wchar_t* name)
{
    DWORD number = 0;
    DWORD size = sizeof number;
    RegGetValueW(HKEY_CURRENT_USER, L"Software\\Microsoft\\Clipboard", name, RRF_RT_REG_DWORD, nullptr, &number, &size);
    return number != 0;
}

bool isForbiddenByPolicy(const wchar_t* name)
{
    DWORD number = 1;
    DWORD size = sizeof number;
    const auto status = RegGetValueW(HKEY_LOCAL_MACHINE, L"SOFTWARE\\Policies\\Microsoft\\Windows\\System", name,
        RRF_RT_REG_DWORD, nullptr, &number, &size);
    return status == ERROR_SUCCESS && number == 0;
}

QString programOf(HWND window)
{
    DWORD id = 0;
    GetWindowThreadProcessId(window, &id);
    const Handle process(id == 0 ? nullptr : OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, id));
    wchar_t path[1024] {};
    DWORD size = 1024;
    if (id == GetCurrentProcessId() || !process || !QueryFullProcessImageNameW(process.get(), 0, path, &size))
        return {};
    return QFileInfo(QString::fromWCharArray(path, static_cast<qsizetype>(size))).completeBaseName();
}

} // namespace

std::optional<ClipboardHistory> clipboardHistory()
{
    ClipboardHistory history;
    history.isKept = isSwitchedOn(L"EnableClipboardHistory") && !isForbiddenByPolicy(L"AllowClipboardHistory");
    history.isSentAway
        = isSwitchedOn(L"CloudClipboardAutomaticUpload") && !isForbiddenByPolicy(L"AllowCrossDeviceClipboard");
    if (const HWND viewer = GetClipboardViewer())
        history.viewer = programOf(viewer);
    return history;
}

} // namespace bidseal::platform
