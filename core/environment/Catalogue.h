#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// Every check there is, in the order of the groups, fresh for one run.
[[nodiscard]] Checks allChecks();

/// Those that must pass: the quick set.
[[nodiscard]] Checks quickChecks(const Policy& policy);

/// Those of these ids, each once; nothing where one is not known.
[[nodiscard]] std::optional<Checks> checksNamed(const QStringList& ids);

[[nodiscard]] QString titleOf(Group group);
/// "interference": the stable name in JSON.
[[nodiscard]] QString wordFor(Group group);

} // namespace bidseal::environment
