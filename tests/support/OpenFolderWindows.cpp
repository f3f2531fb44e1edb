#include "tests/support/OpenFolder.h"

#include <QDir>

#include <windows.h>

#include <aclapi.h>

namespace bidseal::testing {

/// A folder without an access list is everybody's.
bool openToEverybody(const QString& folder)
{
    auto name = QDir::toNativeSeparators(folder).toStdWString();
    return SetNamedSecurityInfoW(
               name.data(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr, nullptr, nullptr)
        == ERROR_SUCCESS;
}

} // namespace bidseal::testing
