#pragma once

#include "core/base/platform/Processes.h"

#include <span>

namespace bidseal::environment {

/// What a known program is to somebody who signs.
enum class ProgramKind {
    RemoteControl, ///< lets somebody in by way of its maker's servers: whether somebody is there cannot be told
    RemoteServer, ///< lets somebody in over a port of its own: who is connected can be seen
    DesktopSharing, ///< a desktop's own server, which runs always and counts once it can be reached
    ScreenReader,
    ScreenRecorder,
    ClipboardManager,
    DesktopClipboard, ///< keeps what was copied as a part of the desktop
};

struct KnownProgram {
    const char* file; ///< without ".exe"; case does not matter
    const char* name;
    ProgramKind kind;
};

[[nodiscard]] std::span<const KnownProgram> knownPrograms();

/// The known program that `process` is, by its name; null for all others. A program that grabs the screen only when it
/// is told to (ffmpeg) is one where it was.
[[nodiscard]] const KnownProgram* knownProgramOf(const platform::RunningProcess& process);

/// A known program that runs.
struct FoundProgram {
    const KnownProgram* known;
    platform::RunningProcess process;
};
[[nodiscard]] std::vector<FoundProgram> knownAmong(
    const std::vector<platform::RunningProcess>& processes, std::initializer_list<ProgramKind> kinds);
/// Each name once.
[[nodiscard]] QStringList namesOf(const std::vector<FoundProgram>& programs);

} // namespace bidseal::environment
