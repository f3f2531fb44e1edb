#pragma once

#include <QString>

namespace bidseal {

/// Where this user's journal, seals and log live: the platform's folder for the data of BidSeal, or what the
/// environment variable BIDSEAL_DATA_DIR names. Not necessarily there yet.
[[nodiscard]] QString userFolder();

/// The signing journal, the same for the client and the command line.
[[nodiscard]] QString journalFile();

} // namespace bidseal
