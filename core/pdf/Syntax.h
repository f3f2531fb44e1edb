#pragma once

#include <QtGlobal>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// PDF's lexical rules (ISO 32000-2, 7.2 and 7.3) over raw bytes. Everything that a file says passes through here
/// first: where a value ends, how deep it nests, which bytes of it an update may leave untouched.
namespace bidseal::pdf::syntax {

/// Deeper than any writer nests direct objects; PoDoFo's tokenizer recurses, and crashes far above it.
inline constexpr std::size_t kDeepestNesting = 96;
/// Of one value: a page tree of 300 000 pages in a single array. Each costs PoDoFo a hundred bytes.
inline constexpr std::size_t kMostTokens = 1000000;
/// Sum of all tokens' depths: PoDoFo copies a nested value once for each level.
inline constexpr std::size_t kLargestWeight = 4000000;

[[nodiscard]] bool isWhite(char c);
[[nodiscard]] bool isDigit(char c);
[[nodiscard]] bool isDelimiter(char c);

/// Behind white space and comments.
[[nodiscard]] std::size_t skipBlank(std::string_view text, std::size_t from);

enum class Scan {
    Complete,
    Incomplete, ///< the text ends first
    Malformed,
    TooComplex, ///< too deep or too long
};

enum class Token { Name, Regular, LiteralString, HexString, ArrayOpen, ArrayClose, DictionaryOpen, DictionaryClose };

struct TokenExtent {
    Scan scan = Scan::Complete;
    Token token = Token::Regular;
    std::size_t begin = 0, end = 0;
};
/// A name, number or keyword that touches the end of the text is Incomplete: append a blank where the text is whole.
[[nodiscard]] TokenExtent nextToken(std::string_view text, std::size_t from);

struct Extent {
    Scan scan = Scan::Complete;
    std::size_t begin = 0, end = 0;
    std::size_t weight = 1; ///< what PoDoFo's parsing of it will cost: see kLargestWeight
};
/// One value: a token, `N G R`, or a whole array or dictionary. Iterative, linear, bounded in depth.
[[nodiscard]] Extent nextValue(std::string_view text, std::size_t from);

/// A non-negative decimal integer, nothing else; empty where it is none or has more than 18 digits.
[[nodiscard]] std::optional<qint64> integer(std::string_view text);
/// "/A#20B" → "A B".
[[nodiscard]] std::string decodedName(std::string_view raw);
/// The bytes that a literal or hexadecimal string stands for.
[[nodiscard]] std::string decodedString(std::string_view raw);
[[nodiscard]] std::string hexString(std::string_view bytes); ///< "<0a1b>"

/// The entries of one dictionary's raw text, in place. Throws Fault (DocumentDamaged).
class RawDictionary {
public:
    RawDictionary() = default;
    explicit RawDictionary(std::string text);

    struct Entry {
        std::string key;
        std::size_t keyBegin = 0, valueBegin = 0, valueEnd = 0;
    };

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] const Entry* find(std::string_view key) const; ///< the last one, as readers take it
    [[nodiscard]] int count(std::string_view key) const;
    [[nodiscard]] bool hasDuplicates() const;
    [[nodiscard]] std::string_view value(std::string_view key) const; ///< empty where there is none
    /// Replaces the entry's value, or adds the entry at the end; not a byte of the rest changes.
    void set(std::string_view key, std::string_view value);

private:
    void parse();

    std::string m_text;
    std::vector<Entry> m_entries;
};

/// An array's raw text with one more element at its end.
[[nodiscard]] std::string appendedToArray(std::string_view array, std::string_view element);

} // namespace bidseal::pdf::syntax
