#pragma once

#include "resources/demonstration/CertificateMint.h"

#include <QImage>

namespace bidseal::demonstration {

/// A letter as it comes from a scanner: grey paper, a little askew, specks and noise; the same ones each time.
[[nodiscard]] QImage scannedReferenceLetter(const Company& about, const Company& by);

} // namespace bidseal::demonstration
