#include "ui/platform/ScreenCapture.h"

#include "core/base/Log.h"

#include <QWidget>

#include <windows.h>

namespace bidseal::platform {

namespace {

constexpr DWORD kLeftOut = 0x11; // WDA_EXCLUDEFROMCAPTURE, which mingw's headers do not have yet
constexpr DWORD kBlack = 0x1; // WDA_MONITOR

} // namespace

void setCapture(QWidget& window, Capture capture)
{
    if (capture == Capture::Allowed && !window.internalWinId())
        return;
    const auto handle = reinterpret_cast<HWND>(window.winId());
    const bool done = capture == Capture::Allowed
        ? SetWindowDisplayAffinity(handle, WDA_NONE)
        : SetWindowDisplayAffinity(handle, kLeftOut) || SetWindowDisplayAffinity(handle, kBlack);
    if (!done && capture == Capture::Refused)
        qCWarning(logUi) << "SetWindowDisplayAffinity: Windows error" << GetLastError();
}

Capture captureOf(const QWidget& window)
{
    DWORD affinity = WDA_NONE;
    const bool isKnown
        = window.internalWinId() && GetWindowDisplayAffinity(reinterpret_cast<HWND>(window.internalWinId()), &affinity);
    return isKnown && affinity != WDA_NONE ? Capture::Refused : Capture::Allowed;
}

} // namespace bidseal::platform
