#pragma once

#include <QByteArrayView>
#include <QSize>

#include <optional>

namespace bidseal::relay {

/// What a JPEG says of its own size, in pixels, read from its frame header (ISO/IEC 10918-1, B.2.2) before any decoder
/// sees it. Nothing where there is none.
[[nodiscard]] std::optional<QSize> jpegSize(QByteArrayView jpeg);

} // namespace bidseal::relay
