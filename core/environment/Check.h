#pragma once

#include "core/environment/Finding.h"
#include "core/environment/Policy.h"
#include "core/environment/Situation.h"

#include <QFlags>

#include <chrono>
#include <memory>
#include <stop_token>

namespace bidseal::environment {

/// Under which heading a check stands, in the order of the headings.
enum class Group { System, Program, Crypto, Clock, Keys, Interference, Network, Place, Display };

/// Instant checks run before each signature; the result of a slow one counts for a while.
enum class Cost { Instant, Slow };

/// Where a check runs. One that goes through code which may hang or crash (names, networks, fonts) runs in
/// bidseal-check-host and costs nothing but that process.
enum class Isolation { ThisProcess, OwnProcess };

enum class Platform { Linux = 1, Windows = 2 };
Q_DECLARE_FLAGS(Platforms, Platform)
Q_DECLARE_OPERATORS_FOR_FLAGS(Platforms)
inline constexpr Platforms kEveryPlatform { static_cast<int>(Platform::Linux) | static_cast<int>(Platform::Windows) };

struct CheckTraits {
    const char* id; ///< stable: in policies, in JSON, for --only
    Group group;
    Cost cost = Cost::Instant;
    Isolation isolation = Isolation::ThisProcess;
    std::chrono::milliseconds limit { 5'000 }; ///< after that it is left to itself: "could not tell"
    Platforms platforms = kEveryPlatform; ///< elsewhere it is "not applicable", never "passed"
};

/// One thing that is measured before somebody signs. An object serves one run and is used by one thread.
class Check {
public:
    virtual ~Check() = default;
    [[nodiscard]] virtual CheckTraits traits() const = 0;
    [[nodiscard]] virtual QString title() const = 0; ///< a few words in the person's language
    /// Measures something real on this computer. Ends soon when `stop` is requested, and changes nothing.
    [[nodiscard]] virtual Finding measure(const Situation& situation, const Policy& policy, const std::stop_token& stop)
        = 0;
};

using Checks = std::vector<std::unique_ptr<Check>>;

} // namespace bidseal::environment
