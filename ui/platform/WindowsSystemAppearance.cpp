#include "ui/platform/SystemAppearance.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>
#include <QSettings>
#include <QWidget>

#include <cwchar>

#include <windows.h>

#include <dwmapi.h>
#include <shobjidl.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

constexpr DWORD kDarkFrame = 20; // DWMWA_USE_IMMERSIVE_DARK_MODE, Windows 10 2004 and later
constexpr DWORD kDarkFrameBefore = 19; // the same in Windows 10 1903 and 1909

/// Windows tells every window that the colours have changed; one of them is enough to know it.
class AppearanceWatch : public QObject, public QAbstractNativeEventFilter {
public:
    AppearanceWatch(QObject* guard, std::function<void(Appearance)> changed)
        : QObject(guard)
        , m_changed(std::move(changed))
        , m_last(systemAppearance())
    {
        QCoreApplication::instance()->installNativeEventFilter(this); // which ends with this object
    }

    bool nativeEventFilter(const QByteArray&, void* message, qintptr*) override
    {
        const auto* event = static_cast<const MSG*>(message);
        if (event->message == WM_SETTINGCHANGE && event->lParam
            && std::wcscmp(reinterpret_cast<const wchar_t*>(event->lParam), L"ImmersiveColorSet") == 0)
            look();
        return false;
    }

private:
    void look()
    {
        const auto now = systemAppearance();
        if (std::exchange(m_last, now) != now)
            m_changed(now);
    }

    std::function<void(Appearance)> m_changed;
    Appearance m_last;
};

} // namespace

/// Qt 6.4 follows the setting only on request and in Fusion only; the setting itself is documented and stable.
Appearance systemAppearance()
{
    const QSettings personalize(uR"(HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize)"_s,
        QSettings::NativeFormat);
    return personalize.value(u"AppsUseLightTheme"_s, 1).toInt() == 0 ? Appearance::Dark : Appearance::Light;
}

void onAppearanceChange(QObject* guard, std::function<void(Appearance)> changed)
{
    new AppearanceWatch(guard, std::move(changed)); // its guard's child
}

void setFrame(QWidget& window, Appearance appearance)
{
    const auto handle = reinterpret_cast<HWND>(window.winId());
    const BOOL isDark = appearance == Appearance::Dark;
    if (FAILED(DwmSetWindowAttribute(handle, kDarkFrame, &isDark, sizeof isDark)))
        DwmSetWindowAttribute(handle, kDarkFrameBefore, &isDark, sizeof isDark);
}

QString chineseFontFamily() { return u"Microsoft YaHei UI"_s; }

void nameForTaskbar() { (void)SetCurrentProcessExplicitAppUserModelID(L"BidSeal"); }

} // namespace bidseal::platform
