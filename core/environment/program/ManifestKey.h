#pragma once

#include <QByteArray>

namespace bidseal::environment {

/// PEM of the Ed25519 key whose owner signs the manifests of releases; empty in a developer's build. In a library of
/// its own, so that a test can link another one.
[[nodiscard]] QByteArray manifestPublicKey();

} // namespace bidseal::environment
