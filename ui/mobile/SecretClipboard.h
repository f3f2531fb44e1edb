#pragma once

#include <QString>

namespace bidseal::mobile {

/// Puts a link that nobody else may have on the clipboard, and asks clipboard histories not to keep it.
void copySecretly(const QString& text);
/// Takes it away again where it is still there.
void forgetCopied(const QString& text);

} // namespace bidseal::mobile
