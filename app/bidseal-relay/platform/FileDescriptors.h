#pragma once

#include <cstddef>

namespace bidseal::relay::service::platform {

/// Raises the limit of this process as far as the system lets it. Gives back what it is now.
std::size_t raiseFileDescriptorLimit();

} // namespace bidseal::relay::service::platform
