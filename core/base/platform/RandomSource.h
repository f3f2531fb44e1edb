#pragma once

/// Everything in which the platforms differ about where randomness comes from.
namespace bidseal::platform {

enum class RandomSource {
    Ready,
    NotReady, ///< nothing unpredictable has happened yet since the system started (Linux), or it fails
    Unknown, ///< a system that cannot be asked
};

/// Whether the system's own random source gives unpredictable numbers now. Never waits.
[[nodiscard]] RandomSource systemRandomSource();

} // namespace bidseal::platform
