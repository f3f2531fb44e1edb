#include "core/base/platform/SystemSettings.h"

using namespace Qt::StringLiterals;

namespace bidseal::platform {

QString hostsFile() { return u"/etc/hosts"_s; }

// Each desktop has its own program for that, and none has an address.
QUrl dateAndTimeSettings() { return {}; }
QUrl proxySettings() { return {}; }
QUrl securitySettings() { return {}; }

} // namespace bidseal::platform
