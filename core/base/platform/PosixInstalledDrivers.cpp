#include "core/base/platform/InstalledDrivers.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

// p11-kit's files, which Linux has instead, are read by core/key/pkcs11.
std::vector<RegisteredDriver> registeredDrivers() { return {}; }

/// Of makers whose installers know no p11-kit.
QStringList usualDriverFiles()
{
    return {
        u"/usr/lib/libeToken.so"_s, // SafeNet eToken
        u"/usr/lib/libeTPkcs11.so"_s,
        u"/usr/lib/libcastle.so.1.0.0"_s, // Feitian ePass2003
        u"/usr/lib64/libcastle.so.1.0.0"_s,
        u"/usr/lib/x86_64-linux-gnu/libykcs11.so"_s, // YubiKey
    };
}

QStringList driverRecordFolders()
{
    const auto own = QStandardPaths::writableLocation(QStandardPaths::ConfigLocation) + u"/pkcs11/modules"_s;
    return { u"/usr/share/p11-kit/modules"_s, u"/etc/pkcs11/modules"_s, own };
}

} // namespace bidseal::platform
