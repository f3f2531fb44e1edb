#pragma once

#include <QString>

namespace bidseal {

/// The absolute path of one of the programs that only other programs of BidSeal start ("bidseal-token-host"), wherever
/// it was built or installed. Says where it belongs, not that it is there.
[[nodiscard]] QString hostProgram(const QString& name);

} // namespace bidseal
