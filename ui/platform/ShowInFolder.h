#pragma once

#include <QString>

namespace bidseal::platform {

/// Opens the system's file manager where the file lies; selects it where the system can.
void showInFolder(const QString& path);

} // namespace bidseal::platform
