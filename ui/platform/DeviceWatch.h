#pragma once

#include <QString>

#include <functional>
#include <memory>

/// Everything in which the platforms differ about being told of what is plugged in.
namespace bidseal::platform {

/// Where Linux has a node for each USB device, in a folder for each bus.
struct DeviceRoot {
    QString folder = QStringLiteral("/dev/bus/usb");
};

/// Tells when something was plugged in or taken out that may be a UKey: a USB device, or (Windows) a smart card reader.
/// Not what it is, nor that its driver is ready for it. Where the system does not tell, nothing is ever told.
class DeviceWatch {
public:
    /// `changed` is called on the thread that calls this, the GUI's; several times for one device.
    [[nodiscard]] static std::unique_ptr<DeviceWatch> start(std::function<void()> changed, const DeviceRoot& root = {});
    virtual ~DeviceWatch() = default;
};

} // namespace bidseal::platform
