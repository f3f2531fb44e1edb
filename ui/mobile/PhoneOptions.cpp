#include "ui/mobile/PhoneOptions.h"

#include "core/relay/KeySchedule.h"

#include <QCoreApplication>
#include <QSettings>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace bidseal::mobile {

namespace {

constexpr auto kComputerId = "mobile/computerId"_L1;
constexpr int kIdBytes = 16;

/// Random and kept, so that a phone can tell a computer that it knows from one that it has never seen.
QByteArray computerId()
{
    QSettings settings;
    auto id = QByteArray::fromBase64(settings.value(kComputerId).toByteArray());
    if (id.size() == kIdBytes)
        return id;
    id = relay::randomBytes(kIdBytes);
    settings.setValue(kComputerId, id.toBase64());
    return id;
}

} // namespace

key::MobileOptions phoneOptions()
{
    key::MobileOptions options;
    options.client = u"%1 %2"_s.arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion());
    options.computerId = computerId();
    options.computerName = QSysInfo::machineHostName();
    options.afterLastCode = key::MobileOptions::AfterLastCode::Wait;
    return options;
}

} // namespace bidseal::mobile
