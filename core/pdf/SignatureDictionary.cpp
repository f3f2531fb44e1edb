#include "core/pdf/SignatureDictionary.h"

#include "core/pdf/Fault.h"
#include "core/pdf/Values.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfReference;
using PoDoFo::PdfVariant;

namespace bidseal::pdf {

namespace {

/// The raw `<…>` of /Contents in the file: what ByteRange must leave out, and nothing else. A dictionary that has the
/// key twice, or hides it in an object stream or behind a reference, has no such place.
void locateContents(ExistingSignature& signature, const RawObject& object, const syntax::RawDictionary& raw)
{
    const std::string_view token = raw.value("Contents");
    if (token.empty())
        return;
    signature.contents = QByteArray::fromStdString(syntax::decodedString(token));
    const bool isHexadecimal = token.front() == '<' && token.back() == '>' && !token.starts_with("<<");
    if (!isHexadecimal || object.isInObjectStream() || raw.hasDuplicates())
        return;
    const auto* entry = raw.find("Contents");
    signature.contentsOffset = object.offset + static_cast<qint64>(entry->valueBegin);
    signature.contentsEnd = object.offset + static_cast<qint64>(entry->valueEnd);
}

std::vector<qint64> byteRangeOf(ObjectStore& store, const PdfDictionary& dictionary)
{
    std::vector<qint64> range;
    const PdfVariant value = store.entry(dictionary, "ByteRange");
    if (const auto* array = arrayOf(&value)) {
        for (const auto& number : *array)
            range.push_back(integerOf(&number).value_or(-1));
    }
    return range;
}

/// Calls `visit` with the method's name and its parameters for each signature reference (12.8.1, table 256).
template <class Visit> void forEachReference(ObjectStore& store, const PdfDictionary& signature, const Visit& visit)
{
    const PdfVariant value = store.entry(signature, "Reference");
    const auto* references = arrayOf(&value);
    if (!references)
        return;
    for (const auto& element : *references) {
        const PdfVariant resolved = store.resolve(&element);
        const auto* reference = dictionaryOf(&resolved);
        if (!reference)
            continue;
        const PdfVariant method = store.entry(*reference, "TransformMethod");
        visit(nameOf(&method), store.entry(*reference, "TransformParams"));
    }
}

QString textEntry(ObjectStore& store, const PdfDictionary& dictionary, const char* key)
{
    const PdfVariant value = store.entry(dictionary, key);
    return textOf(&value);
}

RawObject objectOfValue(ObjectStore& store, const SignatureField& field)
{
    if (const auto reference = referenceOf(&field.value)) {
        if (auto object = store.raw(*reference))
            return std::move(*object);
        damaged(u"the value of field %1 is missing"_s.arg(field.name));
    }
    // A direct dictionary: it is a part of the field's own object.
    const auto object = store.raw(field.reference);
    if (!object)
        damaged(u"field %1 is missing"_s.arg(field.name));
    const syntax::RawDictionary raw(object->text);
    const auto* entry = raw.find("V");
    if (!entry)
        damaged(u"field %1 has inherited its signature"_s.arg(field.name));
    RawObject part = *object;
    part.text = std::string(raw.value("V"));
    if (!part.isInObjectStream())
        part.offset += static_cast<qint64>(entry->valueBegin);
    return part;
}

} // namespace

int certificationLevelOf(ObjectStore& store, const PdfDictionary& signature)
{
    int level = 0;
    forEachReference(store, signature, [&](const std::string& method, const PdfVariant& parameters) {
        if (method != "DocMDP" || level != 0)
            return;
        const auto* dictionary = dictionaryOf(&parameters);
        const PdfVariant p = dictionary ? store.entry(*dictionary, "P") : PdfVariant();
        level = static_cast<int>(std::clamp<qint64>(integerOf(&p).value_or(2), 1, 3));
    });
    return level;
}

SignatureDictionary readSignature(ObjectStore& store, const SignatureField& field)
{
    const PdfVariant value = store.resolve(&field.value);
    const auto* dictionary = dictionaryOf(&value);
    if (!dictionary)
        damaged(u"the value of field %1 is no signature dictionary"_s.arg(field.name));
    const RawObject object = objectOfValue(store, field);

    SignatureDictionary result;
    ExistingSignature& signature = result.signature;
    signature.fieldNames = QStringList { field.name };
    locateContents(signature, object, syntax::RawDictionary(object.text));
    const PdfVariant subFilter = store.entry(*dictionary, "SubFilter");
    signature.subFilter = QString::fromLatin1(nameOf(&subFilter).c_str());
    signature.reason = textEntry(store, *dictionary, "Reason");
    signature.location = textEntry(store, *dictionary, "Location");
    signature.claimedName = textEntry(store, *dictionary, "Name");
    const PdfVariant time = store.entry(*dictionary, "M");
    signature.claimedTime = dateOf(&time);
    signature.byteRange = byteRangeOf(store, *dictionary);
    signature.isDocumentTimestamp
        = nameOf(dictionary->GetKey("Type")) == "DocTimeStamp" || signature.subFilter == u"ETSI.RFC3161"_s;
    signature.certificationLevel = certificationLevelOf(store, *dictionary);
    forEachReference(store, *dictionary, [&](const std::string& method, const PdfVariant& parameters) {
        if (method != "FieldMDP")
            return;
        if (auto lock = readLock(store, parameters))
            result.locks.push_back(std::move(*lock));
    });
    return result;
}

} // namespace bidseal::pdf
