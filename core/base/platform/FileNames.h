#pragma once

#include <QString>

namespace bidseal::platform {

/// Whether a file may have this name (without its folder). Windows keeps some for devices and changes others by itself:
/// a file that was forced to have one could be neither opened nor deleted by other programs.
[[nodiscard]] bool isFileName(const QString& name);

} // namespace bidseal::platform
