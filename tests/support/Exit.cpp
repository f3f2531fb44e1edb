// A test on Windows ends as the product's programs do (core/base/platform/Process.h, leave): what Qt Test's main()
// returns goes to exit(), which the linker leads here (--wrap=exit).
#include "core/base/platform/Process.h"

#include <cstdio>

extern "C" [[noreturn]] void __wrap_exit(int code) // NOLINT(bugprone-reserved-identifier)
{
    std::fflush(nullptr);
    bidseal::platform::endNow(code);
}
