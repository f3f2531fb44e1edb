// Abseil's optional, which PDFium was written with, is the standard's by now.
#pragma once
#include <optional>

namespace absl {
using std::in_place;
using std::make_optional;
using std::nullopt;
using std::nullopt_t;
using std::optional;
}
