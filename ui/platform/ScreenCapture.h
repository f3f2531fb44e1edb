#pragma once

class QWidget;

/// Everything in which the platforms differ about pictures that other programs take of a window.
namespace bidseal::platform {

enum class Capture {
    Allowed,
    Refused, ///< screenshots, recorders, meetings and remote help do not see the window
};

/// Windows keeps the whole window out of such pictures (before Windows 10 2004: makes it black there). It keeps nothing
/// from a camera, from the other end of Remote Desktop, or from a program with an administrator's rights.
/// On Linux there is nothing that could be asked: X11 shows every program everything, and Wayland's compositors let the
/// person decide; this does nothing there.
void setCapture(QWidget& window, Capture capture);

/// What the system says: Allowed where it cannot refuse.
[[nodiscard]] Capture captureOf(const QWidget& window);

} // namespace bidseal::platform
