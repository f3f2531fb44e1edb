#include "tests/support/OpenFolder.h"

#include <QFile>

namespace bidseal::testing {

bool openToEverybody(const QString& folder) { return QFile::setPermissions(folder, QFile::Permissions(0x7777)); }

} // namespace bidseal::testing
