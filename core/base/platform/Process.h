#pragma once

#include "core/base/Secret.h"

#include <cstddef>
#include <functional>

/// Everything in which the platforms differ about processes and memory. One .cpp file per platform.
namespace bidseal::platform {

/// Called first thing in main(): no core dumps, not readable by other processes of the same user (Linux: not dumpable),
/// no dialog of the system when a driver crashes (Windows).
void hardenProcess();

/// Memory that is not swapped (where the user's limits allow), not dumped, and wiped by freeLockedPage. Never null.
[[nodiscard]] void* allocateLockedPage(std::size_t size);
void freeLockedPage(void* page, std::size_t size);
/// A memset that no optimiser removes.
void wipe(void* memory, std::size_t size);

/// Asks on the controlling terminal without echo. UsageWrong where there is no terminal.
[[nodiscard]] Result<Secret> askOnTerminal(const QString& prompt);

/// Asks a yes/no question on the controlling terminal; anything but the word typed in full is no.
[[nodiscard]] Result<bool> confirmOnTerminal(const QString& question, const QString& wordForYes);

/// Whether what is written to standard error appears on a terminal that understands ANSI's escapes.
[[nodiscard]] bool isErrorOutputTerminal();

/// Calls `interrupted`, on a thread of its own, when the person wants this process to end (Ctrl+C, the terminal's
/// window closed, a request to terminate). Only the first time: the second ends the process at once. To be called once,
/// before other threads are started.
void onInterrupt(std::function<void()> interrupted);

/// Ends this process without waiting for its threads and without tidying up: for when one of them hangs in a call that
/// nobody ends. What was written to streams must have been flushed.
[[noreturn]] void endNow(int exitCode);

/// A name that is the same for all processes of this user and no other user's: for the first window's local socket.
[[nodiscard]] QString currentUserId();

} // namespace bidseal::platform
