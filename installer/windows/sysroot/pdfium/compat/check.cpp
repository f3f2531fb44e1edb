// Asks characters.h and ICU the same about every character there is; exits 1 at the first difference.
#include "characters.h"

#include <unicode/uchar.h>

#include <cstdio>

int main()
{
    for (UChar32 c = 0; c < 0x110000; ++c) {
        const bool same = characters::isLower(c) == bool(u_islower(c)) && characters::isUpper(c) == bool(u_isupper(c))
            && characters::isAlphabetic(c) == bool(u_isalpha(c)) && characters::isAlphanumeric(c) == bool(u_isalnum(c))
            && characters::isSpace(c) == bool(u_isspace(c)) && characters::toLower(c) == char32_t(u_tolower(c))
            && characters::toUpper(c) == char32_t(u_toupper(c));
        if (!same) {
            std::fprintf(stderr, "U+%04X differs from ICU\n", unsigned(c));
            return 1;
        }
    }
    std::puts("every character is as ICU says");
}
