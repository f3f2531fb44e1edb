#pragma once

#include "resources/demonstration/Typesetter.h"

namespace bidseal::demonstration {

struct TitleBlock {
    QString project, company, date;
    int page = 0, pageCount = 0;
};

/// A floor plan with axes, rooms, dimensions and a title block on a sheet of 297 × 210 mm.
void drawFloorPlan(Typesetter& set, const TitleBlock& titleBlock);

} // namespace bidseal::demonstration
