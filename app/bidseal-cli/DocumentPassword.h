#pragma once

#include "core/base/Secret.h"

#include <QStringList>

#include <vector>

namespace bidseal::cli {

/// What opens the document: from the file, or from the terminal where the document wants one; empty where it wants
/// none. A wrong one is found by whoever opens the document with it.
[[nodiscard]] Result<Secret> documentPassword(const QString& document, const QString& passwordFile);
/// The same for several, which often have one password: asked for again only where the last one does not open the next.
[[nodiscard]] Result<std::vector<Secret>> documentPasswords(const QStringList& documents, const QString& passwordFile);

} // namespace bidseal::cli
