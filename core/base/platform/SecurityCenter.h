#pragma once

#include <optional>

/// Everything in which the platforms differ about asking the system whether it is protected.
namespace bidseal::platform {

enum class Protection {
    On,
    Paused,
    Poor, ///< off, out of date, or in need of attention
    Unknown, ///< not watched, or no answer
};
struct SecurityCenter {
    Protection antivirus = Protection::Unknown;
    Protection firewall = Protection::Unknown;
};
/// Nothing where the system has none (Linux, Windows Server, Wine).
[[nodiscard]] std::optional<SecurityCenter> securityCenter();

} // namespace bidseal::platform
