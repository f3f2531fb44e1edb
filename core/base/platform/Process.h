#pragma once

#include "core/base/Secret.h"

#include <QStringList>

#include <cstddef>
#include <cstdio>
#include <functional>

/// Everything in which the platforms differ about processes and memory. One .cpp file per platform.
namespace bidseal::platform {

/// What others' code a process needs to let in.
enum class ProgramKind {
    WithoutWindows,
    WithWindows, ///< input methods, screen readers and whatever else the person works with
};

/// Called first thing in main(). Everywhere: no dumps with memory in them; other programs of the same user can neither
/// read this process's memory nor debug it.
/// Windows besides: no dialog of the system when a driver crashes; libraries and Qt's plugins come from the program's
/// own folder and the system's alone, never from the current folder, the search path, the network, or where an
/// environment variable says; a program without windows gets no code from hooks and old extension points.
/// On Linux the environment decides as before: whoever sets it can name libraries to the system's loader as well, and
/// desktops name their input methods there.
void hardenProcess(ProgramKind kind = ProgramKind::WithoutWindows);

/// What this program was called with, without its own name, in whatever characters. Only the name is left, so that Qt
/// finds none of its own options, one of which names a folder of plugins.
[[nodiscard]] QStringList takeArguments(int& argc, char* argv[]);

/// Before a QGuiApplication is made in a program that shows nothing: it needs no screen then.
void needNoScreen();

/// Memory that is not swapped (where the user's limits allow), not dumped, and wiped by freeLockedPage. Never null.
[[nodiscard]] void* allocateLockedPage(std::size_t size);
void freeLockedPage(void* page, std::size_t size);
/// A memset that no optimiser removes.
void wipe(void* memory, std::size_t size);

/// Asks on the controlling terminal without echo. UsageWrong where there is no terminal.
[[nodiscard]] Result<Secret> askOnTerminal(const QString& prompt);

/// Asks a yes/no question on the controlling terminal; anything but the word typed in full is no.
[[nodiscard]] Result<bool> confirmOnTerminal(const QString& question, const QString& wordForYes);

/// Writes to standard output or standard error, and flushes it. A terminal shows every character; a file or another
/// program gets the locale's encoding, which on Windows means UTF-8 too and not the system's own code page.
void print(std::FILE* to, const QString& text);

/// Whether what is written to standard error appears on a terminal that understands ANSI's escapes.
[[nodiscard]] bool isErrorOutputTerminal();

/// Calls `interrupted`, on a thread of its own, when the person wants this process to end (Ctrl+C, the terminal's
/// window closed, a request to terminate). Only the first time: the second ends the process at once. To be called once,
/// before other threads are started.
void onInterrupt(std::function<void()> interrupted);

/// Ends this process without waiting for its threads and without tidying up: for when one of them hangs in a call that
/// nobody ends. What was written to streams must have been flushed.
[[noreturn]] void endNow(int exitCode);

/// What main() returns, after everything in it was tidied up. Windows ends all other threads before it unloads
/// libraries, which then may wait for ever for a lock that one of them held: there the process ends here.
[[nodiscard]] int leave(int exitCode);

/// A name that is the same for all processes of this user and no other user's: for the first window's local socket.
[[nodiscard]] QString currentUserId();

} // namespace bidseal::platform
