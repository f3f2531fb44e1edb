#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace bidseal::platform {

/// A library of a UKey's maker that the system keeps a record of.
struct RegisteredDriver {
    enum class Kind {
        CryptoProvider, ///< a Windows CSP; some makers' are PKCS#11 modules at the same time
        Skf, ///< GM/T 0016, which is not used yet
    };
    Kind kind = Kind::CryptoProvider;
    QString path; ///< absolute
};

/// What Windows' registry names, for programs of 64 and of 32 bits; each path once, files that are not there left out.
/// Other systems keep no such record.
[[nodiscard]] std::vector<RegisteredDriver> registeredDrivers();

/// Where makers' installers put their PKCS#11 drivers without telling anybody (absolute); whether a file is there is
/// for the caller to see, and a name alone loads nothing.
[[nodiscard]] QStringList usualDriverFiles();

/// Folders in which p11-kit's records of drivers lie, the user's own last; Windows has none.
[[nodiscard]] QStringList driverRecordFolders();

} // namespace bidseal::platform
