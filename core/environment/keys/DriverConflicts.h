#pragma once

#include "core/environment/keys/TokenSurvey.h"

namespace bidseal::environment {

/// Two drivers that show the same token: each signature may go through either, and they disturb each other.
/// Told once for two drivers.
struct SharedToken {
    QString firstModule, secondModule;
    QString label;
};
[[nodiscard]] std::vector<SharedToken> sharedTokens(const std::vector<DriverAnswer>& answers);

/// Two files that are the same library by name ("libcastle.so.1.0.0", "libcastle.so.1.2.0") and not by content.
struct TwoVersions {
    QString firstModule, secondModule;
};
[[nodiscard]] std::vector<TwoVersions> severalVersions(const QStringList& modules);

} // namespace bidseal::environment
