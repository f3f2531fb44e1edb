#pragma once

#include <QByteArray>
#include <QStringList>

namespace bidseal::environment {

/// The addresses that a hosts file (hosts(5), the same on Windows) gives `host`, in its order, each once. Names are
/// compared as resolvers do: without regard to case and to a dot at the end, in their ASCII form.
[[nodiscard]] QStringList addressesInHostsFile(const QByteArray& content, const QString& host);

} // namespace bidseal::environment
