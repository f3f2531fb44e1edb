#pragma once

#include "core/environment/Finding.h"
#include "core/environment/Situation.h"

namespace bidseal::environment {

/// `finding` with the facts that say which server it is about: {role} and {server}.
[[nodiscard]] Finding aboutServer(Finding finding, const Server& server);

/// Each address once, whatever it is used for.
[[nodiscard]] std::vector<Server> withoutRepetition(const std::vector<Server>& servers);

} // namespace bidseal::environment
