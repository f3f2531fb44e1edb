#pragma once

#include <optional>

/// Everything in which the platforms differ about asking the system itself which updates it waits for.
namespace bidseal::platform {

struct WaitingUpdates {
    int security = 0;
    int all = 0;
};
struct UpdateAnswer {
    bool isThere = false; ///< this system has an agent that can be asked (Windows Update)
    std::optional<WaitingUpdates> waiting; ///< nothing where it did not answer
    int daysSinceSearch = -1; ///< how old what it knows is; -1: it does not say
};
/// From what the system knows already: nobody is called over the network. May take seconds, and may hang.
[[nodiscard]] UpdateAnswer askUpdateAgent();

} // namespace bidseal::platform
