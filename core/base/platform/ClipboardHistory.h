#pragma once

#include <QString>

#include <optional>

/// Everything in which the platforms differ about who keeps what was copied.
namespace bidseal::platform {

struct ClipboardHistory {
    bool isKept = false; ///< the system itself keeps what was copied (Windows: Win+V)
    bool isSentAway = false; ///< and passes it to the person's other devices
    QString viewer; ///< the program that is told of each change; empty: none, or not known
};
/// Nothing where the system tells nothing (Linux).
[[nodiscard]] std::optional<ClipboardHistory> clipboardHistory();

} // namespace bidseal::platform
