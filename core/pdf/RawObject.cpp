#include "core/pdf/RawObject.h"

#include "core/pdf/Fault.h"

using namespace Qt::StringLiterals;

namespace bidseal::pdf {

namespace {

constexpr qint64 kFirstWindow = 1024;
constexpr qint64 kLargestValue = 64 * 1024 * 1024; ///< 8 million page references in one array
constexpr qint64 kLargestStream = 512 * 1024 * 1024;

using syntax::Scan;
using syntax::Token;

/// Calls `scan` with a window that grows until it says something else than Incomplete, or the file ends.
template <class Scanner> void scanGrowing(SourceFile& source, qint64 offset, const Scanner& scan)
{
    for (qint64 length = kFirstWindow;; length *= 4) {
        const std::string_view text = source.view(offset, length);
        const Scan result = scan(text);
        if (result == Scan::Complete)
            return;
        if (result == Scan::TooComplex)
            fail(ErrorCode::DocumentTooComplex, u"the object at %1 nests too deeply or is too long"_s.arg(offset));
        if (result == Scan::Malformed || static_cast<qint64>(text.size()) < length)
            damaged(u"no readable object at %1"_s.arg(offset));
        if (length >= kLargestValue)
            fail(ErrorCode::DocumentTooComplex, u"the object at %1 is too large"_s.arg(offset));
    }
}

std::string_view textOfToken(std::string_view text, const syntax::TokenExtent& token)
{
    return text.substr(token.begin, token.end - token.begin);
}

/// Behind `N G obj`. Scan::Malformed where it is something else.
Scan scanHeader(std::string_view text, RawObject& object, std::size_t& end)
{
    std::optional<qint64> numbers[2];
    std::size_t at = 0;
    for (auto& number : numbers) {
        const auto token = syntax::nextToken(text, at);
        if (token.scan != Scan::Complete)
            return token.scan;
        number = syntax::integer(textOfToken(text, token));
        if (token.token != Token::Regular || !number || *number > 0x7fffffff)
            return Scan::Malformed;
        at = token.end;
    }
    const auto keyword = syntax::nextToken(text, at);
    if (keyword.scan != Scan::Complete)
        return keyword.scan;
    if (textOfToken(text, keyword) != "obj")
        return Scan::Malformed;
    object.number = static_cast<int>(*numbers[0]);
    object.generation = static_cast<int>(*numbers[1]);
    end = keyword.end;
    return Scan::Complete;
}

/// 7.3.8.1: `stream` is followed by CR LF or LF; a lone CR is what some writers leave.
qint64 streamStart(std::string_view text, std::size_t behindKeyword)
{
    std::size_t at = behindKeyword;
    if (at < text.size() && text[at] == '\r')
        ++at;
    if (at < text.size() && text[at] == '\n')
        ++at;
    return static_cast<qint64>(at);
}

} // namespace

RawObject readObjectAt(SourceFile& source, qint64 offset)
{
    if (offset < 0 || offset >= source.size())
        damaged(u"an object's offset, %1, lies outside the file"_s.arg(offset));
    RawObject object;
    scanGrowing(source, offset, [&](std::string_view text) {
        std::size_t begin = 0;
        if (const Scan header = scanHeader(text, object, begin); header != Scan::Complete)
            return header;
        const auto value = syntax::nextValue(text, begin);
        if (value.scan != Scan::Complete)
            return value.scan;
        const auto next = syntax::nextToken(text, value.end);
        if (next.scan == Scan::Incomplete)
            return Scan::Incomplete;
        // Two bytes more than the keyword: the end of line behind `stream`.
        const bool isStream = next.scan == Scan::Complete && textOfToken(text, next) == "stream";
        if (isStream && next.end + 2 > text.size())
            return Scan::Incomplete;
        object.text = std::string(text.substr(value.begin, value.end - value.begin));
        object.weight = value.weight;
        object.offset = offset + static_cast<qint64>(value.begin);
        object.streamOffset = isStream ? offset + streamStart(text, next.end) : -1;
        return Scan::Complete;
    });
    return object;
}

RawValue readValueAt(SourceFile& source, qint64 offset)
{
    RawValue result;
    scanGrowing(source, offset, [&](std::string_view text) {
        const auto value = syntax::nextValue(text, 0);
        if (value.scan == Scan::Complete) {
            result.text = std::string(text.substr(value.begin, value.end - value.begin));
            result.offset = offset + static_cast<qint64>(value.begin);
        }
        return value.scan;
    });
    return result;
}

std::string readStream(SourceFile& source, const RawObject& object, qint64 length)
{
    if (length > kLargestStream)
        fail(ErrorCode::DocumentTooComplex, u"the stream of object %1 is too large"_s.arg(object.number));
    std::string bytes = source.read(object.streamOffset, length);
    const std::string_view behind = source.view(object.streamOffset + length, 32);
    if (!behind.substr(syntax::skipBlank(behind, 0)).starts_with("endstream"))
        damaged(u"the stream of object %1 does not end where its /Length says"_s.arg(object.number));
    return bytes;
}

} // namespace bidseal::pdf
