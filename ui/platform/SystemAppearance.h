#pragma once

#include <QString>

#include <functional>

class QObject;
class QWidget;

/// Everything in which the platforms differ about what a person wants programs to look like.
namespace bidseal::platform {

enum class Appearance { Light, Dark };

/// Linux: by the desktop's palette; to be asked before the program has given itself one of its own.
[[nodiscard]] Appearance systemAppearance();

/// Calls `changed`, on the GUI thread and while `guard` lives, when the person changes it. Windows only: on Linux, Qt
/// does not tell any more once the program has colours of its own, and the next start shows it.
void onAppearanceChange(QObject* guard, std::function<void(Appearance)> changed);

/// The colour of the frame that the system draws around a window; on Linux that is the window manager's alone.
void setFrame(QWidget& window, Appearance appearance);

/// The family that has the mainland's forms of Chinese characters, to follow the system's own font: where that has no
/// Chinese, others would come first in the system's list.
[[nodiscard]] QString chineseFontFamily();

/// Lets the taskbar know which shortcut this program's windows belong to: the one that the installer has named alike
/// (installer/windows/nsis/shortcut.nsh), and on Linux the desktop entry of this name. To be called before the first
/// window.
void nameForTaskbar();

} // namespace bidseal::platform
