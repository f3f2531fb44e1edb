#pragma once

#include <QtGlobal>

#include <optional>

namespace bidseal::platform {

/// The process that started this one, or took it over; nothing where it has ended or there is none.
[[nodiscard]] std::optional<qint64> parentOf(qint64 processId);

} // namespace bidseal::platform
