#include "core/base/platform/UpdateAgent.h"

namespace bidseal::platform {

/// Linux has package managers instead, which are programs.
UpdateAnswer askUpdateAgent() { return {}; }

} // namespace bidseal::platform
