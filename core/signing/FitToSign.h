#pragma once

#include "core/signing/SigningFlow.h"

#include <span>

namespace bidseal::signing {

/// The quick set of the self-check, over where these documents are written to. Errors: EnvironmentUnfit (a check that
/// must pass fails: nobody can agree to that), Cancelled.
[[nodiscard]] Result<environment::Report> checkFitness(
    std::span<const SigningRequest> requests, const SigningServices& services, std::stop_token stop);

/// Where a check could not tell somebody has to agree; gives the ids of what was agreed to. Errors: EnvironmentUnclear,
/// and those of `confirm`.
[[nodiscard]] Result<QStringList> agreeOnUnknown(const environment::Report& report, const ConfirmUnknown& confirm);

} // namespace bidseal::signing
