#pragma once

#include <QByteArrayView>

#include <optional>

namespace bidseal::cms {

/// One tag, length and value. Views into the bytes that were read.
struct DerElement {
    int tag = 0;
    int tagClass = 0; ///< V_ASN1_UNIVERSAL …
    bool isConstructed = false;
    QByteArrayView content;
    QByteArrayView whole; ///< with tag and length

    [[nodiscard]] bool is(int universalTag) const;
};

/// Takes elements of definite length off the front, one by one: the few places where OpenSSL's structures are opaque.
class DerReader {
public:
    explicit DerReader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    /// Nothing at the end, and nothing where what follows is no whole element.
    [[nodiscard]] std::optional<DerElement> next();
    /// The next element where it is of this universal type; otherwise nothing, and nothing is taken.
    [[nodiscard]] std::optional<DerElement> next(int universalTag);

private:
    QByteArrayView m_rest;
};

} // namespace bidseal::cms
