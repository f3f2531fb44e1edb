#include "core/pdf/Update.h"

#include "core/pdf/ArchiveClaim.h"
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
constexpr std::size_t kWorthPacking = 64; ///< objects; a few seals read best as they always did
/// Larger ones compress better, but whoever shows one page has to unpack all of it.
constexpr std::size_t kPackedTogether = 200;

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

/// Runs of numbers that follow each other: first, count.
template <class Rows> std::vector<std::pair<int, int>> runs(const Rows& rows)
{
    std::vector<std::pair<int, int>> runs;
    for (const auto& [number, row] : rows) {
        if (!runs.empty() && runs.back().first + runs.back().second == number)
            ++runs.back().second;
        else
            runs.emplace_back(number, 1);
    }
    return runs;
}

/// PNG's predictor Up (7.4.4.4): neighbouring rows differ in little, and then in the same.
std::string predictedUp(const std::string& rows, std::size_t rowLength)
{
    std::string predicted;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (at % rowLength == 0)
            predicted += '\x02';
        const char above = at < rowLength ? '\0' : rows[at - rowLength];
        predicted += static_cast<char>(rows[at] - above);
    }
    return predicted;
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

void Update::setNew(int number, std::string body, Storage storage)
{
    m_objects[number] = { 0, std::move(body), storage };
}

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
    setNew(number, streamBody(pays ? entries + kFlate : entries, bytes), Storage::ByItself);
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
        = { static_cast<int>(reference.GenerationNumber()), std::move(text), Storage::Packed };
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
    const std::vector<int> packable = packableNumbers();
    Rows rows = packable.size() >= kWorthPacking && mayPack() ? pack(packable) : Rows();

    Written written;
    std::string& bytes = written.bytes;
    if (!m_store.crossReference().endsWithEndOfLine())
        bytes += '\n';
    for (const auto& [number, object] : m_objects) {
        rows[number] = { Row::Type::ByItself, m_sourceSize + static_cast<qint64>(bytes.size()), object.generation };
        bytes += std::to_string(number) + ' ' + std::to_string(object.generation) + " obj\n";
        written.bodies[number] = m_sourceSize + static_cast<qint64>(bytes.size());
        bytes += object.body;
        bytes += "\nendobj\n";
    }

    const qint64 section = m_sourceSize + static_cast<qint64>(bytes.size());
    if (m_store.crossReference().newestKind() == CrossReference::Kind::Stream)
        writeStreamSection(bytes, std::move(rows));
    else
        writeTable(bytes, rows);
    bytes += "startxref\n" + std::to_string(section) + "\n%%EOF\n";
    return written;
}

/// Object streams beside a table would make a hybrid file (7.5.8.4). PDFium does not find objects there that have
/// changed, and strict validators refuse the signatures of files that can be understood in two ways.
bool Update::mayPack()
{
    return m_store.crossReference().newestKind() == CrossReference::Kind::Stream && !claimsPdfA1(m_store);
}

/// 7.5.7. The catalog of an encrypted document stays outside too: Adobe Reader did not find it inside.
bool Update::isPackable(int number, const Changed& object) const
{
    return object.storage == Storage::Packed && object.generation == 0
        && number != static_cast<int>(m_store.catalogReference().ObjectNumber());
}

std::vector<int> Update::packableNumbers() const
{
    std::vector<int> numbers;
    for (const auto& [number, object] : m_objects) {
        if (isPackable(number, object))
            numbers.push_back(number);
    }
    return numbers;
}

/// Takes these objects out of m_objects and puts the streams that hold them there.
Update::Rows Update::pack(const std::vector<int>& numbers)
{
    Rows rows;
    for (std::size_t at = 0; at < numbers.size(); at += kPackedTogether) {
        const std::size_t end = std::min(numbers.size(), at + kPackedTogether);
        packTogether(numbers.data() + at, numbers.data() + end, rows);
    }
    return rows;
}

void Update::packTogether(const int* first, const int* last, Rows& rows)
{
    std::string index, bodies;
    for (const int* number = first; number != last; ++number) {
        index += std::to_string(*number) + ' ' + std::to_string(bodies.size()) + ' ';
        bodies += m_store.textForObjectStream(*number, m_objects.at(*number).body) + '\n';
    }
    const std::string data = index + bodies;
    const int stream
        = addStream("/Type/ObjStm/N " + std::to_string(last - first) + "/First " + std::to_string(index.size()),
            QByteArray(data.data(), static_cast<qsizetype>(data.size())));
    for (const int* number = first; number != last; ++number) {
        rows[*number] = { Row::Type::Packed, stream, static_cast<int>(number - first) };
        m_objects.erase(*number);
    }
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

void Update::writeTable(std::string& bytes, const Rows& rows) const
{
    bytes += "xref\n";
    for (const auto& [first, count] : runs(rows)) {
        bytes += std::to_string(first) + ' ' + std::to_string(count) + '\n';
        for (int number = first; number < first + count; ++number) {
            const Row& row = rows.at(number);
            if (row.place > kLargestTableOffset)
                fail(ErrorCode::DocumentTooComplex, u"beyond what a cross-reference table can say"_s);
            char text[32];
            std::snprintf(text, sizeof text, "%010lld %05d n \n", static_cast<long long>(row.place), row.detail);
            bytes += text;
        }
    }
    bytes += "trailer\n<<" + trailerEntries() + ">>\n";
}

void Update::writeStreamSection(std::string& bytes, Rows rows)
{
    const int number = reserve();
    const Row own { Row::Type::ByItself, m_sourceSize + static_cast<qint64>(bytes.size()), 0 };
    rows[number] = own;
    const int width = own.place > 0xffffffffLL ? 5 : 4;
    std::string data;
    for (const auto& [object, row] : rows) {
        appendBigEndian(data, static_cast<quint64>(row.type), 1);
        appendBigEndian(data, static_cast<quint64>(row.place), width);
        appendBigEndian(data, static_cast<quint64>(row.detail), 2);
    }
    std::string index;
    for (const auto& [first, count] : runs(rows))
        index += (index.empty() ? "" : " ") + std::to_string(first) + ' ' + std::to_string(count);
    const int columns = 1 + width + 2;
    const std::string entries = "/Type/XRef" + trailerEntries() + "/W[1 " + std::to_string(width) + " 2]/Index[" + index
        + "]/DecodeParms<</Predictor 12/Columns " + std::to_string(columns) + ">>" + kFlate;
    data = predictedUp(data, static_cast<std::size_t>(columns));
    // Never encrypted (7.5.8.2).
    bytes += std::to_string(number) + " 0 obj\n"
        + streamBody(entries, deflated(QByteArray(data.data(), static_cast<qsizetype>(data.size())))) + "\nendobj\n";
}

} // namespace bidseal::pdf
