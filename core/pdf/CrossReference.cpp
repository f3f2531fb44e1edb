#include "core/pdf/CrossReference.h"

#include "core/pdf/Fault.h"
#include "core/pdf/Inflate.h"
#include "core/pdf/Values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::pdf {

namespace {

constexpr qint64 kHeaderReach = 1024; ///< how far into a file readers look for %PDF-
constexpr qint64 kTailReach = 1100; ///< and back from its end for startxref
constexpr qint64 kPaddingBlock = 64 * 1024; ///< white space behind the end is skipped in such steps
constexpr qint64 kLargestPadding = 1024 * 1024;
constexpr std::size_t kLargestInflatedSection = 256 * 1024 * 1024;
constexpr std::size_t kMostSections = 10000;

// Packed entries: 2 bits kind, 42 bits offset (4 TB), 20 bits generation or index.
constexpr int kDetailBits = 20;
constexpr int kOffsetBits = 42;
constexpr qint64 kLargestOffset = (qint64(1) << kOffsetBits) - 1;
constexpr int kLargestDetail = (1 << kDetailBits) - 1;

/// Reads a table's rows one after the other without holding the table.
class Cursor {
public:
    Cursor(SourceFile& source, qint64 offset)
        : m_source(source)
        , m_offset(offset)
    {
    }

    void skip(qint64 count) { m_offset += count; }

    [[nodiscard]] qint64 offset() const { return m_offset; }

    void skipWhite()
    {
        while (peek() >= 0 && syntax::isWhite(static_cast<char>(peek())))
            ++m_offset;
    }

    int peek()
    {
        if (m_offset < m_blockOffset || m_offset >= m_blockOffset + static_cast<qint64>(m_block.size())) {
            m_block = m_source.view(m_offset, kBlock);
            m_blockOffset = m_offset;
            if (m_block.empty())
                return -1;
        }
        return static_cast<unsigned char>(m_block[static_cast<std::size_t>(m_offset - m_blockOffset)]);
    }

    int take()
    {
        const int c = peek();
        ++m_offset;
        return c;
    }

    qint64 takeInteger()
    {
        skipWhite();
        qint64 value = 0;
        int digits = 0;
        for (; peek() >= '0' && peek() <= '9'; ++digits) {
            if (digits == 15)
                damaged(u"a number in the cross-reference table is too long"_s);
            value = value * 10 + (take() - '0');
        }
        if (digits == 0)
            damaged(u"the cross-reference table is broken at %1"_s.arg(m_offset));
        return value;
    }

private:
    static constexpr qint64 kBlock = 64 * 1024;
    SourceFile& m_source;
    qint64 m_offset;
    std::string_view m_block; // valid while nobody else reads from the source
    qint64 m_blockOffset = 0;
};

qint64 integerEntry(const syntax::RawDictionary& dictionary, std::string_view key, qint64 missing)
{
    const std::string_view raw = dictionary.value(key);
    if (raw.empty() || raw == "null")
        return missing;
    const auto value = syntax::integer(raw);
    if (!value)
        damaged(u"/%1 of a cross-reference section is no direct integer"_s.arg(QString::fromLatin1(key.data())));
    return *value;
}

struct StreamLayout {
    qint64 widths[3] = {};
    std::vector<std::pair<qint64, qint64>> ranges; ///< first number, count
    [[nodiscard]] std::size_t rowLength() const { return static_cast<std::size_t>(widths[0] + widths[1] + widths[2]); }
};

/// 7.5.8.2, table 17.
StreamLayout streamLayout(const PoDoFo::PdfDictionary& dictionary, qint64 size)
{
    StreamLayout layout;
    const auto* widths = arrayOf(dictionary.GetKey("W"));
    if (!widths || widths->GetSize() < 3)
        damaged(u"a cross-reference stream without /W"_s);
    for (std::size_t i = 0; i < 3; ++i) {
        layout.widths[i] = integerOf(&(*widths)[i]).value_or(-1);
        if (layout.widths[i] < 0 || layout.widths[i] > 8)
            damaged(u"a cross-reference stream with a width of %1"_s.arg(layout.widths[i]));
    }
    if (layout.rowLength() == 0)
        damaged(u"a cross-reference stream with rows of nothing"_s);
    const auto* index = arrayOf(dictionary.GetKey("Index"));
    if (!index) {
        layout.ranges.emplace_back(0, size);
        return layout;
    }
    for (std::size_t i = 0; i + 1 < index->GetSize(); i += 2)
        layout.ranges.emplace_back(integerOf(&(*index)[i]).value_or(-1), integerOf(&(*index)[i + 1]).value_or(-1));
    return layout;
}

/// Behind the last byte that is no white space.
qint64 endOfText(SourceFile& source)
{
    qint64 end = source.size();
    while (end > 0 && source.size() - end <= kLargestPadding) {
        const qint64 begin = std::max<qint64>(0, end - kPaddingBlock);
        const std::string_view block = source.view(begin, end - begin);
        const auto last = std::find_if_not(block.rbegin(), block.rend(), syntax::isWhite);
        end -= last - block.rbegin();
        if (last != block.rend())
            break;
    }
    return end;
}

quint64 bigEndian(std::string_view bytes)
{
    quint64 value = 0;
    for (const char c : bytes)
        value = (value << 8) | static_cast<unsigned char>(c);
    return value;
}

ObjectPlace placeFromRow(std::string_view row, const StreamLayout& layout)
{
    quint64 fields[3] = { 1, 0, 0 }; // a type that is left out is 1
    std::size_t at = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto width = static_cast<std::size_t>(layout.widths[i]);
        if (width > 0)
            fields[i] = bigEndian(row.substr(at, width));
        at += width;
    }
    const auto offset = static_cast<qint64>(std::min<quint64>(fields[1], kLargestOffset));
    const auto detail = static_cast<int>(std::min<quint64>(fields[2], kLargestDetail));
    switch (fields[0]) {
    case 1:
        return { ObjectPlace::Kind::InFile, offset, detail };
    case 2:
        return { ObjectPlace::Kind::InStream, offset, detail };
    default: // 0, and types of a later version, which count as references to null (table 18)
        return { ObjectPlace::Kind::Free, 0, 0 };
    }
}

} // namespace

ObjectPlace PlaceTable::at(qint64 number) const
{
    if (number < 0 || number >= end())
        return {};
    const quint64 packed = m_packed[static_cast<std::size_t>(number)];
    return { static_cast<ObjectPlace::Kind>(packed >> (kOffsetBits + kDetailBits)),
        static_cast<qint64>((packed >> kDetailBits) & static_cast<quint64>(kLargestOffset)),
        static_cast<int>(packed & static_cast<quint64>(kLargestDetail)) };
}

void PlaceTable::setIfAbsent(qint64 number, const ObjectPlace& place)
{
    if (number < 0 || number > kHighestNumber)
        damaged(u"object number %1 is out of range"_s.arg(number));
    if (place.offset > kLargestOffset)
        damaged(u"object %1 lies beyond every file"_s.arg(number));
    const auto index = static_cast<std::size_t>(number);
    if (index >= m_packed.size())
        m_packed.resize(index + 1);
    if (m_packed[index] != 0)
        return;
    m_packed[index] = (static_cast<quint64>(place.kind) << (kOffsetBits + kDetailBits))
        | (static_cast<quint64>(place.offset) << kDetailBits)
        | static_cast<quint64>(std::min(place.detail, kLargestDetail));
}

CrossReference::CrossReference(SourceFile& source)
    : m_source(source)
{
    readHeader();
    readTail();
    readChain();
}

void CrossReference::readHeader()
{
    const std::size_t at = m_source.view(0, kHeaderReach).find("%PDF-");
    if (at == std::string_view::npos)
        fail(ErrorCode::NotAPdf, u"no %PDF- at the beginning"_s);
    if (at > 0) // readers disagree on what offsets count from then, and so on what a signature covers
        damaged(u"%1 bytes stand before %PDF-"_s.arg(at));
}

void CrossReference::readTail()
{
    const qint64 end = endOfText(m_source);
    const qint64 begin = std::max<qint64>(0, end - kTailReach);
    const std::string tail(m_source.view(begin, end - begin));
    const std::size_t mark = tail.rfind("%%EOF");
    const std::size_t keyword = mark == std::string::npos ? mark : tail.rfind("startxref", mark);
    if (keyword == std::string::npos)
        fail(ErrorCode::DocumentTruncated, u"no startxref and %%EOF at the end"_s);
    const auto number = syntax::nextToken(tail, keyword + 9);
    const auto offset = syntax::integer(std::string_view(tail).substr(number.begin, number.end - number.begin));
    if (!offset)
        damaged(u"startxref has no number"_s);
    if (*offset >= m_source.size())
        fail(ErrorCode::DocumentTruncated, u"startxref points beyond the end"_s);
    if (*offset == 0)
        damaged(u"startxref is 0"_s);
    m_newestOffset = *offset;
    const char last = m_source.view(m_source.size() - 1, 1).front();
    m_endsWithEndOfLine = last == '\n' || last == '\r';
}

void CrossReference::readChain()
{
    for (qint64 offset = m_newestOffset; offset > 0;) {
        if (!m_visited.insert(offset).second)
            damaged(u"the chain of cross-reference sections runs in a circle"_s);
        if (m_visited.size() > kMostSections)
            fail(ErrorCode::DocumentTooComplex, u"too many cross-reference sections"_s);
        offset = readSection(offset);
    }
    if (m_trailer.value("Root").empty())
        damaged(u"the trailer names no catalog"_s);
    m_nextNumber = std::max(m_nextNumber, m_places.end());
    if (m_nextNumber > PlaceTable::kHighestNumber)
        fail(ErrorCode::DocumentTooComplex, u"/Size is over the limit"_s);
    std::sort(m_revisionEnds.begin(), m_revisionEnds.end());
}

qint64 CrossReference::readSection(qint64 offset)
{
    const std::string_view start = m_source.view(offset, 64);
    const bool isTable = start.substr(syntax::skipBlank(start, 0)).starts_with("xref");
    qint64 behind = 0;
    syntax::RawDictionary dictionary = isTable ? readTable(offset, behind) : readStreamSection(offset, &behind);
    const qint64 size = integerEntry(dictionary, "Size", 0);
    if (size > PlaceTable::kHighestNumber)
        fail(ErrorCode::DocumentTooComplex, u"/Size is over the limit"_s);
    m_nextNumber = std::max(m_nextNumber, static_cast<int>(size));
    const qint64 previous = integerEntry(dictionary, "Prev", 0);
    noteRevision(offset, behind, previous);
    if (!m_hasTrailer) {
        m_newestKind = isTable ? Kind::Table : Kind::Stream;
        m_trailer = std::move(dictionary);
        m_hasTrailer = true;
    }
    return previous;
}

syntax::RawDictionary CrossReference::readTable(qint64 offset, qint64& behind)
{
    Cursor cursor(m_source, offset);
    cursor.skipWhite();
    cursor.skip(4); // xref
    std::vector<qint64> freed;
    for (cursor.skipWhite(); cursor.peek() != 't'; cursor.skipWhite()) {
        const qint64 first = cursor.takeInteger();
        const qint64 count = cursor.takeInteger();
        if (first > PlaceTable::kHighestNumber || count > PlaceTable::kHighestNumber)
            fail(ErrorCode::DocumentTooComplex, u"a cross-reference subsection is over the limit"_s);
        for (qint64 number = first; number < first + count; ++number) {
            const qint64 place = cursor.takeInteger();
            const qint64 generation = cursor.takeInteger();
            cursor.skipWhite();
            const int type = cursor.take();
            if (type != 'n' && type != 'f')
                damaged(u"the entry of object %1 is neither n nor f"_s.arg(number));
            if (type == 'n' && place > 0)
                m_places.setIfAbsent(number,
                    { ObjectPlace::Kind::InFile, place,
                        static_cast<int>(std::min<qint64>(generation, kLargestDetail)) });
            else
                freed.push_back(number);
        }
    }
    const qint64 keyword = cursor.offset();
    if (m_source.view(keyword, 7) != "trailer")
        damaged(u"no trailer behind the cross-reference table"_s);
    const RawValue trailer = readValueAt(m_source, keyword + 7);
    behind = trailer.offset + static_cast<qint64>(trailer.text.size());
    syntax::RawDictionary dictionary(trailer.text);
    // 7.5.8.4: what a hybrid file hides from old readers is free in the table and in use in the stream beside it.
    if (const qint64 hidden = integerEntry(dictionary, "XRefStm", 0); hidden > 0 && m_visited.insert(hidden).second)
        readStreamSection(hidden, nullptr);
    for (const qint64 number : freed)
        m_places.setIfAbsent(number, { ObjectPlace::Kind::Free, 0, 0 });
    return dictionary;
}

syntax::RawDictionary CrossReference::readStreamSection(qint64 offset, qint64* behind)
{
    const RawObject object = readObjectAt(m_source, offset);
    if (!object.hasStream())
        damaged(u"no cross-reference section at %1"_s.arg(offset));
    syntax::RawDictionary raw(object.text);
    const PoDoFo::PdfVariant parsed = parseValue(object.text);
    const auto* dictionary = dictionaryOf(&parsed);
    if (!dictionary || nameOf(dictionary->GetKey("Type")) != "XRef")
        damaged(u"no cross-reference section at %1"_s.arg(offset));
    const qint64 length = integerEntry(raw, "Length", -1);
    const qint64 size = integerEntry(raw, "Size", 0);
    const StreamLayout layout = streamLayout(*dictionary, size);
    const std::string rows = decodeStream(readStream(m_source, object, length), *dictionary, kLargestInflatedSection);
    if (behind)
        *behind = object.streamOffset + length;

    std::string_view left = rows;
    for (const auto& [first, count] : layout.ranges) {
        if (first < 0 || count < 0 || first > PlaceTable::kHighestNumber || count > PlaceTable::kHighestNumber)
            damaged(u"a cross-reference stream with an impossible /Index"_s);
        for (qint64 number = first; number < first + count && left.size() >= layout.rowLength(); ++number) {
            m_places.setIfAbsent(number, placeFromRow(left, layout));
            left.remove_prefix(layout.rowLength());
        }
    }
    m_nextNumber = std::max(m_nextNumber, static_cast<int>(std::min<qint64>(size, PlaceTable::kHighestNumber)));
    return raw;
}

void CrossReference::noteRevision(qint64 section, qint64 behind, qint64 previous)
{
    // The first section of a linearised file stands before the one that it continues: it ends no revision.
    if (previous > section)
        return;
    const std::string_view text = m_source.view(behind, 256);
    const std::size_t keyword = text.find("startxref");
    const std::size_t mark = keyword == std::string_view::npos ? keyword : text.find("%%EOF", keyword);
    if (mark != std::string_view::npos)
        m_revisionEnds.push_back(behind + static_cast<qint64>(mark) + 5);
}

} // namespace bidseal::pdf
