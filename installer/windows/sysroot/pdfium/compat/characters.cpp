#include "characters.h"

#include <algorithm>
#include <iterator>

namespace characters {
namespace {

// Both ends belong to it.
struct Range {
    char32_t first;
    char32_t last;
};
struct Mapping {
    char32_t from;
    char32_t to;
};

#include "characters_tables.inc"

template <int size> bool contains(const Range (&ranges)[size], char32_t c)
{
    const auto *after = std::upper_bound(std::begin(ranges), std::end(ranges), c,
        [](char32_t value, const Range &range) { return value < range.first; });
    return after != std::begin(ranges) && c <= std::prev(after)->last;
}

template <int size> char32_t mapped(const Mapping (&mappings)[size], char32_t c)
{
    const auto *found = std::lower_bound(std::begin(mappings), std::end(mappings), c,
        [](const Mapping &mapping, char32_t value) { return mapping.from < value; });
    return found != std::end(mappings) && found->from == c ? found->to : c;
}

}

bool isLower(char32_t c) { return contains(lower, c); }
bool isUpper(char32_t c) { return contains(upper, c); }
bool isAlphabetic(char32_t c) { return contains(alphabetic, c); }
bool isAlphanumeric(char32_t c) { return contains(alphanumeric, c); }
bool isSpace(char32_t c) { return contains(space, c); }
char32_t toLower(char32_t c) { return mapped(lowered, c); }
char32_t toUpper(char32_t c) { return mapped(uppered, c); }

}
