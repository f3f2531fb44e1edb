// What PDFium asks ICU about single characters. ICU itself would be thirty megabytes of data for eight questions.
#pragma once
#include "characters.h"

inline bool u_islower(char32_t c) { return characters::isLower(c); }
inline bool u_isupper(char32_t c) { return characters::isUpper(c); }
inline bool u_isalpha(char32_t c) { return characters::isAlphabetic(c); }
inline bool u_isalnum(char32_t c) { return characters::isAlphanumeric(c); }
inline bool u_isspace(char32_t c) { return characters::isSpace(c); }
inline char32_t u_tolower(char32_t c) { return characters::toLower(c); }
inline char32_t u_toupper(char32_t c) { return characters::toUpper(c); }
