#pragma once

#include "core/base/Result.h"
#include "core/environment/Policy.h"

namespace bidseal::environment {

/// The policy that comes with the program.
[[nodiscard]] Policy standardPolicy();

/// Where policies are looked for.
struct PolicyPlaces {
    QString administratorsFile; ///< counts only if an administrator owns it, and nobody else may change it
    QString usersFile;
    QString additionalFile {}; ///< `--policy`
};
/// `/etc/bidseal/policy.json` or `%ProgramData%\BidSeal\policy.json`, and `policy.json` in the user's folder.
[[nodiscard]] PolicyPlaces usualPolicyPlaces();

/// The standard policy, as the administrator's file changes it, as the user's and the additional file tighten it. A
/// file that is not there says nothing; one that cannot be used is named among the sources, and the rest holds.
/// Errors: PolicyInvalid, where it is the additional file, which somebody has just asked for.
[[nodiscard]] Result<Policy> policyInForce(const PolicyPlaces& places);

/// What is in a policy file, complete: for bidseal-check-host. Errors: PolicyInvalid.
[[nodiscard]] Result<Policy> policyFrom(const QJsonObject& file);

} // namespace bidseal::environment
