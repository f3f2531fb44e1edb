#include "ui/mobile/PhoneOptions.h"

#include "core/base/ComputerId.h"
#include "core/base/UserFolder.h"

#include <QCoreApplication>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace bidseal::mobile {

key::MobileOptions phoneOptions()
{
    key::MobileOptions options;
    options.client = u"%1 %2"_s.arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion());
    options.computerId = computerId(userFolder());
    options.computerName = QSysInfo::machineHostName();
    options.afterLastCode = key::MobileOptions::AfterLastCode::Wait;
    return options;
}

} // namespace bidseal::mobile
