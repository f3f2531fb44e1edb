#pragma once

#include "core/plan/Placing.h"

#include <QStringList>

namespace bidseal::plan {

/// One sentence for each kind of caution, with the pages that it is about.
[[nodiscard]] QStringList sentencesAbout(const std::vector<Noticed>& noticed);

/// "3, 5, 8" as people count; a long list ends with "…".
[[nodiscard]] QString pagesText(const std::vector<int>& pages);

} // namespace bidseal::plan
