#pragma once

#include "core/seal/Seal.h"

#include <QString>

namespace bidseal::seal {

/// "Company seal (公章)": the kind in the user's language.
[[nodiscard]] QString kindText(Kind kind);

/// "42 mm" for a square or round one, "60 × 20 mm" otherwise.
[[nodiscard]] QString sizeText(QSizeF sizeMm);

} // namespace bidseal::seal
