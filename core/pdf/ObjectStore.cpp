#include "core/pdf/ObjectStore.h"

#include "core/pdf/Fault.h"
#include "core/pdf/Inflate.h"
#include "core/pdf/Values.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfReference;
using PoDoFo::PdfVariant;

namespace bidseal::pdf {

namespace {

constexpr std::size_t kLargestObjectStream = 64 * 1024 * 1024;
constexpr std::size_t kKeptObjectStreams = 24 * 1024 * 1024; ///< bytes, beyond the newest one
constexpr int kLongestReferenceChain = 32;
constexpr int kDeepestReading = 8;
// What one question may cost, in the unit of syntax::Extent::weight: a few seconds at most.
constexpr qint64 kSmallestBudget = 10000000;
constexpr qint64 kCostOfAnObject = 16;
constexpr std::size_t kBytesPerUnit = 32; ///< inflated and scanned

PdfReference referenceTo(int number, int generation = 0)
{
    return PdfReference(static_cast<PoDoFo::pdf_objnum>(number), static_cast<PoDoFo::pdf_gennum>(generation));
}

/// An object stream's length may itself be an object, and so on; not without end.
class Nesting {
public:
    explicit Nesting(int& depth)
        : m_depth(depth)
    {
        if (++m_depth > kDeepestReading) {
            --m_depth;
            damaged(u"objects that need each other to be read"_s);
        }
    }
    ~Nesting() { --m_depth; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

private:
    int& m_depth;
};

} // namespace

ObjectStore::ObjectStore(SourceFile& source, const Secret* password)
    : m_source(source)
    , m_crossReference(source)
{
    renewBudget();
    openEncryption(password);
}

ObjectStore::~ObjectStore() = default;

void ObjectStore::renewBudget() { m_budget = kSmallestBudget + m_source.size(); }

void ObjectStore::spend(std::size_t weight, std::size_t bytes)
{
    m_budget -= static_cast<qint64>(weight + bytes / kBytesPerUnit) + kCostOfAnObject;
    if (m_budget < 0)
        fail(ErrorCode::DocumentTooComplex, u"the same objects have to be read again and again"_s);
}

void ObjectStore::openEncryption(const Secret* password)
{
    const syntax::RawDictionary& trailer = m_crossReference.trailer();
    if (trailer.value("Encrypt").empty())
        return;
    const PdfVariant entry = parseValue(trailer.value("Encrypt"));
    if (entry.IsNull())
        return;
    m_encryptionReference = referenceOf(&entry);
    PdfVariant dictionary = resolve(&entry); // nothing is decrypted yet: its strings come as they stand
    if (!dictionary.IsDictionary())
        damaged(u"/Encrypt is no dictionary"_s);
    std::string fileId;
    if (const std::string_view id = trailer.value("ID"); !id.empty()) {
        const PdfVariant parsed = parseValue(id);
        const PdfVariant array = resolve(&parsed);
        if (const auto* ids = arrayOf(&array); ids && ids->GetSize() > 0)
            fileId = bytesOf(&(*ids)[0]);
    }
    m_encryption = std::make_unique<Encryption>(dictionary.GetDictionary(), fileId, password);
    m_streams.clear(); // whatever was decoded so far was decoded without a key
    m_streamBytes = 0;
}

std::optional<RawObject> ObjectStore::raw(const PdfReference& reference)
{
    const Nesting nesting(m_depth);
    const auto number = static_cast<qint64>(reference.ObjectNumber());
    const ObjectPlace place = m_crossReference.place(number);
    switch (place.kind) {
    case ObjectPlace::Kind::InFile:
        return fromFile(reference, place);
    case ObjectPlace::Kind::InStream:
        if (reference.GenerationNumber() != 0)
            return {};
        return fromStream(static_cast<int>(number), place);
    case ObjectPlace::Kind::Absent:
    case ObjectPlace::Kind::Free:
        break;
    }
    return {};
}

std::optional<RawObject> ObjectStore::fromFile(const PdfReference& reference, const ObjectPlace& place)
{
    if (place.detail != static_cast<int>(reference.GenerationNumber()))
        return {};
    RawObject object = readObjectAt(m_source, place.offset);
    spend(object.weight, object.text.size());
    if (object.number != static_cast<int>(reference.ObjectNumber()) || object.generation != place.detail)
        damaged(u"the entry of object %1 leads to object %2"_s.arg(reference.ObjectNumber()).arg(object.number));
    return object;
}

std::optional<RawObject> ObjectStore::fromStream(int number, const ObjectPlace& place)
{
    const ObjectStream& stream
        = objectStream(static_cast<int>(std::min<qint64>(place.offset, PlaceTable::kHighestNumber)));
    const auto hint = static_cast<std::size_t>(place.detail);
    auto found = stream.index.begin();
    if (hint < stream.index.size() && stream.index[hint].first == number)
        found += place.detail;
    else
        found = std::find_if(
            stream.index.begin(), stream.index.end(), [&](const auto& entry) { return entry.first == number; });
    if (found == stream.index.end())
        damaged(u"object %1 is not in object stream %2"_s.arg(number).arg(place.offset));
    const auto value = syntax::nextValue(stream.decoded, found->second);
    if (value.scan == syntax::Scan::TooComplex)
        fail(ErrorCode::DocumentTooComplex, u"object %1 nests too deeply or is too long"_s.arg(number));
    if (value.scan != syntax::Scan::Complete)
        damaged(u"object %1 is broken"_s.arg(number));
    RawObject object;
    object.number = number;
    object.text = stream.decoded.substr(value.begin, value.end - value.begin);
    object.weight = value.weight;
    spend(object.weight, object.text.size());
    return object;
}

const ObjectStore::ObjectStream& ObjectStore::objectStream(int number)
{
    const auto kept
        = std::find_if(m_streams.begin(), m_streams.end(), [&](const auto& stream) { return stream.number == number; });
    if (kept != m_streams.end()) {
        m_streams.splice(m_streams.begin(), m_streams, kept);
        return m_streams.front();
    }
    m_streams.push_front(decodeObjectStream(number));
    m_streamBytes += m_streams.front().decoded.size();
    while (m_streamBytes > kKeptObjectStreams && m_streams.size() > 1) {
        m_streamBytes -= m_streams.back().decoded.size();
        m_streams.pop_back();
    }
    return m_streams.front();
}

ObjectStore::ObjectStream ObjectStore::decodeObjectStream(int number)
{
    const ObjectPlace place = m_crossReference.place(number);
    if (place.kind != ObjectPlace::Kind::InFile) // 7.5.7: a stream is never inside another
        damaged(u"object stream %1 is missing"_s.arg(number));
    const auto object = raw(referenceTo(number, place.detail));
    if (!object || !object->hasStream())
        damaged(u"object stream %1 is no stream"_s.arg(number));
    const PdfVariant parsed = parseValue(clearText(*object));
    const auto* dictionary = dictionaryOf(&parsed);
    if (!dictionary)
        damaged(u"object stream %1 has no dictionary"_s.arg(number));
    const auto count = integerOf(dictionary->GetKey("N"));
    const auto first = integerOf(dictionary->GetKey("First"));
    if (!count || !first || *count < 0 || *first < 0)
        damaged(u"object stream %1 has no /N or /First"_s.arg(number));

    ObjectStream stream;
    stream.number = number;
    stream.decoded = decoded(*object, *dictionary, kLargestObjectStream);
    const std::string_view header = std::string_view(stream.decoded).substr(0, static_cast<std::size_t>(*first));
    std::size_t at = 0;
    const auto next = [&]() -> std::optional<qint64> {
        const auto token = syntax::nextToken(header, at);
        at = token.end;
        return syntax::integer(header.substr(token.begin, token.end - token.begin));
    };
    for (qint64 i = 0; i < *count; ++i) {
        const auto objectNumber = next();
        const auto offset = next();
        if (!objectNumber || !offset || *objectNumber > PlaceTable::kHighestNumber)
            damaged(u"the index of object stream %1 is broken"_s.arg(number));
        stream.index.emplace_back(static_cast<int>(*objectNumber), static_cast<std::size_t>(*first + *offset));
    }
    stream.decoded += '\n'; // the last value needs an end
    return stream;
}

std::string ObjectStore::decoded(const RawObject& object, const PdfDictionary& dictionary, std::size_t limit)
{
    const PdfVariant lengthValue = entry(dictionary, "Length");
    const auto length = integerOf(&lengthValue);
    if (!length || *length < 0)
        damaged(u"the stream of object %1 has no /Length"_s.arg(object.number));
    std::string bytes = readStream(m_source, object, *length);
    if (m_encryption)
        bytes = m_encryption->decrypt(object.number, object.generation, bytes);
    bytes = decodeStream(std::move(bytes), dictionary, limit);
    spend(0, bytes.size());
    return bytes;
}

std::optional<std::string> ObjectStore::streamData(const PdfReference& reference, std::size_t limit)
{
    const auto object = raw(reference);
    if (!object || !object->hasStream())
        return {};
    const PdfVariant parsed = parseValue(clearText(*object));
    const auto* dictionary = dictionaryOf(&parsed);
    if (!dictionary)
        return {};
    return decoded(*object, *dictionary, limit);
}

std::string ObjectStore::clearText(const RawObject& object) const
{
    const bool isPlain = !m_encryption || object.isInObjectStream()
        || (m_encryptionReference && m_encryptionReference->ObjectNumber() == static_cast<unsigned>(object.number));
    if (isPlain)
        return object.text;
    return withStringsChanged(object.text,
        [&](const std::string& bytes) { return m_encryption->decrypt(object.number, object.generation, bytes); });
}

std::string ObjectStore::textForUpdate(const RawObject& object) const
{
    if (!m_encryption || !object.isInObjectStream())
        return object.text;
    return withStringsChanged(object.text,
        [&](const std::string& bytes) { return m_encryption->encrypt(object.number, object.generation, bytes); });
}

std::string ObjectStore::textForObjectStream(int number, const std::string& textForUpdate) const
{
    if (!m_encryption)
        return textForUpdate;
    return withStringsChanged(
        textForUpdate, [&](const std::string& bytes) { return m_encryption->decrypt(number, 0, bytes); });
}

PdfVariant ObjectStore::value(const PdfReference& reference)
{
    const auto object = raw(reference);
    return object ? parseValue(clearText(*object)) : PdfVariant();
}

PdfVariant ObjectStore::resolve(const PdfVariant* value)
{
    if (!value)
        return {};
    PdfVariant current = *value;
    for (int i = 0; i < kLongestReferenceChain; ++i) {
        if (!current.IsReference())
            return current;
        current = this->value(current.GetReference());
    }
    damaged(u"a chain of references without end"_s);
}

PdfVariant ObjectStore::entry(const PdfDictionary& dictionary, const char* key)
{
    return resolve(dictionary.GetKey(key));
}

PdfReference ObjectStore::catalogReference() const
{
    const PdfVariant root = parseValue(m_crossReference.trailer().value("Root"));
    const auto reference = referenceOf(&root);
    if (!reference)
        damaged(u"/Root is no reference"_s);
    return *reference;
}

PdfVariant ObjectStore::catalog()
{
    PdfVariant catalog = value(catalogReference());
    if (!catalog.IsDictionary())
        damaged(u"the catalog is missing"_s);
    return catalog;
}

std::string withStringsChanged(std::string_view text, const std::function<std::string(const std::string&)>& change)
{
    std::string changed;
    std::size_t copied = 0;
    for (std::size_t at = 0;;) {
        const auto token = syntax::nextToken(text, at);
        const bool isString = token.token == syntax::Token::LiteralString || token.token == syntax::Token::HexString;
        if (token.scan != syntax::Scan::Complete)
            break;
        if (isString) {
            changed += text.substr(copied, token.begin - copied);
            changed
                += syntax::hexString(change(syntax::decodedString(text.substr(token.begin, token.end - token.begin))));
            copied = token.end;
        }
        at = token.end;
    }
    changed += text.substr(copied);
    return changed;
}

} // namespace bidseal::pdf
