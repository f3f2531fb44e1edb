#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace bidseal::test {

/// How often a text stands in the memory of another process, in UTF-8 or UTF-16LE. Empty where the system does not
/// allow that: a hardened process shows its memory to root only.
[[nodiscard]] std::optional<int> occurrencesInMemory(qint64 processId, const QString& text);

} // namespace bidseal::test
