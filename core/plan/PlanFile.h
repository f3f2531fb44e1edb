#pragma once

#include "core/plan/Plan.h"

namespace bidseal::plan {

/// A plan as JSON, comments allowed (see docs/plans.md). Errors: PlanInvalid; `detail` says line and problem.
[[nodiscard]] Result<Plan> parsePlan(const QByteArray& utf8);
[[nodiscard]] QByteArray planJson(const Plan& plan);

/// Errors: FileNotFound, FileNotReadable, PlanInvalid (facts.name is the file).
[[nodiscard]] Result<Plan> readPlan(const QString& path);
/// Whole or not at all. Errors: OutputNotWritable, DiskFull.
[[nodiscard]] Status writePlan(const QString& path, const Plan& plan);

} // namespace bidseal::plan
