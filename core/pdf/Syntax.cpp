#include "core/pdf/Syntax.h"

#include "core/pdf/Fault.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace bidseal::pdf::syntax {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isRegular(char c) { return !isWhite(c) && !isDelimiter(c); }

TokenExtent literalString(std::string_view text, std::size_t begin)
{
    std::size_t depth = 0;
    for (std::size_t i = begin; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '(')
            ++depth;
        else if (text[i] == ')' && --depth == 0)
            return { Scan::Complete, Token::LiteralString, begin, i + 1 };
    }
    return { Scan::Incomplete, Token::LiteralString, begin, text.size() };
}

TokenExtent hexadecimalString(std::string_view text, std::size_t begin)
{
    for (std::size_t i = begin + 1; i < text.size(); ++i) {
        if (text[i] == '>')
            return { Scan::Complete, Token::HexString, begin, i + 1 };
        if (hexDigit(text[i]) < 0 && !isWhite(text[i]))
            return { Scan::Malformed, Token::HexString, begin, i };
    }
    return { Scan::Incomplete, Token::HexString, begin, text.size() };
}

TokenExtent regular(std::string_view text, std::size_t begin, Token token)
{
    std::size_t end = begin + 1;
    while (end < text.size() && isRegular(text[end]))
        ++end;
    return { end < text.size() ? Scan::Complete : Scan::Incomplete, token, begin, end };
}

/// `N G R` from an integer on, or the integer alone.
Extent referenceOrInteger(std::string_view text, const TokenExtent& number)
{
    const TokenExtent generation = nextToken(text, number.end);
    if (generation.scan == Scan::Incomplete)
        return { Scan::Incomplete, number.begin, number.end };
    if (generation.scan != Scan::Complete || generation.token != Token::Regular
        || !integer(text.substr(generation.begin, generation.end - generation.begin)))
        return { Scan::Complete, number.begin, number.end };
    const TokenExtent keyword = nextToken(text, generation.end);
    if (keyword.scan == Scan::Incomplete)
        return { Scan::Incomplete, number.begin, number.end };
    const bool isReference = keyword.scan == Scan::Complete && keyword.token == Token::Regular
        && text.substr(keyword.begin, keyword.end - keyword.begin) == "R";
    return { Scan::Complete, number.begin, isReference ? keyword.end : number.end };
}

Extent container(std::string_view text, const TokenExtent& opening)
{
    std::vector<Token> open { opening.token };
    std::size_t at = opening.end;
    std::size_t weight = 0;
    for (std::size_t tokens = 0; !open.empty(); ++tokens) {
        weight += open.size();
        if (tokens > kMostTokens || weight > kLargestWeight)
            return { Scan::TooComplex, opening.begin, at };
        const TokenExtent token = nextToken(text, at);
        if (token.scan != Scan::Complete)
            return { token.scan, opening.begin, token.end };
        at = token.end;
        switch (token.token) {
        case Token::ArrayOpen:
        case Token::DictionaryOpen:
            if (open.size() >= kDeepestNesting)
                return { Scan::TooComplex, opening.begin, at };
            open.push_back(token.token);
            break;
        case Token::ArrayClose:
        case Token::DictionaryClose:
            if ((open.back() == Token::ArrayOpen) != (token.token == Token::ArrayClose))
                return { Scan::Malformed, opening.begin, at };
            open.pop_back();
            break;
        case Token::Name:
        case Token::Regular:
        case Token::LiteralString:
        case Token::HexString:
            break;
        }
    }
    return { Scan::Complete, opening.begin, at, weight };
}

} // namespace

bool isWhite(char c) { return c == '\0' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '; }

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isDelimiter(char c)
{
    switch (c) {
    case '(':
    case ')':
    case '<':
    case '>':
    case '[':
    case ']':
    case '{':
    case '}':
    case '/':
    case '%':
        return true;
    default:
        return false;
    }
}

std::size_t skipBlank(std::string_view text, std::size_t from)
{
    while (from < text.size()) {
        if (isWhite(text[from])) {
            ++from;
        } else if (text[from] == '%') {
            while (from < text.size() && text[from] != '\n' && text[from] != '\r')
                ++from;
        } else {
            break;
        }
    }
    return from;
}

TokenExtent nextToken(std::string_view text, std::size_t from)
{
    const std::size_t begin = skipBlank(text, from);
    if (begin >= text.size())
        return { Scan::Incomplete, Token::Regular, begin, begin };
    const bool doubled = begin + 1 < text.size() && text[begin + 1] == text[begin];
    switch (text[begin]) {
    case '/':
        return regular(text, begin, Token::Name);
    case '(':
        return literalString(text, begin);
    case '[':
        return { Scan::Complete, Token::ArrayOpen, begin, begin + 1 };
    case ']':
        return { Scan::Complete, Token::ArrayClose, begin, begin + 1 };
    case '<':
        if (begin + 1 == text.size())
            return { Scan::Incomplete, Token::HexString, begin, begin };
        return doubled ? TokenExtent { Scan::Complete, Token::DictionaryOpen, begin, begin + 2 }
                       : hexadecimalString(text, begin);
    case '>':
        if (begin + 1 == text.size())
            return { Scan::Incomplete, Token::DictionaryClose, begin, begin };
        return { doubled ? Scan::Complete : Scan::Malformed, Token::DictionaryClose, begin, begin + 2 };
    case ')':
    case '{':
    case '}':
        return { Scan::Malformed, Token::Regular, begin, begin + 1 };
    default:
        return regular(text, begin, Token::Regular);
    }
}

Extent nextValue(std::string_view text, std::size_t from)
{
    const TokenExtent first = nextToken(text, from);
    if (first.scan != Scan::Complete)
        return { first.scan, first.begin, first.end };
    switch (first.token) {
    case Token::ArrayOpen:
    case Token::DictionaryOpen:
        return container(text, first);
    case Token::ArrayClose:
    case Token::DictionaryClose:
        return { Scan::Malformed, first.begin, first.end };
    case Token::Regular:
        if (integer(text.substr(first.begin, first.end - first.begin)))
            return referenceOrInteger(text, first);
        break;
    case Token::Name:
    case Token::LiteralString:
    case Token::HexString:
        break;
    }
    return { Scan::Complete, first.begin, first.end };
}

std::optional<qint64> integer(std::string_view text)
{
    if (text.empty() || text.size() > 18 || !std::all_of(text.begin(), text.end(), isDigit))
        return {};
    qint64 value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return value;
}

std::string decodedName(std::string_view raw)
{
    std::string name;
    for (std::size_t i = 1; i < raw.size(); ++i) {
        const bool escaped
            = raw[i] == '#' && i + 2 < raw.size() && hexDigit(raw[i + 1]) >= 0 && hexDigit(raw[i + 2]) >= 0;
        if (escaped) {
            name += static_cast<char>(hexDigit(raw[i + 1]) * 16 + hexDigit(raw[i + 2]));
            i += 2;
        } else {
            name += raw[i];
        }
    }
    return name;
}

namespace {

std::string decodedHex(std::string_view raw)
{
    std::string bytes;
    int high = -1;
    for (const char c : raw) {
        const int digit = hexDigit(c);
        if (digit < 0)
            continue;
        if (high < 0) {
            high = digit;
        } else {
            bytes += static_cast<char>(high * 16 + digit);
            high = -1;
        }
    }
    if (high >= 0) // 7.3.4.3: a missing last digit is 0
        bytes += static_cast<char>(high * 16);
    return bytes;
}

/// 7.3.4.2, table 3. `i` stands on the character behind the backslash, and at the end on the sequence's last one.
void appendEscaped(std::string& bytes, std::string_view raw, std::size_t& i)
{
    static constexpr std::string_view kNames = "nrtbf";
    static constexpr std::string_view kMeanings = "\n\r\t\b\f";
    const char c = raw[i];
    if (const auto known = kNames.find(c); known != std::string_view::npos) {
        bytes += kMeanings[known];
    } else if (c >= '0' && c <= '7') {
        int value = 0;
        std::size_t digits = 0;
        for (; digits < 3 && i + digits < raw.size() && raw[i + digits] >= '0' && raw[i + digits] <= '7'; ++digits)
            value = value * 8 + (raw[i + digits] - '0');
        bytes += static_cast<char>(value);
        i += digits - 1;
    } else if (c == '\r') {
        if (i + 1 < raw.size() && raw[i + 1] == '\n')
            ++i;
    } else if (c != '\n') {
        bytes += c;
    }
}

std::string decodedLiteral(std::string_view raw)
{
    std::string bytes;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\\' && i + 1 < raw.size()) {
            appendEscaped(bytes, raw, ++i);
        } else if (raw[i] == '\r') { // an end of line is one line feed, however it was written
            bytes += '\n';
            if (i + 1 < raw.size() && raw[i + 1] == '\n')
                ++i;
        } else {
            bytes += raw[i];
        }
    }
    return bytes;
}

} // namespace

std::string decodedString(std::string_view raw)
{
    if (raw.size() < 2)
        return {};
    const std::string_view inside = raw.substr(1, raw.size() - 2);
    return raw.front() == '<' ? decodedHex(inside) : decodedLiteral(inside);
}

std::string hexString(std::string_view bytes)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text = "<";
    text.reserve(bytes.size() * 2 + 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text += '>';
}

RawDictionary::RawDictionary(std::string text)
    : m_text(std::move(text))
{
    parse();
}

void RawDictionary::parse()
{
    m_entries.clear();
    const TokenExtent opening = nextToken(m_text, 0);
    if (opening.scan != Scan::Complete || opening.token != Token::DictionaryOpen)
        damaged(u"a dictionary was expected"_s);
    for (std::size_t at = opening.end;;) {
        const TokenExtent key = nextToken(m_text, at);
        if (key.scan == Scan::Complete && key.token == Token::DictionaryClose)
            return;
        if (key.scan != Scan::Complete || key.token != Token::Name)
            damaged(u"a dictionary key was expected"_s);
        const Extent value = nextValue(m_text, key.end);
        if (value.scan != Scan::Complete)
            damaged(u"a dictionary key has no value"_s);
        m_entries.push_back({ decodedName(std::string_view(m_text).substr(key.begin, key.end - key.begin)), key.begin,
            value.begin, value.end });
        at = value.end;
    }
}

const RawDictionary::Entry* RawDictionary::find(std::string_view key) const
{
    const auto found
        = std::find_if(m_entries.rbegin(), m_entries.rend(), [&](const Entry& entry) { return entry.key == key; });
    return found == m_entries.rend() ? nullptr : &*found;
}

int RawDictionary::count(std::string_view key) const
{
    return static_cast<int>(
        std::count_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.key == key; }));
}

bool RawDictionary::hasDuplicates() const
{
    std::set<std::string_view> seen;
    return std::any_of(
        m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return !seen.insert(entry.key).second; });
}

std::string_view RawDictionary::value(std::string_view key) const
{
    const Entry* entry = find(key);
    if (!entry)
        return {};
    return std::string_view(m_text).substr(entry->valueBegin, entry->valueEnd - entry->valueBegin);
}

void RawDictionary::set(std::string_view key, std::string_view value)
{
    if (const Entry* entry = find(key)) {
        // A blank keeps "/Key/Name" → "/Key 5" apart.
        m_text.replace(entry->valueBegin, entry->valueEnd - entry->valueBegin, " " + std::string(value) + " ");
    } else {
        const std::size_t closing = m_text.rfind(">>");
        m_text.insert(closing, "/" + std::string(key) + " " + std::string(value));
    }
    parse();
}

std::string appendedToArray(std::string_view array, std::string_view element)
{
    const std::size_t closing = array.rfind(']');
    if (closing == std::string_view::npos)
        damaged(u"an array was expected"_s);
    std::string text(array.substr(0, closing));
    text += ' ';
    text += element;
    text += array.substr(closing);
    return text;
}

} // namespace bidseal::pdf::syntax
