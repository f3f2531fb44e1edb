#pragma once

#include "app/bidseal-cli/CommandLine.h"
#include "core/environment/Readiness.h"

namespace bidseal::cli {

/// What the self-check goes by, for a key: the policy in force, the drivers to ask. Errors: PolicyInvalid.
[[nodiscard]] Result<std::unique_ptr<environment::Readiness>> readinessFor(
    const QString& policyFile, const KeyArguments& key);

/// The servers that a key is reached through: the relay of a phone's. Errors: RelayAddressInvalid.
[[nodiscard]] Result<std::vector<environment::Server>> serversFor(const KeyArguments& key);

/// One finding for a person: the outcome's word, what was found, what it means, what to do; its parts below it.
[[nodiscard]] QString textOf(const environment::CheckResult& result);

} // namespace bidseal::cli
