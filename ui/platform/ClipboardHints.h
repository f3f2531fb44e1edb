#pragma once

class QMimeData;

/// Everything in which the platforms differ about what is told to programs that keep what was copied.
namespace bidseal::platform {

/// Asks them not to keep what is in `data`, in the words that each system's histories have agreed on. They need not.
void askHistoriesNotToKeep(QMimeData& data);

} // namespace bidseal::platform
