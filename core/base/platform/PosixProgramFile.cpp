#include "core/base/platform/ProgramFile.h"

namespace bidseal::platform {

QString programFile(const QString& name) { return name; }

} // namespace bidseal::platform
