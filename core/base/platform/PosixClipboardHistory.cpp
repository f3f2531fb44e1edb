#include "core/base/platform/ClipboardHistory.h"

namespace bidseal::platform {

/// X11 and Wayland tell nobody who reads along.
std::optional<ClipboardHistory> clipboardHistory() { return {}; }

} // namespace bidseal::platform
