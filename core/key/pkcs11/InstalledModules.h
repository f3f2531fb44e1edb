#pragma once

#include <QStringList>

namespace bidseal::key {

/// Modules that are worth asking on this computer, each by its absolute path: those registered with p11-kit, and the
/// known drivers of UKeys in their usual places. Nothing is looked for in the search path or the current folder.
[[nodiscard]] QStringList installedModules();

/// The modules that p11-kit's `*.module` files in these folders name (pkcs11.conf(5)); a file in a later folder
/// replaces one of the same name. Trust stores hold no keys and are left out. Relative names live in `moduleFolder`.
[[nodiscard]] QStringList registeredModules(const QStringList& configurationFolders, const QString& moduleFolder);

} // namespace bidseal::key
