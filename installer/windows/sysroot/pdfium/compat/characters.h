// Unicode's properties of characters, as ICU on the building machine knows them (see tables.cpp).
#pragma once

namespace characters {

bool isLower(char32_t c);
bool isUpper(char32_t c);
bool isAlphabetic(char32_t c);
bool isAlphanumeric(char32_t c);
bool isSpace(char32_t c);
char32_t toLower(char32_t c);
char32_t toUpper(char32_t c);

}
