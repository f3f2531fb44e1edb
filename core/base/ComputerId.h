#pragma once

#include <QByteArray>
#include <QString>

namespace bidseal {

/// 16 random bytes that this user's programs on this computer call themselves towards phones, so that a phone can warn
/// of a computer that it has never seen. Made on the first call and kept in `folder`, private to the user. Where they
/// cannot be kept they are others each time: a phone then warns once more than needed.
[[nodiscard]] QByteArray computerId(const QString& folder);

} // namespace bidseal
