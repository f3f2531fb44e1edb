// A driver that never comes back from being loaded.
#include <chrono>
#include <thread>

namespace {

struct Hang {
    Hang()
    {
        for (;;)
            std::this_thread::sleep_for(std::chrono::hours(1));
    }
} hang;

} // namespace
