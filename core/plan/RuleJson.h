#pragma once

#include "core/plan/Rule.h"
#include "core/plan/StrictObject.h"
#include "core/seal/Seal.h"

namespace bidseal::plan {

/// A rule as plans and checklists write it: a member that is called as its kind is ("alongSeam"), and nothing else that
/// is a rule. Reads that member from the object; what is wrong goes to the object's problem.
[[nodiscard]] Rule readRule(StrictObject& object);
/// The member's name and value.
[[nodiscard]] std::pair<QString, QJsonObject> ruleJson(const Rule& rule);

/// Unlike seal::kindNamed, a kind that is not known is a problem: a misspelt one would be another seal.
[[nodiscard]] seal::Kind readKind(StrictObject& object, const QString& name, const QString& kind);
/// All where the object does not say.
[[nodiscard]] PageSet readPages(StrictObject& object);

} // namespace bidseal::plan
