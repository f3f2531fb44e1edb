#include "core/key/pkcs11/KeyUri.h"

#include <QSet>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace bidseal::key {

namespace {

constexpr auto kScheme = "pkcs11:"_L1;

tl::unexpected<Error> invalid(const QString& detail) { return failure(ErrorCode::KeyUriInvalid, detail); }

struct Attribute {
    QString name;
    QByteArray value; ///< decoded
};

bool isHexDigit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// RFC 7512, 2.3: what may stand unencoded in a value of the path. Letters beyond ASCII are taken as they come, as
/// people type them.
bool mayStandPlain(char c)
{
    return static_cast<unsigned char>(c) >= 0x80 || QChar::isLetterOrNumber(static_cast<uchar>(c))
        || QByteArrayView("-._~:[]@!$'()*+,=&").contains(c);
}

Result<QByteArray> percentDecoded(const QByteArray& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto isEscape
            = text[i] == '%' && i + 2 < text.size() && isHexDigit(text[i + 1]) && isHexDigit(text[i + 2]);
        if (!isEscape && !mayStandPlain(text[i]))
            return invalid(u"a character at %1 of a value must be percent-encoded"_s.arg(i));
        if (isEscape)
            i += 2;
    }
    return QByteArray::fromPercentEncoding(text);
}

Result<QString> textFrom(const Attribute& attribute)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(attribute.value);
    if (decoder.hasError() || text.contains(QChar::Null))
        return invalid(attribute.name + u" is not UTF-8 text"_s);
    return text;
}

Result<Attribute> parseAttribute(const QString& text)
{
    const auto equals = text.indexOf(u'=');
    if (equals <= 0)
        return invalid(u"an attribute is not of the form name=value"_s);
    const auto value = percentDecoded(text.mid(equals + 1).toUtf8());
    if (!value)
        return failure(value.error());
    if (value->isEmpty())
        return invalid(text.left(equals) + u" is empty"_s);
    return Attribute { text.left(equals), *value };
}

/// The query (RFC 7512, 2.4) says how to reach the module or the PIN: the first is chosen elsewhere, the second never
/// stands in a URI here.
Status checkQuery(const QString& query)
{
    for (const auto& part : query.split(u'&', Qt::SkipEmptyParts)) {
        const auto name = part.section(u'=', 0, 0);
        if (name == "pin-value"_L1 || name == "pin-source"_L1)
            return invalid(name + u" is refused: a PIN does not belong in a URI"_s);
    }
    return {};
}

Status takeInto(KeyUri& uri, const Attribute& attribute)
{
    const QHash<QString, QString KeyUri::*> texts {
        { u"token"_s, &KeyUri::token },
        { u"manufacturer"_s, &KeyUri::manufacturer },
        { u"model"_s, &KeyUri::model },
        { u"serial"_s, &KeyUri::serial },
        { u"object"_s, &KeyUri::object },
    };
    if (const auto member = texts.value(attribute.name, nullptr)) {
        const auto text = textFrom(attribute);
        if (!text)
            return failure(text.error());
        uri.*member = *text;
        return {};
    }
    if (attribute.name == "id"_L1) {
        uri.id = attribute.value;
        return {};
    }
    // Other programs print the type of the object they listed; it belongs to the same key.
    const auto isOfKey = attribute.value == "private" || attribute.value == "public" || attribute.value == "cert";
    if (attribute.name == "type"_L1 && isOfKey)
        return {};
    // Vendors' own attributes (RFC 7512, 2.5) change nothing here.
    if (attribute.name.startsWith("x-"_L1))
        return {};
    return invalid(u"the attribute %1 is not supported"_s.arg(attribute.name));
}

void append(QStringList& parts, const QString& name, const QByteArray& value)
{
    if (!value.isEmpty())
        parts.append(name + u'=' + QString::fromLatin1(value.toPercentEncoding()));
}

/// CKA_ID is bytes, not text: every one is encoded, as other programs print it.
QString encodedId(const QByteArray& id) { return QString::fromLatin1('%' + id.toHex('%').toUpper()); }

} // namespace

Result<KeyUri> KeyUri::parse(const QString& text)
{
    if (!text.startsWith(kScheme, Qt::CaseInsensitive))
        return invalid(u"it does not start with pkcs11:"_s);
    const auto path = text.mid(kScheme.size()).section(u'?', 0, 0);
    if (const auto query = checkQuery(text.section(u'?', 1)); !query)
        return failure(query.error());

    KeyUri uri;
    QSet<QString> seen;
    for (const auto& part : path.split(u';', Qt::SkipEmptyParts)) {
        const auto attribute = parseAttribute(part);
        if (!attribute)
            return failure(attribute.error());
        if (seen.contains(attribute->name))
            return invalid(attribute->name + u" stands there twice"_s);
        seen.insert(attribute->name);
        if (const auto taken = takeInto(uri, *attribute); !taken)
            return failure(taken.error());
    }
    return uri;
}

QString KeyUri::toString() const
{
    QStringList parts;
    append(parts, u"model"_s, model.toUtf8());
    append(parts, u"manufacturer"_s, manufacturer.toUtf8());
    append(parts, u"serial"_s, serial.toUtf8());
    append(parts, u"token"_s, token.toUtf8());
    if (!id.isEmpty())
        parts.append(u"id="_s + encodedId(id));
    append(parts, u"object"_s, object.toUtf8());
    return kScheme + parts.join(u';');
}

} // namespace bidseal::key
