#pragma once

#include "core/environment/Readiness.h"

/// What a self-check on this user's computer goes by. Everything here reads settings and files: on a working thread.
namespace bidseal::environment {

/// By the policy in force here, with the drivers that are installed and those that this user has added.
[[nodiscard]] std::shared_ptr<Readiness> readinessHere();

/// The relay that this user signs through, if any.
[[nodiscard]] std::vector<Server> serversHere();

} // namespace bidseal::environment
