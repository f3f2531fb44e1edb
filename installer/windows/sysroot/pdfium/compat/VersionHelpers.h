// mingw-w64 spells it in small letters, which matters where this is compiled.
#include <versionhelpers.h>
