#include "ui/platform/DeviceWatch.h"

#include "core/base/Log.h"

#include <array>

#include <windows.h>

#include <dbt.h>

namespace bidseal::platform {

namespace {

constexpr wchar_t kClass[] = L"BidSealDeviceWatch";

/// GUID_DEVINTERFACE_USB_DEVICE and GUID_DEVINTERFACE_SMARTCARD_READER: readers need not be USB's.
constexpr std::array kKinds {
    GUID { 0xA5DCBF10, 0x6530, 0x11D2, { 0x90, 0x1F, 0x00, 0xC0, 0x4F, 0xB9, 0x51, 0xED } },
    GUID { 0x50DD5230, 0xBA8A, 0x11D1, { 0xBF, 0x5D, 0x00, 0x00, 0xF8, 0x05, 0xF5, 0x30 } },
};

/// A window that nobody sees: Windows tells windows, and Qt's main window comes and goes.
class MessageWindow : public DeviceWatch {
public:
    explicit MessageWindow(std::function<void()> changed)
        : m_changed(std::move(changed))
    {
        const auto instance = GetModuleHandleW(nullptr);
        WNDCLASSW description {};
        description.lpfnWndProc = receive;
        description.hInstance = instance;
        description.lpszClassName = kClass;
        RegisterClassW(&description); // fails from the second time on, when it is there
        m_window = CreateWindowExW(0, kClass, L"", 0, 0, 0, 0, 0, HWND_MESSAGE, nullptr, instance, nullptr);
        if (!m_window) {
            qCWarning(logUi) << "no window for messages about devices: Windows error" << GetLastError();
            return;
        }
        SetWindowLongPtrW(m_window, GWLP_USERDATA, reinterpret_cast<LONG_PTR>(this));
        for (std::size_t i = 0; i < kKinds.size(); ++i)
            m_notifications[i] = askFor(kKinds[i]);
    }
    ~MessageWindow() override
    {
        for (const auto notification : m_notifications)
            if (notification)
                UnregisterDeviceNotification(notification);
        if (m_window)
            DestroyWindow(m_window);
    }
    MessageWindow(const MessageWindow&) = delete;
    MessageWindow& operator=(const MessageWindow&) = delete;

private:
    HDEVNOTIFY askFor(const GUID& kind) const
    {
        DEV_BROADCAST_DEVICEINTERFACE_W wanted {};
        wanted.dbcc_size = sizeof wanted;
        wanted.dbcc_devicetype = DBT_DEVTYP_DEVICEINTERFACE;
        wanted.dbcc_classguid = kind;
        return RegisterDeviceNotificationW(m_window, &wanted, DEVICE_NOTIFY_WINDOW_HANDLE);
    }

    static LRESULT CALLBACK receive(HWND window, UINT message, WPARAM event, LPARAM data)
    {
        const auto* self = reinterpret_cast<const MessageWindow*>(GetWindowLongPtrW(window, GWLP_USERDATA));
        const bool isChange
            = message == WM_DEVICECHANGE && (event == DBT_DEVICEARRIVAL || event == DBT_DEVICEREMOVECOMPLETE);
        if (self && isChange && data
            && reinterpret_cast<const DEV_BROADCAST_HDR*>(data)->dbch_devicetype == DBT_DEVTYP_DEVICEINTERFACE)
            self->m_changed();
        return DefWindowProcW(window, message, event, data);
    }

    std::function<void()> m_changed;
    HWND m_window = nullptr;
    std::array<HDEVNOTIFY, kKinds.size()> m_notifications {};
};

} // namespace

std::unique_ptr<DeviceWatch> DeviceWatch::start(std::function<void()> changed, const DeviceRoot&)
{
    return std::make_unique<MessageWindow>(std::move(changed));
}

} // namespace bidseal::platform
