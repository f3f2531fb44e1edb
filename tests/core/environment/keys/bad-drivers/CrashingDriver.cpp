// A driver that crashes while it is being loaded, before anybody has called it.
#include <cstdlib>

namespace {

struct Crash {
    Crash() { std::abort(); }
} crash;

} // namespace
