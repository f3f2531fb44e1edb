#include "core/base/platform/FileNames.h"

using namespace Qt::StringLiterals;

namespace bidseal::platform {

bool isFileName(const QString& name)
{
    return !name.isEmpty() && name != u"."_s && name != u".."_s && !name.contains(u'/') && !name.contains(QChar(0));
}

} // namespace bidseal::platform
