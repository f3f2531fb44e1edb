// Writes characters_tables.inc with this machine's ICU.
#include <unicode/uchar.h>

#include <cstdio>

namespace {

constexpr UChar32 end = 0x110000;

void writeRanges(const char *name, UBool (*has)(UChar32))
{
    std::printf("constexpr Range %s[] = {\n", name);
    for (UChar32 c = 0; c < end; ++c) {
        if (!has(c))
            continue;
        const UChar32 first = c;
        while (c + 1 < end && has(c + 1))
            ++c;
        std::printf("{0x%x, 0x%x},\n", unsigned(first), unsigned(c));
    }
    std::printf("};\n");
}

void writeMappings(const char *name, UChar32 (*map)(UChar32))
{
    std::printf("constexpr Mapping %s[] = {\n", name);
    for (UChar32 c = 0; c < end; ++c) {
        if (map(c) != c)
            std::printf("{0x%x, 0x%x},\n", unsigned(c), unsigned(map(c)));
    }
    std::printf("};\n");
}

}

int main()
{
    std::printf("// Unicode %s\n", U_UNICODE_VERSION);
    writeRanges("lower", u_islower);
    writeRanges("upper", u_isupper);
    writeRanges("alphabetic", u_isalpha);
    writeRanges("alphanumeric", u_isalnum);
    writeRanges("space", u_isspace);
    writeMappings("lowered", u_tolower);
    writeMappings("uppered", u_toupper);
}
