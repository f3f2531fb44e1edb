#include "core/cms/DerReader.h"

#include <openssl/asn1.h>
#include <openssl/err.h>

namespace bidseal::cms {

bool DerElement::is(int universalTag) const { return tagClass == V_ASN1_UNIVERSAL && tag == universalTag; }

std::optional<DerElement> DerReader::next()
{
    constexpr int kInvalid = 0x80;
    constexpr int kIndefinite = 0x01;
    const auto* const start = reinterpret_cast<const unsigned char*>(m_rest.data());
    const unsigned char* at = start;
    long length = 0;
    DerElement element;
    const int form = ASN1_get_object(&at, &length, &element.tag, &element.tagClass, static_cast<long>(m_rest.size()));
    if (form & (kInvalid | kIndefinite)) {
        ERR_clear_error();
        return std::nullopt;
    }
    element.isConstructed = form & V_ASN1_CONSTRUCTED;
    element.content = QByteArrayView(at, length);
    element.whole = m_rest.first(at - start + length);
    m_rest = m_rest.sliced(element.whole.size());
    return element;
}

std::optional<DerElement> DerReader::next(int universalTag)
{
    const auto before = m_rest;
    const auto element = next();
    if (element && element->is(universalTag))
        return element;
    m_rest = before;
    return std::nullopt;
}

} // namespace bidseal::cms
