#pragma once

#include "core/certificate/Trust.h"

#include <QStringList>

namespace bidseal::environment {

struct TrustedRoots {
    std::vector<certificate::Certificate> certificates;
    QStringList unreadable; ///< files that hold none
};

/// The certificates in these PEM files.
[[nodiscard]] TrustedRoots readTrustedRoots(const QStringList& files);

} // namespace bidseal::environment
