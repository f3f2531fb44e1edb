#pragma once

#include <QtGlobal>

namespace bidseal::platform {

/// Whether the process at the other end of a connected local socket (Windows: named pipe) belongs to this user. False
/// where that cannot be found out.
[[nodiscard]] bool isPeerOfSameUser(qintptr socketDescriptor);

} // namespace bidseal::platform
