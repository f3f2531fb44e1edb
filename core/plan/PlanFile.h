#pragma once

#include "core/plan/Plan.h"

namespace bidseal::plan {

/// A plan as JSON, comments allowed, at most 1 MB and 1 000 entries; what is not known there is refused (see
/// docs/plans.md). Errors: PlanInvalid; `detail` says where ("line 7", "entries[2].seal.kind") and what.
[[nodiscard]] Result<Plan> parsePlan(const QByteArray& utf8);
[[nodiscard]] QByteArray planJson(const Plan& plan);

/// Errors: FileNotFound, FileNotReadable, PlanInvalid (facts.name is the file).
[[nodiscard]] Result<Plan> readPlan(const QString& path);
/// Whole or not at all, and never what readPlan() would refuse. Errors: PlanInvalid, OutputNotWritable, DiskFull.
[[nodiscard]] Status writePlan(const QString& path, const Plan& plan);

} // namespace bidseal::plan
