#include "ui/platform/ClipboardHints.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

/// Klipper's word, which other histories have taken over.
void askHistoriesNotToKeep(QMimeData& data) { data.setData(u"x-kde-passwordManagerHint"_s, "secret"); }

} // namespace bidseal::platform
