#include "core/pdf/Update.h"

#include "core/pdf/Fault.h"
#include "core/pdf/Values.h"

#include <openssl/rand.h>

#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;
using PoDoFo::PdfReference;
using PoDoFo::PdfVariant;

namespace bidseal::pdf {

namespace {

constexpr qint64 kLargestTableOffset = 9999999999; // ten digits, 7.5.4

/// zlib's format; qCompress puts the length in four bytes before it.
std::string deflated(const QByteArray& data)
{
    const QByteArray compressed = qCompress(data, 9);
    return std::string(compressed.constData() + 4, static_cast<std::size_t>(compressed.size() - 4));
}

std::string streamBody(const std::string& entries, const std::string& bytes)
{
    return "<<" + entries + "/Length " + std::to_string(bytes.size()) + ">>\nstream\n" + bytes + "\nendstream";
}

constexpr char kFlate[] = "/Filter/FlateDecode";

void appendBigEndian(std::string& bytes, quint64 value, int width)
{
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift);
}

std::string literalString(const std::string& ascii)
{
    std::string text = "(";
    for (const char c : ascii) {
        if (c == '(' || c == ')' || c == '\\')
            text += '\\';
        text += c;
    }
    return text += ')';
}

bool isPrintableAscii(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

std::string randomBytes(std::size_t count)
{
    std::string bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1)
        fail(ErrorCode::InternalFault, u"no random bytes"_s);
    return bytes;
}

} // namespace

std::string referenceText(int number, int generation)
{
    return std::to_string(number) + ' ' + std::to_string(generation) + " R";
}

std::string referenceText(const PdfReference& reference)
{
    return referenceText(static_cast<int>(reference.ObjectNumber()), static_cast<int>(reference.GenerationNumber()));
}

std::string realText(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 5);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? "0" : text.toStdString();
}

Update::Update(ObjectStore& store, qint64 sourceSize)
    : m_store(store)
    , m_sourceSize(sourceSize)
    , m_next(store.crossReference().nextNumber())
{
}

void Update::setNew(int number, std::string body) { m_objects[number] = { 0, std::move(body) }; }

int Update::addNew(std::string body)
{
    const int number = reserve();
    setNew(number, std::move(body));
    return number;
}

int Update::addStream(const std::string& entries, const QByteArray& data)
{
    const int number = reserve();
    std::string bytes = deflated(data);
    const bool pays = static_cast<qsizetype>(bytes.size() + sizeof kFlate) < data.size();
    if (!pays)
        bytes = data.toStdString();
    if (const Encryption* encryption = m_store.encryption())
        bytes = encryption->encrypt(number, 0, bytes);
    setNew(number, streamBody(pays ? entries + kFlate : entries, bytes));
    return number;
}

std::optional<std::string> Update::text(const PdfReference& reference)
{
    if (const auto changed = m_objects.find(static_cast<int>(reference.ObjectNumber())); changed != m_objects.end())
        return changed->second.body;
    const auto object = m_store.raw(reference);
    if (!object)
        return {};
    if (object->hasStream())
        damaged(u"object %1 is a stream where none may be"_s.arg(object->number));
    return m_store.textForUpdate(*object);
}

void Update::change(const PdfReference& reference, std::string text)
{
    m_objects[static_cast<int>(reference.ObjectNumber())]
        = { static_cast<int>(reference.GenerationNumber()), std::move(text) };
}

std::string Update::asciiString(int number, const std::string& text) const
{
    if (const Encryption* encryption = m_store.encryption())
        return syntax::hexString(encryption->encrypt(number, 0, text));
    return literalString(text);
}

std::string Update::textString(int number, const QString& text) const
{
    if (isPrintableAscii(text))
        return asciiString(number, text.toStdString());
    std::string bytes = "\xfe\xff";
    for (const QChar c : text)
        appendBigEndian(bytes, c.unicode(), 2);
    if (const Encryption* encryption = m_store.encryption())
        bytes = encryption->encrypt(number, 0, bytes);
    return syntax::hexString(bytes);
}

Update::Written Update::finish()
{
    Written written;
    std::string& bytes = written.bytes;
    if (!m_store.crossReference().endsWithEndOfLine())
        bytes += '\n';
    std::map<int, qint64> offsets;
    for (const auto& [number, object] : m_objects) {
        offsets[number] = m_sourceSize + static_cast<qint64>(bytes.size());
        bytes += std::to_string(number) + ' ' + std::to_string(object.generation) + " obj\n";
        written.bodies[number] = m_sourceSize + static_cast<qint64>(bytes.size());
        bytes += object.body;
        bytes += "\nendobj\n";
    }
    const qint64 section = m_sourceSize + static_cast<qint64>(bytes.size());
    if (m_store.crossReference().newestKind() == CrossReference::Kind::Stream)
        writeStreamSection(bytes, std::move(offsets));
    else
        writeTable(bytes, offsets);
    bytes += "startxref\n" + std::to_string(section) + "\n%%EOF\n";
    return written;
}

/// 7.5.5: what the newest trailer says goes on; the first half of /ID stays, the second is new. /XRefStm is not
/// carried on: it belongs to the section that has it.
std::string Update::trailerEntries() const
{
    const syntax::RawDictionary& trailer = m_store.crossReference().trailer();
    std::string entries;
    for (const char* key : { "Root", "Info", "Encrypt" }) {
        if (const auto value = trailer.value(key); !value.empty())
            entries += '/' + std::string(key) + ' ' + std::string(value);
    }
    const std::string fresh = randomBytes(16);
    std::string first = fresh;
    if (const auto value = trailer.value("ID"); !value.empty()) {
        const PdfVariant parsed = parseValue(value);
        const PdfVariant ids = m_store.resolve(&parsed);
        if (const auto* array = arrayOf(&ids); array && array->GetSize() > 0)
            first = bytesOf(&(*array)[0]);
    }
    entries += "/ID[" + syntax::hexString(first) + syntax::hexString(fresh) + ']';
    entries += "/Prev " + std::to_string(m_store.crossReference().newestOffset());
    entries += "/Size " + std::to_string(m_next);
    return entries;
}

std::vector<std::pair<int, int>> Update::runs(const std::map<int, qint64>& offsets) const
{
    std::vector<std::pair<int, int>> runs;
    for (const auto& [number, offset] : offsets) {
        if (!runs.empty() && runs.back().first + runs.back().second == number)
            ++runs.back().second;
        else
            runs.emplace_back(number, 1);
    }
    return runs;
}

void Update::writeTable(std::string& bytes, const std::map<int, qint64>& offsets) const
{
    bytes += "xref\n";
    for (const auto& [first, count] : runs(offsets)) {
        bytes += std::to_string(first) + ' ' + std::to_string(count) + '\n';
        for (int number = first; number < first + count; ++number) {
            const qint64 offset = offsets.at(number);
            if (offset > kLargestTableOffset)
                fail(ErrorCode::DocumentTooComplex, u"beyond what a cross-reference table can say"_s);
            char row[32];
            std::snprintf(
                row, sizeof row, "%010lld %05d n \n", static_cast<long long>(offset), m_objects.at(number).generation);
            bytes += row;
        }
    }
    bytes += "trailer\n<<" + trailerEntries() + ">>\n";
}

void Update::writeStreamSection(std::string& bytes, std::map<int, qint64> offsets)
{
    const int number = reserve();
    const qint64 own = m_sourceSize + static_cast<qint64>(bytes.size());
    offsets[number] = own;
    const int width = own > 0xffffffffLL ? 5 : 4;
    std::string rows;
    for (const auto& [object, offset] : offsets) {
        const auto known = m_objects.find(object);
        appendBigEndian(rows, 1, 1);
        appendBigEndian(rows, static_cast<quint64>(offset), width);
        appendBigEndian(rows, known == m_objects.end() ? 0 : static_cast<quint64>(known->second.generation), 2);
    }
    std::string index;
    for (const auto& [first, count] : runs(offsets))
        index += ' ' + std::to_string(first) + ' ' + std::to_string(count);
    const std::string entries
        = "/Type/XRef" + trailerEntries() + "/W[1 " + std::to_string(width) + " 2]/Index[" + index + ']' + kFlate;
    // Never encrypted (7.5.8.2).
    bytes += std::to_string(number) + " 0 obj\n"
        + streamBody(entries, deflated(QByteArray(rows.data(), static_cast<qsizetype>(rows.size())))) + "\nendobj\n";
}

} // namespace bidseal::pdf
