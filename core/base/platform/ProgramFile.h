#pragma once

#include <QString>

namespace bidseal::platform {

/// What the file of a program of that name is called: "bidseal.exe" on Windows.
[[nodiscard]] QString programFile(const QString& name);

} // namespace bidseal::platform
