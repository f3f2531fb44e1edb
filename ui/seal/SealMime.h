#pragma once

#include <QString>

namespace bidseal::seal {

/// What a dragged seal carries: the id of the library's entry, UTF-8. The picture stays with us.
inline constexpr QLatin1StringView kSealMimeType("application/x-bidseal-seal");

} // namespace bidseal::seal
