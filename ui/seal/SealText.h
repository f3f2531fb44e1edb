#pragma once

#include "core/seal/Seal.h"

#include <QString>

namespace bidseal::seal {

/// "Company seal (公章)": the kind in the user's language.
[[nodiscard]] QString kindText(Kind kind);

/// Why the seal may not be used today: "Expired on 31 December 2025"; empty where it may.
[[nodiscard]] QString expiryText(const Seal& seal, const QDate& today);

/// Everything that the list shows of a seal, for screen readers.
[[nodiscard]] QString descriptionOf(const Seal& seal);

/// "42 mm" for a square or round one, "60 × 20 mm" otherwise.
[[nodiscard]] QString sizeText(QSizeF sizeMm);

} // namespace bidseal::seal
