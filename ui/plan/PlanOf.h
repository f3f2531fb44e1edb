#pragma once

#include "core/plan/Plan.h"
#include "ui/document/DocumentSession.h"

namespace bidseal::plan {

/// What stands on a document as a plan that fits other documents too. Lines of a plan come back as they were; marks
/// placed by hand become places on pages, measured from the nearest corner, those on the last page from the end. The
/// same place on several pages is one line. A strip of a cross-page seal that was moved by hand is left out: no rule
/// puts it there.
[[nodiscard]] Plan planOf(const document::DocumentSession& session);

} // namespace bidseal::plan
