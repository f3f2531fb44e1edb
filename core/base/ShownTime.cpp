#include "core/base/ShownTime.h"

using namespace Qt::StringLiterals;

namespace bidseal {

QString shownDay(const QDateTime& utc) { return utc.toLocalTime().date().toString(Qt::ISODate); }

QString shownTime(const QDateTime& utc) { return utc.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s); }

} // namespace bidseal
