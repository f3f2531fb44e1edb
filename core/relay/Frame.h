#pragma once

#include <QByteArray>
#include <QtEndian>

namespace bidseal::relay {

/// A number as big-endian bytes.
template <class Number> [[nodiscard]] QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof number, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// The length of `bytes` in four bytes, then the bytes: so that no two lists of inputs look the same
/// (docs/relay-protocol.md, 1).
[[nodiscard]] inline QByteArray frame(const QByteArray& bytes)
{
    return bigEndian(static_cast<quint32>(bytes.size())) + bytes;
}

} // namespace bidseal::relay
